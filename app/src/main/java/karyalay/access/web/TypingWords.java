package karyalay.access.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import karyalay.shared.Language;
import karyalay.web.Words;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// The words that phonetic typing offers: those of the glossary, a list of the words that police
/// papers are made of, and the places of a district.
@Component
class TypingWords {
  private static final Pattern NO_LETTER = Pattern.compile("[^\\u0900-\\u0963]+");

  private final String common;

  TypingWords(Words words) throws IOException {
    var file = new ClassPathResource("static/typing/words.txt");
    var list = file.getContentAsString(StandardCharsets.UTF_8).lines();
    // Keys of the glossary have no dot; those of a module begin with its name and one.
    var glossary =
        words.keys().stream()
            .filter(key -> key.indexOf('.') < 0)
            .map(key -> words.say(Language.HI, key));
    common = lines(Stream.concat(list, glossary).toList());
  }

  /// One word a line: the common ones, then those of the names.
  String with(List<String> names) {
    return common + '\n' + lines(names);
  }

  private static String lines(List<String> texts) {
    return texts.stream()
        .flatMap(NO_LETTER::splitAsStream)
        .filter(word -> word.length() > 1)
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .collect(Collectors.joining("\n"));
  }
}
