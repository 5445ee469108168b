package karyalay.notices;

import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.util.Date;
import java.util.UUID;

/// A mail as it crosses the line. It knows whether the crossing has begun: before that a failure
/// leaves nothing behind at the server.
final class Letter extends MimeMessage {
  private static final String CHARSET = "UTF-8";

  private final String messageId;
  private boolean begun;

  private Letter(Session session, String messageId) {
    super(session);
    this.messageId = messageId;
  }

  static Letter of(Session session, String from, MailStore.Outgoing mail, MailEnclosures files)
      throws MessagingException {
    var letter = new Letter(session, mail.messageId());
    letter.setFrom(new InternetAddress(from));
    letter.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to()));
    letter.setSubject(mail.subject(), CHARSET);
    letter.setSentDate(Date.from(mail.made()));
    letter.setHeader("Auto-Submitted", "auto-generated");
    UUID document = mail.document();
    if (document == null) letter.setText(mail.body(), CHARSET);
    else letter.setContent(parts(mail, document, files));
    letter.saveChanges();
    return letter;
  }

  private static MimeMultipart parts(MailStore.Outgoing mail, UUID document, MailEnclosures files)
      throws MessagingException {
    var words = new MimeBodyPart();
    words.setText(mail.body(), CHARSET);
    var file = new MimeBodyPart();
    file.setDataHandler(new DataHandler(new Stored(document, mail.documentName(), files)));
    try {
      file.setFileName(MimeUtility.encodeText(mail.documentName(), CHARSET, null));
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
    // Said beforehand, so that the document need not be read through to find it out.
    file.setHeader("Content-Transfer-Encoding", "base64");
    return new MimeMultipart(words, file);
  }

  boolean begun() {
    return begun;
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }

  @Override
  public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
    begun = true;
    super.writeTo(out, ignored);
  }

  private record Stored(UUID document, String name, MailEnclosures files) implements DataSource {
    @Override
    public InputStream getInputStream() throws IOException {
      return files.open(document);
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
      throw new IOException("only read");
    }

    @Override
    public String getContentType() {
      return "application/pdf";
    }

    @Override
    public String getName() {
      return name;
    }
  }
}
