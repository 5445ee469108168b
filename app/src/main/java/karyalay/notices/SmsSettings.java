package karyalay.notices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// The SMS gateway as whoever runs the program has set it: `KARYALAY_SMS_ADDRESS`, `_BODY`,
/// `_TYPE`, `_SENDER`, `_SECRET` or `_SECRETFILE`, `_CODETEMPLATE`, `_ACCEPTED`, `_TIMEOUT`, in the
/// environment, read anew for every round. The secret is never in the database.
@Component
class SmsSettings {
  private final Environment environment;

  SmsSettings(Environment environment) {
    this.environment = environment;
  }

  /// The gateway, where its settings can be read: whoever only asks whether there is one is not
  /// bothered with what is wrong with them, since the health page tells it.
  Optional<SmsGateway> readable() {
    try {
      return gateway();
    } catch (IllegalArgumentException | UncheckedIOException _) {
      return Optional.empty();
    }
  }

  /// Empty while no gateway is set: then texts wait.
  ///
  /// @throws IllegalArgumentException when a setting is none
  /// @throws UncheckedIOException when the file with the secret cannot be read
  Optional<SmsGateway> gateway() {
    String address = text("address", "");
    if (address.isEmpty()) return Optional.empty();
    return Optional.of(
        new SmsGateway(
            address,
            text("body", ""),
            text("type", "application/x-www-form-urlencoded"),
            text("sender", ""),
            secret(),
            Map.of("code", text("codetemplate", "")),
            Pattern.compile(text("accepted", "")),
            Duration.ofSeconds(Long.parseLong(text("timeout", "10")))));
  }

  private String secret() {
    String file = text("secretfile", "");
    if (file.isEmpty()) return text("secret", "");
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("the secret of the SMS gateway cannot be read: " + file, e);
    }
  }

  private String text(String name, String otherwise) {
    return environment.getProperty("karyalay.sms." + name, otherwise).strip();
  }
}
