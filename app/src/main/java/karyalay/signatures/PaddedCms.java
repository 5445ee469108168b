package karyalay.signatures;

import eu.europa.esig.dss.cms.CMS;
import eu.europa.esig.dss.cms.object.CMSObjectUtils;
import eu.europa.esig.dss.cms.object.CMSSignedDataObject;
import eu.europa.esig.dss.spi.exception.IllegalInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;

/// Reads the signature out of a PDF, where it stands in a field of fixed length filled up with
/// zeros. Bouncy Castle 1.87 takes no bytes behind a message, and DSS 6.4, made with 1.83, gives it
/// all of them. Found by DSS as a service, before its own; anything but zeros is still refused.
public final class PaddedCms extends CMSObjectUtils {
  @Override
  public CMS parseToCMS(byte[] padded) {
    var bytes = new ByteArrayInputStream(padded);
    try (var in = new ASN1InputStream(bytes, padded.length)) {
      ASN1Primitive message = in.readObject();
      for (int left = in.read(); left >= 0; left = in.read())
        if (left != 0) throw new IllegalInputException("bytes behind the signature");
      return new CMSSignedDataObject(new CMSSignedData(ContentInfo.getInstance(message)));
    } catch (IOException | CMSException | IllegalArgumentException e) {
      throw new IllegalInputException("no signature: " + e.getMessage(), e);
    }
  }
}
