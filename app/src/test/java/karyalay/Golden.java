package karyalay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Compares what is with what was written down. `./karyalay golden` writes it anew.
final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private Golden() {}

  static void compare(String file, String now) throws IOException {
    compare(FOLDER.resolve(file), now);
  }

  /// For what the program itself serves.
  static void compare(Path path, String now) throws IOException {
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(path.getParent());
      Files.writeString(path, now);
      return;
    }
    String written = Files.exists(path) ? Files.readString(path) : "";
    assertThat(now)
        .as("%s changed. If that is meant, run: ./karyalay golden", path)
        .isEqualTo(written);
  }
}
