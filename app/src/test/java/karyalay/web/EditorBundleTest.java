package karyalay.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The committed note editor is what its sources make, so that running needs no Node and nobody
/// edits the bundle by hand.
class EditorBundleTest {
  private static final Path SOURCES = Path.of("src/main/editor");
  private static final Path BUNDLE = Path.of("src/main/resources/static/editor.js");

  @Tag("slow")
  @Test
  void the_committed_bundle_is_what_the_lock_file_and_the_sources_make(@TempDir Path folder)
      throws Exception {
    assumeTrue(npm(folder, "--version") == 0, "npm is not installed here");
    Path editor = folder.resolve("editor");
    copy(SOURCES, editor);
    Files.createDirectories(folder.resolve("resources/static"));

    assertThat(npm(editor, "ci", "--ignore-scripts")).isZero();
    assertThat(npm(editor, "run", "build")).isZero();
    assertThat(folder.resolve("resources/static/editor.js")).hasSameBinaryContentAs(BUNDLE);
  }

  @Test
  void the_lock_file_names_no_address_and_a_hash_for_every_package() throws IOException {
    String lock = Files.readString(SOURCES.resolve("package-lock.json"));

    assertThat(lock).doesNotContain("http:", "https:", "resolved");
    assertThat(count(lock, "\"integrity\"")).isEqualTo(count(lock, "\"node_modules/"));
  }

  private static int count(String text, String part) {
    return text.split(part, -1).length - 1;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        if (file.startsWith(from.resolve("node_modules"))) continue;
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) Files.createDirectories(target);
        else Files.copy(file, target);
      }
    }
  }

  private static int npm(Path folder, String... words) throws InterruptedException {
    var command = Stream.concat(Stream.of("npm"), Stream.of(words)).toList();
    try {
      Process npm =
          new ProcessBuilder(List.copyOf(command))
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return npm.waitFor(5, TimeUnit.MINUTES) ? npm.exitValue() : -1;
    } catch (IOException e) {
      return -1;
    }
  }
}
