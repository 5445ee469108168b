package karyalay.signatures;

import static karyalay.signatures.SignaturesRefusal.*;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import karyalay.shared.Refused;

/// A key with its certificates out of a PKCS#12 file.
final class Pkcs12 {
  /// A file of certificates is small; what is larger is something else.
  static final int MOST_BYTES = 1 << 20;

  private Pkcs12() {}

  /// @param chain the key's own certificate first
  record Found(PrivateKey key, List<X509Certificate> chain) {}

  /// @throws Refused `FILE_BROKEN`, `FILE_PASSWORD_WRONG`, `FILE_WITHOUT_KEY`,
  ///   `CERTIFICATE_NOT_FOR_SIGNING`
  static Found read(byte[] file, String password) {
    if (file.length == 0 || file.length > MOST_BYTES || file[0] != 0x30)
      throw new Refused(FILE_BROKEN);
    char[] secret = password.toCharArray();
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(file), secret);
      boolean authority = false;
      for (String alias : Collections.list(store.aliases())) {
        if (!(store.getKey(alias, secret) instanceof PrivateKey key)) continue;
        List<X509Certificate> chain =
            Arrays.stream(store.getCertificateChain(alias))
                .map(X509Certificate.class::cast)
                .toList();
        if (Certificates.signs(chain.getFirst())) return new Found(key, chain);
        authority = true;
      }
      throw new Refused(authority ? CERTIFICATE_NOT_FOR_SIGNING : FILE_WITHOUT_KEY);
    } catch (IOException e) {
      boolean wrong = e.getCause() instanceof UnrecoverableKeyException;
      throw new Refused(wrong ? FILE_PASSWORD_WRONG : FILE_BROKEN);
    } catch (UnrecoverableKeyException e) {
      throw new Refused(FILE_PASSWORD_WRONG);
    } catch (GeneralSecurityException e) {
      throw new Refused(FILE_BROKEN);
    } finally {
      Arrays.fill(secret, ' ');
    }
  }
}
