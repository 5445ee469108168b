package karyalay.notices;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// The mail server as whoever runs the program has set it: `KARYALAY_MAIL_HOST`, `_PORT`, `_TLS`
/// (`starttls`, `tls`, `none`), `_USER`, `_PASSWORD`, `_FROM`, in the environment (so that no
/// password stands on a command line), read anew for every round.
@Component
class MailSettings {
  private final Environment environment;

  MailSettings(Environment environment) {
    this.environment = environment;
  }

  /// Empty while no server is set: then mails wait.
  Optional<MailServer> server() {
    String host = text("host", "");
    if (host.isEmpty()) return Optional.empty();
    var tls = MailServer.Tls.valueOf(text("tls", "starttls").toUpperCase(Locale.ROOT));
    String user = text("user", "");
    return Optional.of(
        new MailServer(
            host,
            Integer.parseInt(text("port", tls == MailServer.Tls.TLS ? "465" : "587")),
            tls,
            user,
            text("password", ""),
            text("from", user),
            Duration.ofSeconds(Long.parseLong(text("timeout", "20")))));
  }

  private String text(String name, String otherwise) {
    return environment.getProperty("karyalay.mail." + name, otherwise).strip();
  }
}
