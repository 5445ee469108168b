package karyalay.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import karyalay.shared.Language;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// Every label and sentence in both languages, from `messages/*.tsv` (key, English, Hindi). The
/// glossary is one of these files; a key may stand in one file only.
@Component
public class Words {
  private record Pair(String hindi, String english) {}

  private final Map<String, Pair> words = new HashMap<>();

  Words() throws IOException {
    for (var file :
        new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.tsv"))
      try (InputStream in = file.getInputStream()) {
        new String(in.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .skip(1)
            .filter(line -> !line.isBlank())
            .forEach(line -> add(line, String.valueOf(file.getFilename())));
      }
  }

  private void add(String line, String file) {
    String[] cells = line.split("\t", -1);
    if (cells.length < 3 || cells[1].isBlank() || cells[2].isBlank())
      throw new IllegalStateException(file + ": needs key, English and Hindi: " + line);
    if (words.put(cells[0], new Pair(cells[2], cells[1])) != null)
      throw new IllegalStateException(file + ": key stands twice: " + cells[0]);
  }

  /// The text for a key, with `{0}`, `{1}` … put in. A key that does not exist is a fault of ours.
  public String say(Language language, String key, Object... arguments) {
    Pair pair = words.get(key);
    if (pair == null) throw new IllegalArgumentException("no words for " + key);
    String text = language == Language.HI ? pair.hindi() : pair.english();
    return arguments.length == 0
        ? text
        : new MessageFormat(text.replace("'", "''"), Locale.ROOT).format(arguments);
  }

  public boolean has(String key) {
    return words.containsKey(key);
  }

  public Set<String> keys() {
    return new TreeSet<>(words.keySet());
  }
}
