package karyalay.documents.decoder;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The words of an HTML text, as lines. Nothing of it is ever shown as HTML.
final class HtmlWords {
  private static final Set<String> SILENT =
      Set.of("script", "style", "head", "title", "template", "noscript", "svg", "object");
  private static final Set<String> LINES =
      Set.of(
          "br",
          "p",
          "div",
          "tr",
          "li",
          "ul",
          "ol",
          "table",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "blockquote",
          "hr",
          "pre",
          "section",
          "header",
          "footer");
  private static final Map<String, String> NAMED =
      Map.of(
          "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ", "ndash", "–",
          "mdash", "—", "rsquo", "’", "lsquo", "‘");

  private final String html;
  private final StringBuilder out = new StringBuilder();
  private int at;

  private HtmlWords(String html) {
    this.html = html;
  }

  static String of(String html) {
    return new HtmlWords(html).read();
  }

  private String read() {
    while (at < html.length()) {
      char c = html.charAt(at);
      if (c == '<' && at + 1 < html.length() && startsTag(html.charAt(at + 1))) tag();
      else if (c == '&') entity();
      else {
        space(c);
        at++;
      }
    }
    return out.toString().replaceAll(" *\n *", "\n").replaceAll("\n{3,}", "\n\n").strip();
  }

  private static boolean startsTag(char c) {
    return Character.isLetter(c) || c == '/' || c == '!' || c == '?';
  }

  /// Runs of space are one, as a browser shows them.
  private void space(char c) {
    if (!Character.isWhitespace(c)) out.append(c);
    else if (!out.isEmpty() && !Character.isWhitespace(out.charAt(out.length() - 1)))
      out.append(' ');
  }

  private void tag() {
    if (html.startsWith("<!--", at)) {
      at = after("-->");
      return;
    }
    int end = html.indexOf('>', at);
    String inside = end < 0 ? html.substring(at + 1) : html.substring(at + 1, end);
    at = end < 0 ? html.length() : end + 1;
    boolean closing = inside.startsWith("/");
    String name =
        (closing ? inside.substring(1) : inside).split("[\\s/>]", 2)[0].toLowerCase(Locale.ROOT);
    if (!closing && SILENT.contains(name) && !inside.endsWith("/")) skip(name);
    else if (LINES.contains(name)) out.append('\n');
    else if (!closing && (name.equals("td") || name.equals("th"))) out.append("  ");
  }

  private void skip(String name) {
    int end = html.toLowerCase(Locale.ROOT).indexOf("</" + name, at);
    if (end < 0) {
      at = html.length();
      return;
    }
    at = end;
    at = after(">");
  }

  private int after(String mark) {
    int end = html.indexOf(mark, at);
    return end < 0 ? html.length() : end + mark.length();
  }

  private void entity() {
    int end = html.indexOf(';', at);
    if (end < 0 || end - at > 10) {
      out.append('&');
      at++;
      return;
    }
    String name = html.substring(at + 1, end);
    String known = name.startsWith("#") ? numbered(name.substring(1)) : NAMED.get(name);
    out.append(known == null ? html.substring(at, end + 1) : known);
    at = end + 1;
  }

  private static String numbered(String digits) {
    try {
      boolean hex = digits.startsWith("x") || digits.startsWith("X");
      int point = hex ? Integer.parseInt(digits.substring(1), 16) : Integer.parseInt(digits);
      return Character.isValidCodePoint(point) ? Character.toString(point) : "";
    } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
      return "";
    }
  }
}
