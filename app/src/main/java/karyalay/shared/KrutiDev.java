package karyalay.shared;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Text that was typed for KrutiDev and its sister fonts (KrutiDev 010 and 016, DevLys 010): it
/// looks like Hindi there and like scattered Latin letters everywhere else (OP-122).
///
/// What each key draws, and in which order the parts of a syllable are put right afterwards, stands
/// in one table, `static/typing/krutidev.tsv`, which the pages' script reads too: a letter of the
/// font becomes Unicode (`glyph`), ordered replacements follow (`rule`; ɪ is an ि and ʀ a reph that
/// have not found their place yet), and whole words, and letters that meet nowhere else, tell that
/// such a font was used (`sign`, `shape`).
public final class KrutiDev {
  private static final Pattern GAP = Pattern.compile("\\s+");
  private static final Pattern END = Pattern.compile("[A&%\\]-]+$");
  private static final Pattern SMALL = Pattern.compile("[a-z]");
  private static final KrutiDev TABLE = read();

  private record Rule(Pattern from, String to) {}

  private final Map<Integer, String> glyphs = new HashMap<>();
  private final List<Rule> rules = new ArrayList<>();
  private final Set<String> signs = new HashSet<>();
  private final Set<String> english = new HashSet<>();
  private Pattern shape = Pattern.compile("$^");

  private KrutiDev() {}

  private static KrutiDev read() {
    var table = new KrutiDev();
    try (InputStream in = KrutiDev.class.getResourceAsStream("/static/typing/krutidev.tsv")) {
      if (in == null) throw new IllegalStateException("no table of KrutiDev");
      var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      reader.lines().skip(1).map(line -> line.split("\t", -1)).forEach(table::take);
      return table;
    } catch (IOException e) {
      throw new IllegalStateException("the table of KrutiDev cannot be read", e);
    }
  }

  private void take(String[] cells) {
    switch (cells[0]) {
      case "glyph" -> glyphs.put(cells[1].codePointAt(0), cells[2]);
      case "rule" -> rules.add(new Rule(Pattern.compile(cells[1]), cells[2]));
      case "sign" -> signs.add(cells[1]);
      case "english" -> english.add(cells[1]);
      case "shape" -> shape = Pattern.compile(cells[1]);
      default -> throw new IllegalStateException("not understood: " + cells[0]);
    }
  }

  /// Whether a text was typed for such a font. English, and Hindi typed in Latin letters, are left
  /// alone: two different words are asked for that only such a font makes.
  public static boolean in(String text) {
    return signs(text).limit(2).count() == 2;
  }

  private static Stream<String> signs(String text) {
    return GAP.splitAsStream(text)
        .map(word -> END.matcher(word).replaceFirst(""))
        .filter(TABLE.signs::contains)
        .distinct();
  }

  private static boolean foreign(String line) {
    if (signs(line).findAny().isPresent() || TABLE.shape.matcher(line).find()) return false;
    return !SMALL.matcher(line).find()
        || GAP.splitAsStream(line.toLowerCase(Locale.ROOT)).anyMatch(TABLE.english::contains);
  }

  /// The text in Unicode. Devanagari, and whatever the font does not draw, stays as it is.
  public static String unicode(String text) {
    String glyphs =
        text.codePoints()
            .mapToObj(key -> TABLE.glyphs.getOrDefault(key, Character.toString(key)))
            .collect(Collectors.joining());
    for (Rule rule : TABLE.rules) glyphs = rule.from().matcher(glyphs).replaceAll(rule.to());
    return glyphs;
  }

  /// Puts a text into Unicode line by line, and leaves what is English as it is: a line without a
  /// sign of such a font that has an English word in it, or only capitals and figures.
  public static String legible(String text) {
    return text.lines()
            .map(line -> foreign(line) ? line : unicode(line))
            .collect(Collectors.joining("\n"))
        + (text.endsWith("\n") ? "\n" : "");
  }
}
