package karyalay.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The other direction, as a typist of KrutiDev goes: which keys make a word. Only tests need it.
public final class KrutiDevKeys {
  private static final Pattern SYLLABLE =
      Pattern.compile("(र्(?=[क-ह]))?((?:[क-ह]़?्)*[क-ह]़?)([ािीुूृेैोौॅॉ]?)([ंँः]*)|([क-ह]़?्)");

  private final Map<String, String> keys = new HashMap<>();
  private final int longest;

  public KrutiDevKeys() {
    for (String line : lines("/static/typing/krutidev.tsv")) {
      String[] cells = line.split("\t", -1);
      if (!cells[0].equals("glyph") || cells[2].isEmpty()) continue;
      keys.putIfAbsent(cells[2], cells[1]);
      // A half letter and the upright make the whole one.
      if (cells[2].endsWith("्") && cells[2].length() > 1)
        keys.putIfAbsent(cells[2].substring(0, cells[2].length() - 1), cells[1] + "k");
    }
    keys.putAll(
        Map.ofEntries(
            Map.entry("आ", "vk"),
            Map.entry("ओ", "vks"),
            Map.entry("औ", "vkS"),
            Map.entry("ऑ", "vkW"),
            Map.entry("ई", "bZ"),
            Map.entry("ऐ", ",s"),
            Map.entry("ो", "ks"),
            Map.entry("ौ", "kS"),
            Map.entry("ॉ", "kW"),
            Map.entry(":", "%"),
            Map.entry("-", "&"),
            Map.entry("र्", "j~")));
    longest =
        keys.keySet().stream().max(Comparator.comparing(String::length)).orElseThrow().length();
  }

  /// The keys of a text.
  public String of(String text) {
    var keys = new StringBuilder();
    var syllable = SYLLABLE.matcher(text);
    int at = 0;
    while (syllable.find()) {
      keys.append(one(text.substring(at, syllable.start())));
      keys.append(
          syllable.group(5) == null ? whole(syllable.toMatchResult()) : one(syllable.group(5)));
      at = syllable.end();
    }
    return keys.append(one(text.substring(at))).toString();
  }

  private String whole(MatchResult syllable) {
    boolean short_i = syllable.group(3).equals("ि");
    return (short_i ? "f" : "")
        + one(syllable.group(2))
        + (short_i ? "" : one(syllable.group(3)))
        + (syllable.group(1) == null ? "" : "Z")
        + one(syllable.group(4));
  }

  /// Sign by sign, the longest that one key draws first.
  private String one(String text) {
    var typed = new StringBuilder();
    for (int at = 0; at < text.length(); ) {
      int end = Math.min(text.length(), at + longest);
      while (end > at + 1 && !keys.containsKey(text.substring(at, end))) end--;
      String sign = text.substring(at, end);
      typed.append(keys.getOrDefault(sign, sign));
      at = end;
    }
    return typed.toString();
  }

  /// Lines of a resource, without the first, which names its columns.
  public static List<String> lines(String resource) {
    try (var in = KrutiDevKeys.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
