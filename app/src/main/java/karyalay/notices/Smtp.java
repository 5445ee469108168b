package karyalay.notices;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.util.Objects;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Speaks to the mail server. Every step is bounded in time.
@Component
class Smtp {
  private static final int MOST_WORDS = 500;

  private final MailEnclosures files;

  Smtp(MailEnclosures files) {
    this.files = files;
  }

  /// Hands one letter over; a letter that cannot be put together is declined with the reason.
  Handed send(MailServer server, MailStore.Outgoing mail) {
    Session session = session(server);
    Letter letter;
    try {
      letter = Letter.of(session, server.from(), mail, files);
    } catch (MessagingException e) {
      return new Handed.Declined(words(e));
    }
    try {
      return send(session, server, letter);
    } catch (MessagingException e) {
      return MailRules.judge(code(e), letter.begun(), words(e));
    }
  }

  private static Handed send(Session session, MailServer server, Letter letter)
      throws MessagingException {
    Transport transport = session.getTransport("smtp");
    try {
      boolean named = !server.user().isEmpty();
      try {
        transport.connect(
            server.host(),
            server.port(),
            named ? server.user() : null,
            named ? server.password() : null);
      } catch (MessagingException e) {
        // Whatever it says here, it says of us and not of the letter: a wrong password, a full
        // house.
        return new Handed.Later(words(e), false);
      }
      transport.sendMessage(letter, letter.getAllRecipients());
      return new Handed.Taken(cut(((SMTPTransport) transport).getLastServerResponse()));
    } finally {
      close(transport);
    }
  }

  /// Taking leave changes nothing any more.
  private static void close(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException _) {
      // it has gone already
    }
  }

  private static Session session(MailServer server) {
    var words = new Properties();
    String wait = Long.toString(server.timeout().toMillis());
    words.put("mail.smtp.connectiontimeout", wait);
    words.put("mail.smtp.timeout", wait);
    words.put("mail.smtp.writetimeout", wait);
    words.put("mail.smtp.auth", Boolean.toString(!server.user().isEmpty()));
    words.put("mail.smtp.ssl.checkserveridentity", "true");
    switch (server.tls()) {
      case NONE -> {}
      case STARTTLS -> words.put("mail.smtp.starttls.required", "true");
      case TLS -> words.put("mail.smtp.ssl.enable", "true");
    }
    if (server.tls() == MailServer.Tls.STARTTLS) words.put("mail.smtp.starttls.enable", "true");
    // A part of a letter is no letter.
    words.put("mail.smtp.sendpartial", "false");
    return Session.getInstance(words);
  }

  /// The code of the server's answer, wherever in the chain it stands; 0 when it gave none.
  private static int code(MessagingException fault) {
    for (Exception one = fault; one instanceof MessagingException; one = next(one)) {
      int code =
          switch (one) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            case SMTPSendFailedException send -> send.getReturnCode();
            default -> 0;
          };
      if (code >= 400) return code;
    }
    return 0;
  }

  private static @Nullable Exception next(Exception fault) {
    return fault instanceof MessagingException chained ? chained.getNextException() : null;
  }

  /// The innermost sentence: the server's own.
  private static String words(MessagingException fault) {
    Exception innermost = fault;
    for (Exception next = next(fault); next != null; next = next(next)) innermost = next;
    return cut(Objects.requireNonNullElse(innermost.getMessage(), innermost.toString()));
  }

  private static String cut(@Nullable String text) {
    String line = text == null ? "" : text.strip().replaceAll("\\s+", " ");
    return line.length() <= MOST_WORDS ? line : line.substring(0, MOST_WORDS);
  }
}
