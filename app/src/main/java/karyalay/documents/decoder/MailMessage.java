package karyalay.documents.decoder;

import jakarta.activation.DataSource;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.util.SharedFileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An e-mail taken apart, as leniently as any reader of mail does it. The file is never held in
/// memory: parts are places in it.
final class MailMessage {
  private static final int DEEPEST = 20;
  private static final Pattern ID = Pattern.compile("<[^<>\\s]{1,500}>");
  private static final Pattern ADDRESS = Pattern.compile("(?s)^(.*?)<\\s*([^<>\\s]*)\\s*>");
  private static final int MOST_ANSWERED = 50;

  static {
    for (String lenient :
        List.of(
            "mail.mime.ignoreunknownencoding",
            "mail.mime.base64.ignoreerrors",
            "mail.mime.uudecode.ignoreerrors",
            "mail.mime.multipart.ignoremissingendboundary",
            "mail.mime.multipart.ignoremissingboundaryparameter",
            "mail.mime.multipart.allowempty")) System.setProperty(lenient, "true");
    System.setProperty("mail.mime.parameters.strict", "false");
  }

  private final MailText text = new MailText();
  private final MailParts parts;
  private boolean damaged;

  private MailMessage(Path folder) {
    this.parts = new MailParts(folder);
  }

  static Letter unpack(Path file, Path folder) throws IOException {
    try (var in = new SharedFileInputStream(file.toFile())) {
      return new MailMessage(folder)
          .read(new MimeMessage(Session.getInstance(new Properties()), in));
    } catch (MessagingException e) {
      throw new IOException(e);
    }
  }

  private Letter read(MimeMessage message) throws MessagingException, IOException {
    walk(message, 0);
    String from = header(message, "From");
    Matcher address = ADDRESS.matcher(from);
    boolean bracketed = address.find();
    String name = bracketed ? MailWords.unquoted(address.group(1)) : "";
    String mail = bracketed ? address.group(2) : from.contains("@") ? from : "";
    return new Letter(
        first(ID.matcher(header(message, "Message-ID"))),
        bracketed || from.contains("@") ? name : from,
        mail,
        header(message, "To"),
        header(message, "Subject"),
        sent(message),
        answers(message),
        text.words(),
        text.cut(),
        damaged,
        parts.all());
  }

  private static String sent(MimeMessage message) throws MessagingException {
    Date sent = message.getSentDate();
    return sent == null ? "" : sent.toInstant().toString();
  }

  private static List<String> answers(MimeMessage message) throws MessagingException {
    List<String> ids = new ArrayList<>();
    Matcher direct = ID.matcher(header(message, "In-Reply-To"));
    while (direct.find()) ids.add(direct.group());
    List<String> further = new ArrayList<>();
    Matcher thread = ID.matcher(header(message, "References"));
    while (thread.find()) further.addFirst(thread.group());
    ids.addAll(further);
    return ids.stream().distinct().limit(MOST_ANSWERED).toList();
  }

  private static String first(Matcher id) {
    return id.find() ? id.group() : "";
  }

  private static String header(MimePart part, String name) throws MessagingException {
    String[] values = part.getHeader(name);
    return values == null ? "" : MailWords.decoded(String.join(", ", Arrays.asList(values)));
  }

  private void walk(MimePart part, int depth) throws MessagingException, IOException {
    String type = type(part);
    if (type.startsWith("multipart/") && depth < DEEPEST) {
      if (!children(part, depth)) whole(part);
    } else if (type.equals("message/rfc822")) parts.nested(name(part), part.getSize());
    else if (isText(part, type)) text.add(part, type);
    else keep(part, type);
  }

  /// @return false when it cannot be parted
  private boolean children(MimePart part, int depth) throws IOException, MessagingException {
    List<MimePart> children = new ArrayList<>();
    try {
      DataSource source = part.getDataHandler().getDataSource();
      var parted = new MimeMultipart(source);
      for (int i = 0; i < parted.getCount(); i++) {
        BodyPart child = parted.getBodyPart(i);
        if (child instanceof MimePart mime) children.add(mime);
      }
    } catch (MessagingException | UncheckedIOException e) {
      damaged = true;
    }
    for (MimePart child : children) walk(child, depth + 1);
    return !children.isEmpty();
  }

  /// What says that it has parts and has none is read as it stands.
  private void whole(MimePart part) throws MessagingException, IOException {
    damaged = true;
    text.add(part, "text/plain");
  }

  private void keep(MimePart part, String type) throws MessagingException {
    String id = part.getContentID();
    boolean inline =
        type.startsWith("image/")
            && id != null
            && !Part.ATTACHMENT.equalsIgnoreCase(disposition(part));
    try (InputStream in = part.getInputStream()) {
      if (!parts.keep(name(part), type, inline, in)) damaged = true;
    } catch (IOException | RuntimeException e) {
      parts.broken(name(part), type);
      damaged = true;
    }
  }

  private static boolean isText(MimePart part, String type) throws MessagingException {
    boolean words = type.equals("text/plain") || type.equals("text/html") || type.isEmpty();
    return words && name(part).isEmpty() && !Part.ATTACHMENT.equalsIgnoreCase(disposition(part));
  }

  private static String disposition(MimePart part) {
    try {
      String disposition = part.getDisposition();
      return disposition == null ? "" : disposition;
    } catch (MessagingException e) {
      return "";
    }
  }

  private static String name(MimePart part) {
    try {
      String name = part.getFileName();
      return name == null ? "" : MailWords.decoded(name);
    } catch (MessagingException e) {
      return "";
    }
  }

  /// Kind of a part in small letters, without its parameters; empty when it says none.
  private static String type(MimePart part) throws MessagingException {
    String[] stated = part.getHeader("Content-Type");
    if (stated == null) return "";
    return stated[0].split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }
}
