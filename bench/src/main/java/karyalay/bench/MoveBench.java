package karyalay.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Note-and-forward over HTTP against the same rows written by `pgbench` on the same server.
final class MoveBench {
  static final int CONNECTIONS = 16;
  private static final String NOTE =
      "प्रार्थी के प्रार्थना पत्र की जाँच की गई। मौके पर उभय पक्ष उपस्थित मिले। "
          .repeat(6)
          .substring(0, 400);
  private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

  private final World world;
  private final int port;
  private final int live;
  private final int[] holders;
  private final String text = URLEncoder.encode(NOTE, StandardCharsets.UTF_8);

  MoveBench(World world, int port, long papers, int live) {
    this.world = world;
    this.port = port;
    this.live = live;
    this.holders = new int[(int) (papers / live)];
    for (int i = 0; i < holders.length; i++) holders[i] = (i + 1) % World.DESKS;
    // Paper n = (slot + 1) * live begins on desk (n / live) % desks.
  }

  /// Asks the database where each live paper is, after another driver has moved some.
  void refresh() throws java.sql.SQLException {
    try (var connection = world.database().connect();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT id, holder FROM desk.paper WHERE place = 'DESK' AND id >= bench.id('8000', 0)"
                    + " AND id < bench.id('8100', 0)")) {
      while (rows.next()) {
        long n = rows.getObject(1, UUID.class).getLeastSignificantBits() & 0xffffffffffffL;
        int slot = (int) (n / live) - 1;
        if (slot >= 0 && slot < holders.length)
          holders[slot] =
              (int) (rows.getObject(2, UUID.class).getLeastSignificantBits() & 0xffffffffffffL);
      }
    }
  }

  int livePapers() {
    return holders.length;
  }

  /// What one run of the driver saw.
  record Run(double rate, Times times, long errors) {}

  /// As fast as the connections go.
  Run closed(int seconds) throws InterruptedException {
    return drive(seconds, 0);
  }

  /// Arrivals at a fixed rate, whatever the answers take; times count from when each was due.
  Run open(int seconds, double rate) throws InterruptedException {
    return drive(seconds, rate);
  }

  private Run drive(int seconds, double rate) throws InterruptedException {
    var times = new Times(10_000_000);
    long begin = System.nanoTime();
    long end = begin + seconds * 1_000_000_000L;
    List<Callable<Long>> drivers = new ArrayList<>();
    for (int c = 0; c < CONNECTIONS; c++) {
      int connection = c;
      drivers.add(() -> one(connection, begin, end, rate / CONNECTIONS, times));
    }
    long errors = 0;
    try (var pool = Executors.newFixedThreadPool(CONNECTIONS)) {
      for (var done : pool.invokeAll(drivers)) errors += done.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
    return new Run(times.count() / ((System.nanoTime() - begin) / 1e9), times, errors);
  }

  private long one(int connection, long begin, long end, double rate, Times times)
      throws IOException {
    var random = new SplittableRandom(System.nanoTime() ^ connection * 7919L);
    int share = holders.length / CONNECTIONS;
    long errors = 0;
    long gap = rate == 0 ? 0 : (long) (1e9 / rate);
    long due = begin + (gap == 0 ? 0 : random.nextLong(gap));
    try (var http = new LeanHttp(port)) {
      while (System.nanoTime() < end) {
        if (gap > 0) {
          for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime())
            LockSupport.parkNanos(wait);
        }
        long started = gap > 0 ? due : System.nanoTime();
        due += gap;
        if (!send(http, random.nextInt(share) * CONNECTIONS + connection, random)) errors++;
        times.add(System.nanoTime() - started);
      }
    }
    return errors;
  }

  private boolean send(LeanHttp http, int slot, SplittableRandom random) throws IOException {
    int by = holders[slot];
    int to = (by + 1 + random.nextInt(World.DESKS - 1)) % World.DESKS;
    UUID paper = World.id("8000", (slot + 1L) * live);
    String form =
        "_csrf="
            + World.csrf(by)
            + "&as="
            + World.mark(by)
            + "&act="
            + actId(random)
            + "&to="
            + World.post(to)
            + "&text="
            + text;
    var answer = http.post("/files/" + paper + "/notes", World.cookie(by), form);
    if (answer.status() != 303) return false;
    holders[slot] = to;
    return true;
  }

  /// An act id as pages make them: UUIDv7, its first 48 bits the time, as the `uuidv7()` of the raw
  /// rows. Without the time every act would write pages all over the indexes, which no officer
  /// does.
  private static UUID actId(SplittableRandom random) {
    return new UUID(
        System.currentTimeMillis() << 16 | 0x7000L | random.nextLong() & 0xfffL,
        random.nextLong() >>> 2 | 0x8000000000000000L);
  }

  /// The raw limit: the same rows by pgbench, one statement a row, no reading.
  double raw(int seconds) throws IOException, InterruptedException {
    Path script = Files.createTempFile("move", ".pgbench");
    Path output = Files.createTempFile("pgbench", ".txt");
    String body = "'" + NOTE + "'";
    Files.writeString(script, Database.text("move.pgbench").replace(":body", body));
    var builder =
        new ProcessBuilder(
            pgbench(),
            "-n",
            "-M",
            "prepared",
            "-c",
            "16",
            "-j",
            "2",
            "-T",
            Integer.toString(seconds),
            "-D",
            "papers=" + holders.length,
            "-D",
            "live=" + live,
            "-f",
            script.toString(),
            "-h",
            "127.0.0.1",
            "-p",
            Integer.toString(world.database().port()),
            "-U",
            Database.SUPERUSER,
            "karyalay");
    builder.environment().put("PGPASSWORD", world.database().password());
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    int exit = builder.start().waitFor();
    String printed = Files.readString(output);
    Matcher rate = TPS.matcher(printed);
    if (exit != 0 || !rate.find()) throw new IllegalStateException("pgbench failed: " + printed);
    Files.delete(script);
    Files.delete(output);
    return Double.parseDouble(rate.group(1));
  }

  private static String pgbench() {
    for (int version = 18; version >= 15; version--) {
      String path = String.format(Locale.ROOT, "/usr/lib/postgresql/%d/bin/pgbench", version);
      if (Files.isExecutable(Path.of(path))) return path;
    }
    return "pgbench";
  }
}
