package karyalay.documents.decoder;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimePart;
import java.io.IOException;
import java.io.InputStream;

/// The words of an e-mail: its plain text, or of its HTML what a reader would read.
final class MailText {
  private static final int MOST_BYTES = 2 << 20;
  private static final int MOST_LETTERS = 500_000;

  private final StringBuilder plain = new StringBuilder();
  private final StringBuilder html = new StringBuilder();
  private boolean cut;

  void add(MimePart part, String type) throws MessagingException, IOException {
    String words = MailWords.text(bytes(part), charset(part));
    StringBuilder to = type.equals("text/html") ? html : plain;
    if (!to.isEmpty()) to.append("\n\n");
    to.append(words);
  }

  /// A wrapping that cannot be undone is left as it is.
  private byte[] bytes(MimePart part) throws MessagingException, IOException {
    try (InputStream in = part.getInputStream()) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) cut = true;
      return bytes;
    } catch (IOException | RuntimeException e) {
      return new byte[0];
    }
  }

  private static String charset(MimePart part) {
    try {
      String stated = part.getContentType();
      String charset = new ContentType(stated).getParameter("charset");
      return charset == null ? "" : charset;
    } catch (MessagingException e) {
      return "";
    }
  }

  String words() {
    String words = plain.toString().isBlank() ? HtmlWords.of(html.toString()) : plain.toString();
    String clean = MailWords.clean(words);
    if (clean.length() <= MOST_LETTERS) return clean;
    cut = true;
    return clean.substring(0, MOST_LETTERS);
  }

  boolean cut() {
    return cut;
  }
}
