package karyalay.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/// Another program that keeps a server on a data folder until it is killed.
record Keeper(Process process, int port) implements AutoCloseable {
  static void main(String... words) throws InterruptedException {
    EmbeddedPostgres server = EmbeddedPostgres.start(Path.of(words[0]));
    System.out.println("port " + server.port());
    Thread.sleep(Duration.ofMinutes(5));
  }

  static Keeper of(Path data) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Keeper.class.getName(),
                data.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = out.readLine();
    if (line == null) throw new IOException("the other program did not start a server");
    return new Keeper(process, Integer.parseInt(line.substring("port ".length())));
  }

  /// As `kill -9` does: no hook of the program runs.
  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.getInputStream().close();
  }
}
