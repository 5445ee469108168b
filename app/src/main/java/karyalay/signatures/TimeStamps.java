package karyalay.signatures;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.springframework.stereotype.Component;

/// Asks the time-stamp authority that this machine knows (RFC 3161 over HTTP), with patience for a
/// few seconds, since an act waits for it.
@Component
class TimeStamps {
  private static final int MOST_BYTES = 64 << 10;

  private final SigningSettings settings;

  TimeStamps(SigningSettings settings) {
    this.settings = settings;
  }

  /// Whether there is one.
  boolean known() {
    return settings.timeStamp() != null;
  }

  /// Certificates of time-stamp authorities that are believed.
  List<X509Certificate> trusted() {
    Path file = settings.timeStampCertificate();
    return file == null ? List.of() : Certificates.pem(file);
  }

  /// It did not answer, or not to our question.
  static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failed(String why) {
      super(why);
    }
  }

  /// In the words of DSS.
  TSPSource source() {
    return new Source(this);
  }

  /// Named, because DSS wants sources that could be written down.
  private static final class Source implements TSPSource {
    private static final long serialVersionUID = 1L;

    private final transient TimeStamps stamps;

    Source(TimeStamps stamps) {
      this.stamps = stamps;
    }

    @Override
    public TimestampBinary getTimeStampResponse(DigestAlgorithm algorithm, byte[] digest) {
      return stamps.ask(algorithm, digest);
    }
  }

  private TimestampBinary ask(DigestAlgorithm algorithm, byte[] digest) {
    var generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    try {
      TimeStampRequest question =
          generator.generate(
              new ASN1ObjectIdentifier(algorithm.getOid()),
              digest,
              new BigInteger(1, Sealing.random(8)));
      var answer = new TimeStampResponse(send(question.getEncoded()));
      answer.validate(question);
      if (answer.getTimeStampToken() == null)
        throw new Failed("refused: " + answer.getStatusString());
      return new TimestampBinary(answer.getTimeStampToken().getEncoded());
    } catch (IOException | TSPException e) {
      throw new Failed(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failed("interrupted");
    }
  }

  private byte[] send(byte[] question) throws IOException, InterruptedException {
    URI address = settings.timeStamp();
    if (address == null) throw new Failed("no authority");
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(settings.patience()).build()) {
      HttpRequest request =
          HttpRequest.newBuilder(address)
              .timeout(settings.patience())
              .header("Content-Type", "application/timestamp-query")
              .POST(HttpRequest.BodyPublishers.ofByteArray(question))
              .build();
      HttpResponse<java.io.InputStream> answer =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (var in = answer.body()) {
        if (answer.statusCode() != 200) throw new Failed("status " + answer.statusCode());
        return in.readNBytes(MOST_BYTES);
      }
    }
  }
}
