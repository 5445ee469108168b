package karyalay.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// One invented paper that comes with the program: what its head says, its words, and its picture.
record SamplePaper(String name, Map<String, String> head, String text, Resource picture) {
  private static final Pattern LINE = Pattern.compile("(?m)^(\\w+): \"?(.*?)\"?$");
  private static final Pattern SUBJECT = Pattern.compile("(?m)^विषय\\s*[:：-]\\s*(.+)$");
  private static final Pattern NUMBER =
      Pattern.compile("(?m)^(?:संख्या|पत्रांक|पत्र संख्या)\\s*[:：-]\\s*(\\S+(?:/\\S+)*)");

  static List<SamplePaper> all() {
    try {
      var files =
          new PathMatchingResourcePatternResolver()
              .getResources("classpath:district/kannauj/sample-papers/*.txt");
      return Arrays.stream(files)
          .sorted(Comparator.comparing(file -> Objects.requireNonNull(file.getFilename())))
          .map(SamplePaper::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SamplePaper read(Resource file) {
    try (InputStream in = file.getInputStream()) {
      String whole = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String[] parts = whole.split("---\n", 3);
      Map<String, String> head = new HashMap<>();
      Matcher line = LINE.matcher(parts[1]);
      while (line.find()) head.put(line.group(1), line.group(2));
      String name = Objects.requireNonNull(file.getFilename()).replace(".txt", "");
      return new SamplePaper(name, head, parts[2].strip(), file.createRelative(name + ".jpg"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String head(String key) {
    return head.getOrDefault(key, "");
  }

  /// Whether a citizen wrote it.
  boolean petition() {
    return !head("kind").equals("official-letter");
  }

  String subject() {
    Matcher subject = SUBJECT.matcher(text);
    return subject.find() ? subject.group(1).strip() : text.lines().findFirst().orElse(name);
  }

  String letterNumber() {
    Matcher number = NUMBER.matcher(text);
    return petition() || !number.find() ? "" : number.group(1);
  }

  /// What it says in 15 to 300 characters: its subject, or its first words.
  String gist() {
    String gist =
        subject().length() >= 15 ? subject() : (subject() + " " + text.replace('\n', ' '));
    return gist.length() <= 300 ? gist : gist.substring(0, 300);
  }
}
