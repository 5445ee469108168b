package karyalay.files;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import karyalay.shared.Refused;

/// The words of a note: paragraphs that are numbered as they stand.
public record NoteText(List<String> paragraphs) {
  /// A note is for reading; long matter goes to an appendix.
  static final int MOST_BYTES = 1_000_000;

  private static final Pattern EMPTY_LINE = Pattern.compile("\n[ \\t\\u00a0]*\n");

  /// Cuts what was typed into paragraphs at empty lines; single line ends stay inside one.
  ///
  /// @throws Refused `NOTE_EMPTY`, `NOTE_TOO_LONG`
  public static NoteText of(String typed) {
    if (typed.length() >= MOST_BYTES / 4
        && typed.getBytes(StandardCharsets.UTF_8).length >= MOST_BYTES)
      throw new Refused(FileRefusal.NOTE_TOO_LONG, "1 MB");
    // The database holds no NUL, and a note has no use for one.
    String clean = typed.replace("\r\n", "\n").replace('\r', '\n').replace("\u0000", "");
    List<String> paragraphs =
        EMPTY_LINE
            .splitAsStream(clean)
            .map(String::strip)
            .filter(paragraph -> !paragraph.isEmpty())
            .toList();
    if (paragraphs.isEmpty()) throw new Refused(FileRefusal.NOTE_EMPTY);
    return new NoteText(paragraphs);
  }

  /// As stored, and as {@link #of} reads it again.
  public String text() {
    return String.join("\n\n", paragraphs);
  }

  public int count() {
    return paragraphs.size();
  }
}
