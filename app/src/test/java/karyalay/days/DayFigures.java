package karyalay.days;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// What a scripted day took: printed always, and written into `docs/figures.md` when `./karyalay
/// bench day` asks for it.
final class DayFigures {
  private static final Path FIGURES = Path.of("../docs/figures.md");
  private static final String END = "<!-- end of days -->";

  private DayFigures() {}

  /// @param what the day, in words
  /// @param papers how many papers it was about
  static void put(String what, int papers, Hands hands) throws IOException {
    String row =
        String.format(
            Locale.ROOT,
            "| %s | %d | %d | %.1f | %s (keys at %.0f a second, %d s of reading) | %.0f |",
            what,
            papers,
            hands.keys(),
            (double) hands.keys() / papers,
            hands.minutes() + " min",
            Hands.KEYS_A_SECOND,
            hands.reading(),
            hands.machine());
    System.out.println("day.figures " + row);
    if (System.getenv("KARYALAY_FIGURES") == null) return;
    String text = Files.readString(FIGURES);
    String before =
        text.lines().filter(line -> line.startsWith("| " + what + " |")).findFirst().orElse("");
    String after =
        before.isEmpty() ? text.replace(END, row + "\n" + END) : text.replace(before, row);
    Files.writeString(FIGURES, after);
  }
}
