package karyalay.shared;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// All Hindi words of the sample papers, the glossary and the labels of the pages.
public final class OfficeWords {
  private static final Pattern WORD =
      Pattern.compile("[\\u0904-\\u0939][\\u0900-\\u0965]*(?:[0.][\\u0900-\\u0965]+)*0?");

  private OfficeWords() {}

  public static TreeSet<String> all() throws IOException {
    var words = new TreeSet<String>();
    for (Path folder : List.of(Path.of("../docs/domain"), Path.of("src/main/resources/messages")))
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(one -> one.toString().matches(".*\\.(txt|tsv)")).toList())
          WORD.matcher(Normalizer.normalize(Files.readString(file), Normalizer.Form.NFC))
              .results()
              .map(MatchResult::group)
              .forEach(words::add);
      }
    return words;
  }
}
