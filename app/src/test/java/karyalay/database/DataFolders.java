package karyalay.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/// Data folders for tests of the embedded server. Making one takes seconds, so it is made once and
/// copied; the programs inside are shared.
final class DataFolders implements AutoCloseable {
  private static final Path TEMPLATE = made();
  private final List<Path> folders = new ArrayList<>();

  private static Path made() {
    try {
      Path folder = open();
      EmbeddedPostgres.start(folder).close();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      return folder;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The account that runs the server must be able to enter.
  private static Path open() throws IOException {
    Path folder = Files.createTempDirectory("karyalay-cluster");
    return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /// A folder on which no server ever ran; only the programs are there already.
  Path fresh() throws IOException {
    Path folder = open();
    folders.add(folder);
    Files.createSymbolicLink(folder.resolve("programs"), TEMPLATE.resolve("programs"));
    return folder;
  }

  /// A folder whose server ran once and was stopped.
  Path used() throws IOException, InterruptedException {
    Path folder = fresh();
    for (String part : List.of("database", "database.secrets", "database.log"))
      if (copy(TEMPLATE.resolve(part), folder.resolve(part)) != 0)
        throw new IOException("not copied: " + part);
    return folder;
  }

  private static int copy(Path from, Path to) throws IOException, InterruptedException {
    return new ProcessBuilder("cp", "--archive", from.toString(), to.toString())
        .inheritIO()
        .start()
        .waitFor();
  }

  @Override
  public void close() {
    folders.forEach(DataFolders::delete);
  }

  private static void delete(Path folder) {
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
