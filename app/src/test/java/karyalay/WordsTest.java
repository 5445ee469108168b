package karyalay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import karyalay.shared.Language;
import karyalay.shared.Refused;
import karyalay.web.Words;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/// No label is missing in either language. That both languages are filled is refused at start by
/// {@link Words} itself.
@KaryalayTest
class WordsTest {
  private static final Pattern KEY = Pattern.compile("\\bt\\(\"([a-zA-Z0-9._-]+)\"\\s*[,)]");

  @Autowired Words words;

  @Test
  void every_key_that_a_template_or_a_handler_names_has_words() throws IOException {
    List<String> missing = new ArrayList<>();
    for (String folder : List.of("src/main/jte", "src/main/java"))
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Matcher key = KEY.matcher(Files.readString(file, StandardCharsets.UTF_8));
          while (key.find()) if (!words.has(key.group(1))) missing.add(file + ": " + key.group(1));
        }
      }
    assertThat(missing).isEmpty();
  }

  @Test
  void every_refusal_has_a_sentence_in_both_languages() throws ClassNotFoundException {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AssignableTypeFilter(Refused.Reason.class));
    List<String> missing = new ArrayList<>();
    int seen = 0;
    for (var found : scanner.findCandidateComponents("karyalay")) {
      Object[] reasons = Class.forName(found.getBeanClassName()).getEnumConstants();
      if (reasons == null) continue;
      for (Object reason : reasons) {
        seen++;
        String key = ((Refused.Reason) reason).key();
        if (!words.has(key)) missing.add(key);
        else if (words.say(Language.HI, key).equals(words.say(Language.EN, key)))
          missing.add(key + " (one language)");
      }
    }
    assertThat(missing).isEmpty();
    assertThat(seen).isGreaterThan(60);
  }
}
