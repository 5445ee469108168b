package karyalay.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// What stands in no database: passwords of mailboxes, and certificates that their servers may
/// bear. From the environment, or files it names, read anew for every round:
/// `KARYALAY_IMAP_PASSWORD_<NAME>`, `KARYALAY_IMAP_PASSWORD_FILE_<NAME>`,
/// `KARYALAY_IMAP_CA_<NAME>`.
@Component
class BoxSecrets {
  private final Environment environment;

  BoxSecrets(Environment environment) {
    this.environment = environment;
  }

  /// Empty while none is set.
  ///
  /// @throws IOException when the file that is named cannot be read
  Optional<String> password(String name) throws IOException {
    String password = text("password." + name);
    if (!password.isEmpty()) return Optional.of(password);
    String file = text("password.file." + name);
    if (file.isEmpty()) return Optional.empty();
    String read = Files.readString(Path.of(file), StandardCharsets.UTF_8).strip();
    return read.isEmpty() ? Optional.empty() : Optional.of(read);
  }

  /// Trusts the authority of that file and no other; empty where none is named, and the machine's
  /// own trust holds.
  Optional<SSLSocketFactory> trust(String name) throws IOException, GeneralSecurityException {
    String file = text("ca." + name);
    if (file.isEmpty()) return Optional.empty();
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      int n = 0;
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in))
        store.setCertificateEntry("ca" + n++, each);
    }
    var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return Optional.of(context.getSocketFactory());
  }

  private String text(String name) {
    return environment.getProperty("karyalay.imap." + name, "").strip();
  }
}
