package karyalay.documents.decoder;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Bytes of an e-mail as words, whatever they claim to be: what is stated is believed where it
/// fits, then UTF-8 where it fits, then the old Western letters, in which everything fits.
final class MailWords {
  private static final Charset LAST = Charset.forName("windows-1252");
  private static final Pattern ENCODED =
      Pattern.compile("=\\?([^?*\\s]{1,60})(?:\\*[^?]*)?\\?([BbQq])\\?([^?]*)\\?=");
  private static final int MOST_HEADER = 2_000;

  private MailWords() {}

  /// A header: unfolded, encoded words read (RFC 2047), those in pieces put together first, since a
  /// letter of Hindi may be cut in two between them; letters of eight bits taken for what they are.
  static String decoded(String header) {
    String line = eightBit(header.replaceAll("\\r?\\n\\s*", " "));
    var out = new StringBuilder();
    Matcher word = ENCODED.matcher(line);
    var run = new Run();
    int end = 0;
    while (word.find()) {
      String between = line.substring(end, word.start());
      if (!between.isBlank() || !run.goesOn(word.group(1))) {
        run.flush(out);
        boolean apart = end > 0 && between.isBlank();
        if (!apart) out.append(between);
      }
      run.add(word.group(1), word.group(2), word.group(3));
      end = word.end();
    }
    run.flush(out);
    out.append(line.substring(end));
    String clean = clean(out.toString()).replaceAll("\\s+", " ").strip();
    return clean.length() > MOST_HEADER ? clean.substring(0, MOST_HEADER) : clean;
  }

  /// Encoded words of one charset that follow each other.
  private static final class Run {
    private String charset = "";
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    boolean goesOn(String next) {
      return bytes.size() == 0 || charset.equalsIgnoreCase(next);
    }

    void add(String charset, String encoding, String text) {
      this.charset = charset;
      byte[] more = encoding.equalsIgnoreCase("B") ? base64(text) : quoted(text);
      bytes.write(more, 0, more.length);
    }

    void flush(StringBuilder out) {
      if (bytes.size() > 0) out.append(text(bytes.toByteArray(), charset));
      bytes.reset();
    }
  }

  private static byte[] base64(String text) {
    try {
      return Base64.getMimeDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return text.getBytes(StandardCharsets.ISO_8859_1);
    }
  }

  private static byte[] quoted(String text) {
    var bytes = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      String hex = i + 2 < text.length() ? text.substring(i + 1, i + 3) : "";
      if (c == '=' && hex.matches("[0-9A-Fa-f]{2}")) {
        bytes.write(Integer.parseInt(hex, 16));
        i += 2;
      } else bytes.write(c == '_' ? ' ' : c);
    }
    return bytes.toByteArray();
  }

  /// The library gives each byte of a header as a letter.
  private static String eightBit(String header) {
    boolean bytes = header.chars().allMatch(c -> c < 256);
    boolean plain = header.chars().allMatch(c -> c < 128);
    return plain || !bytes ? header : text(header.getBytes(StandardCharsets.ISO_8859_1), "");
  }

  /// @param stated charset as the sender names it; empty when he does not
  static String text(byte[] bytes, String stated) {
    Charset charset = known(stated);
    if (charset == null || charset.equals(StandardCharsets.US_ASCII) || isLatin(charset)) {
      String utf = strict(bytes, StandardCharsets.UTF_8);
      return utf == null ? new String(bytes, LAST) : utf;
    }
    String read = strict(bytes, charset);
    if (read == null) read = strict(bytes, StandardCharsets.UTF_8);
    return read == null ? new String(bytes, charset) : read;
  }

  /// In these every sequence of bytes fits, so what is written in them may be UTF-8 all the same.
  private static boolean isLatin(Charset charset) {
    return charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(LAST);
  }

  private static @Nullable Charset known(String name) {
    try {
      String plain = name.strip().replace("\"", "").replace("'", "");
      if (plain.toLowerCase(Locale.ROOT).equals("utf8")) return StandardCharsets.UTF_8;
      return plain.isEmpty() ? null : Charset.forName(plain);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }

  private static @Nullable String strict(byte[] bytes, Charset charset) {
    try {
      return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /// Without what no database keeps and no reader sees: zero characters, halves of pairs, signs
  /// that turn the direction of writing.
  static String clean(String text) {
    String unix = text.replace("\r\n", "\n").replace('\r', '\n');
    var out = new StringBuilder(unix.length());
    unix.codePoints()
        .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
        .filter(c -> c < 0xd800 || c > 0xdfff)
        .filter(c -> !(c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069))
        .forEach(out::appendCodePoint);
    return out.toString().strip();
  }

  /// A name as it stands before the address.
  static String unquoted(String name) {
    String plain = name.strip();
    boolean quoted = plain.length() > 1 && plain.startsWith("\"") && plain.endsWith("\"");
    return quoted ? plain.substring(1, plain.length() - 1).replace("\\\"", "\"").strip() : plain;
  }
}
