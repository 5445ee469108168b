package karyalay.notices;

import java.time.Duration;

/// The server that carries our e-mail.
///
/// @param user empty when it asks for none
/// @param from address the letters come from
/// @param timeout longest silence that is borne at any step
record MailServer(
    String host, int port, Tls tls, String user, String password, String from, Duration timeout) {
  /// How the line is protected.
  enum Tls {
    NONE,
    STARTTLS,
    TLS
  }

  /// Never with its password.
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
