package karyalay.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/// Notes written and left where they are, with and without a signing key: one officer a connection,
/// each on files of his own. Keys are made and opened through the program's own pages.
final class SignBench {
  private static final int OFFICERS = 16;
  private static final String PASSWORD = "bench-password";
  private static final String PIN = "4826";
  private static final String NOTE =
      "प्रार्थी के प्रार्थना पत्र की जाँच की गई। मौके पर उभय पक्ष उपस्थित मिले। "
          .repeat(6)
          .substring(0, 400);

  private final World world;
  private final int port;
  private final int[] holders;
  private final String text = URLEncoder.encode(NOTE, StandardCharsets.UTF_8);

  SignBench(World world, int port, long papers) {
    this.world = world;
    this.port = port;
    this.holders = new int[(int) papers];
  }

  /// Asks the database where each paper is.
  void refresh() throws java.sql.SQLException {
    try (var connection = world.database().connect();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT id, holder FROM desk.paper WHERE place = 'DESK' AND id >= bench.id('8000', 0)"
                    + " AND id < bench.id('8100', 0)")) {
      while (rows.next()) {
        long n = rows.getObject(1, UUID.class).getLeastSignificantBits() & 0xffffffffffffL;
        if (n >= 1 && n <= holders.length)
          holders[(int) n - 1] =
              (int) (rows.getObject(2, UUID.class).getLeastSignificantBits() & 0xffffffffffffL);
      }
    }
  }

  /// Each officer makes a key with his password and opens it with his PIN, in his session.
  void openKeys() throws IOException, java.sql.SQLException {
    world.database().run("passwords.sql", Map.of("officers", (long) OFFICERS));
    try (var http = new LeanHttp(port)) {
      for (int by = 0; by < OFFICERS; by++) {
        String pins = "&pin=" + PIN + "&again-pin=" + PIN + "&password=" + PASSWORD;
        require(http, "/account/signing-key", by, pins);
        require(http, "/account/signing-key/opening", by, "&pin=" + PIN);
      }
    }
  }

  private static void require(LeanHttp http, String path, int by, String fields)
      throws IOException {
    var answer = http.post(path, World.cookie(by), head(by) + fields);
    if (answer.status() != 303)
      throw new IllegalStateException(path + " answered " + answer.status());
  }

  private static String head(int by) {
    return "_csrf=" + World.csrf(by) + "&as=" + World.mark(by) + "&act=" + UUID.randomUUID();
  }

  /// @param signed whether every note must come to bear a signature, or none
  MoveBench.Run run(int seconds, boolean signed) throws InterruptedException {
    var times = new Times(10_000_000);
    long before = signatures();
    long begin = System.nanoTime();
    long end = begin + seconds * 1_000_000_000L;
    List<Callable<Long>> drivers = new ArrayList<>();
    for (int officer = 0; officer < OFFICERS; officer++) {
      int by = officer;
      drivers.add(() -> one(by, end, times));
    }
    long errors = 0;
    try (var pool = Executors.newFixedThreadPool(OFFICERS)) {
      for (var done : pool.invokeAll(drivers)) errors += done.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
    double rate = (times.count() - errors) / ((System.nanoTime() - begin) / 1e9);
    long made = signatures() - before;
    if (made != (signed ? times.count() - errors : 0))
      throw new IllegalStateException(times.count() + " notes and " + made + " signatures");
    return new MoveBench.Run(rate, times, errors);
  }

  private long signatures() {
    try {
      return world.database().number("SELECT count(*) FROM signatures.signature");
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private long one(int by, long end, Times times) throws IOException {
    var random = new SplittableRandom(by);
    int[] own = own(by);
    long errors = 0;
    try (var http = new LeanHttp(port)) {
      while (System.nanoTime() < end) {
        long started = System.nanoTime();
        UUID paper = World.id("8000", own[random.nextInt(own.length)] + 1L);
        String form = head(by) + "&stay=yes&text=" + text;
        if (http.post("/files/" + paper + "/notes", World.cookie(by), form).status() != 303)
          errors++;
        times.add(System.nanoTime() - started);
      }
    }
    return errors;
  }

  private int[] own(int by) {
    int[] own =
        java.util.stream.IntStream.range(0, holders.length)
            .filter(slot -> holders[slot] == by)
            .toArray();
    if (own.length == 0) throw new IllegalStateException("officer " + by + " has no file");
    return own;
  }
}
