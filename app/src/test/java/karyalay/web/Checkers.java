package karyalay.web;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/// The checkers of `src/test/browsers` (ESLint and Stylelint with the data of MDN, Web Features and
/// Can I Use), installed from their lock file under `target` and kept there while it is the same.
final class Checkers {
  private static final Path SOURCES = Path.of("src/test/browsers");
  private static final Path FOLDER = Path.of("target/browsers");

  /// What one of them has against a file.
  ///
  /// @param file under {@link #files}
  record Objection(String file, String rule, String sentence) {}

  Checkers() throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    for (String name : List.of("package.json", "package-lock.json", ".npmrc"))
      Files.write(FOLDER.resolve(name), Files.readAllBytes(SOURCES.resolve(name)));
    for (String name : List.of("eslint.config.js", "stylelint.config.js"))
      Files.write(FOLDER.resolve(name), Files.readAllBytes(SOURCES.resolve(name)));
    FileSystemUtils.deleteRecursively(files());
    Files.createDirectories(files());
    install();
  }

  /// Whatever is to be checked is put here.
  Path files() {
    return FOLDER.resolve("files");
  }

  private static void install() throws IOException, InterruptedException {
    byte[] lock = Files.readAllBytes(SOURCES.resolve("package-lock.json"));
    Path kept = FOLDER.resolve("installed");
    if (Files.exists(kept) && java.util.Arrays.equals(Files.readAllBytes(kept), lock)) return;
    String said =
        run(
            "npm",
            "ci",
            "--ignore-scripts",
            "--prefer-offline",
            "--no-progress",
            "--loglevel=error");
    if (!Files.exists(FOLDER.resolve("node_modules/eslint")))
      throw new IllegalStateException("npm could not install the checkers: " + said);
    Files.write(kept, lock);
  }

  /// All that is objected to in {@link #files}.
  List<Objection> objections() throws IOException, InterruptedException {
    List<Objection> found = new ArrayList<>();
    String scripts =
        run(
            "node",
            "node_modules/eslint/bin/eslint.js",
            "--format",
            "json",
            "--no-warn-ignored",
            "files");
    for (Map<String, Object> file : JsonPath.<List<Map<String, Object>>>read(scripts, "$"))
      collect(file, "filePath", "messages", "ruleId", "message", found);
    // Stylelint writes its report to the other stream.
    String styles =
        run(
            "node",
            "node_modules/stylelint/bin/stylelint.mjs",
            "--formatter",
            "json",
            "files/**/*.css");
    for (Map<String, Object> file : JsonPath.<List<Map<String, Object>>>read(styles, "$"))
      collect(file, "source", "warnings", "rule", "text", found);
    return found;
  }

  private static void collect(
      Map<String, Object> file,
      String path,
      String list,
      String rule,
      String sentence,
      List<Objection> found) {
    String name = String.valueOf(file.get(path));
    String own = name.substring(name.indexOf("/files/") + "/files/".length());
    for (Map<String, Object> one : JsonPath.<List<Map<String, Object>>>read(file, "$." + list))
      found.add(
          new Objection(own, String.valueOf(one.get(rule)), String.valueOf(one.get(sentence))));
  }

  /// @return what it said, whatever it thinks of the files
  private static String run(String... words) throws IOException, InterruptedException {
    Path said = Files.createTempFile(FOLDER, "said", ".txt");
    try {
      Process process =
          new ProcessBuilder(words)
              .directory(FOLDER.toFile())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException(String.join(" ", words) + " did not end");
      }
      String text = Files.readString(said, StandardCharsets.UTF_8);
      if (process.exitValue() > 2 || words[0].equals("node") && !text.startsWith("["))
        throw new IllegalStateException(String.join(" ", words) + " said: " + text);
      return text;
    } catch (IOException e) {
      throw new IllegalStateException(
          words[0]
              + " is missing. This test needs Node 18 or newer with npm (apt-get install nodejs npm).",
          e);
    } finally {
      Files.deleteIfExists(said);
    }
  }

  /// Copies a folder's files of these kinds.
  void take(Path folder, String into, String... endings) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        if (Stream.of(endings).noneMatch(end -> file.toString().endsWith(end))) continue;
        put(into + "/" + folder.relativize(file), Files.readString(file));
      }
    }
  }

  /// The data speak of `autofocus` on any element, which is of 2023; on a field it is of old.
  void put(String name, String text) throws IOException {
    Path target = files().resolve(name);
    Files.createDirectories(target.getParent());
    Files.writeString(target, text.replaceAll("(<input[^<]*) autofocus(=\"[^\"]*\")?", "$1"));
  }
}
