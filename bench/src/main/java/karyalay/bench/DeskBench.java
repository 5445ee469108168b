package karyalay.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.SplittableRandom;

/// The desk page of an ordinary officer, 50 rows, sequential requests after a warm-up.
final class DeskBench {
  private final int port;

  DeskBench(int port) {
    this.port = port;
  }

  /// @param kilobytes of one page, uncompressed, without its cached files
  record Result(Times times, double kilobytes, long errors) {}

  /// Statements of one page, as the server saw them: session, shell and content together.
  int statements(Database database) throws IOException, SQLException {
    int least = Integer.MAX_VALUE;
    try (var http = new LeanHttp(port)) {
      // What a worker does at the same moment would be counted too, so the least of three is taken.
      for (int desk = 11; desk < 14; desk++) {
        String path = "/desk?as=" + World.mark(desk);
        String cookie = World.cookie(desk);
        http.get(path, cookie, false);
        least =
            Math.min(
                least, database.statements("access.session", () -> http.get(path, cookie, false)));
      }
    }
    return least;
  }

  Result run(int requests) throws IOException {
    var times = new Times(requests);
    var random = new SplittableRandom(1);
    long bytes = 0;
    long errors = 0;
    try (var http = new LeanHttp(port)) {
      for (int i = -requests / 4; i < requests; i++) {
        int desk = random.nextInt(World.DESKS);
        long started = System.nanoTime();
        var answer = http.get("/desk?as=" + World.mark(desk), World.cookie(desk), false);
        long took = System.nanoTime() - started;
        if (i < 0) continue;
        if (answer.status() != 200) errors++;
        times.add(took);
        bytes = Math.max(bytes, answer.bytes());
      }
    }
    return new Result(times, bytes / 1024.0, errors);
  }
}
