package karyalay.files;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds in the words of a note what it cites: `[A]`, `फ्लैग A`, `प्रस्तर 4`, `पृष्ठ 12`, also in
/// English, in brackets and with Hindi digits, and `[पत्रावली 12/2026]` with whatever number a file
/// bears. The editor inserts them; typed by hand they work as well (OP-61).
public final class Citations {
  private static final String LABEL = "(PUC|FR(?:-[IVXLC]+)?|DFA|[A-Z]{1,2})";

  private static final Pattern CITATION =
      Pattern.compile(
          "\\["
              + LABEL
              + "]|\\[?(?:फ्लैग|(?i:\\bflag))[ -]"
              + LABEL
              + "(?![\\p{L}\\p{M}\\p{Nd}])]?"
              + "|\\[?(?:प्रस्तर|पैरा|(?i:\\bpara(?:graph)?))[ -]?(\\p{Nd}{1,6})(?!\\p{Nd})]?"
              + "|\\[?(?:पृष्ठ|(?i:\\bpage))[ -]?(\\p{Nd}{1,6})(?!\\p{Nd})]?"
              + "|\\[(?:पत्रावली|(?i:file)) (?:(?:सं0|(?i:no\\.)) ?)?([^\\[\\]\n]{1,100})]");

  private Citations() {}

  /// A stretch of a paragraph.
  public sealed interface Piece {
    /// As it was written.
    String text();
  }

  public record Plain(String text) implements Piece {}

  /// @param label as stored, in capitals
  public record ToFlag(String text, String label) implements Piece {}

  public record ToParagraph(String text, int paragraph) implements Piece {}

  public record ToPage(String text, int page) implements Piece {}

  /// @param number as typed: the file's own number, the computer's, or an old one
  public record ToFile(String text, String number) implements Piece {}

  /// All of a text, in order; joined, the pieces give the text again.
  public static List<Piece> in(String text) {
    List<Piece> pieces = new ArrayList<>();
    Matcher found = CITATION.matcher(text);
    int from = 0;
    while (found.find()) {
      if (found.start() > from) pieces.add(new Plain(text.substring(from, found.start())));
      pieces.add(piece(found));
      from = found.end();
    }
    if (from < text.length()) pieces.add(new Plain(text.substring(from)));
    return pieces;
  }

  private static Piece piece(Matcher found) {
    String label = found.group(1) == null ? found.group(2) : found.group(1);
    if (label != null) return new ToFlag(found.group(), label);
    String paragraph = found.group(3);
    if (paragraph != null) return new ToParagraph(found.group(), number(paragraph));
    String page = found.group(4);
    if (page != null) return new ToPage(found.group(), number(page));
    return new ToFile(found.group(), found.group(5).strip());
  }

  private static int number(String digits) {
    return Integer.parseInt(Digits.latin(digits));
  }
}
