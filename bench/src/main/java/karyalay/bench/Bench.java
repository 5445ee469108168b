package karyalay.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// `./karyalay bench NAME`: prints figures, one a line, that repeat.
final class Bench {
  /// One paper in so many lies on a desk; the rest are closed.
  private static final int LIVE = 50;

  private final World world;
  private final int port;
  private final int seconds;
  private final long papers;
  private final long program;

  private Bench(World world, int port, int seconds, long papers, long program) {
    this.world = world;
    this.port = port;
    this.seconds = seconds;
    this.papers = papers;
    this.program = program;
  }

  /// @param words name, data folder, port of the program, seconds of a round, papers, process id of
  ///   the program, and for desk the p50 that small printed
  static void main(String... words) throws IOException, SQLException, InterruptedException {
    var world = new World(Database.of(Path.of(words[1])));
    var bench =
        new Bench(
            world,
            Integer.parseInt(words[2]),
            Integer.parseInt(words[3]),
            Long.parseLong(words[4]),
            Long.parseLong(words[5]));
    switch (words[0]) {
      case "load" -> world.load(bench.papers, LIVE);
      case "move" -> bench.move();
      case "drive" -> bench.drive();
      case "small" -> bench.small();
      case "sign" -> bench.sign();
      case "desk" -> bench.desk(Double.parseDouble(words[6]));
      default ->
          throw new IllegalArgumentException(
              "bench " + words[0] + ": there are move, desk and sign");
    }
  }

  /// Load without a comparison, for a profiler to look at.
  private void drive() throws IOException, SQLException, InterruptedException {
    world.load(papers, 1);
    var bench = new MoveBench(world, port, papers, 1);
    var start = processor();
    print("raw %.0f/s", bench.raw(5));
    print("%s", processor().since(start));
    bench.refresh();
    bench.closed(15);
    var before = processor();
    var run = bench.closed(seconds);
    print(
        "http %.0f/s, p50 %.2f ms, errors %d",
        run.rate(), run.times().percentile(.5), run.errors());
    print("%s", processor().since(before));
  }

  private Processor processor() {
    return Processor.now(program, world.database().postmaster());
  }

  private void move() throws IOException, SQLException, InterruptedException {
    world.load(papers, 1);
    var bench = new MoveBench(world, port, papers, 1);
    print(
        "papers %d live, %d desks, %d connections",
        bench.livePapers(), World.DESKS, MoveBench.CONNECTIONS);
    bench.refresh();
    bench.closed(Math.max(15, seconds / 2));
    bench.raw(5);
    bench.refresh();
    List<Double> raws = new ArrayList<>();
    List<Double> ours = new ArrayList<>();
    long errors = 0;
    for (int round = 1; round <= 3; round++) {
      var begun = processor();
      raws.add(bench.raw(seconds));
      print("round %d raw, %s", round, processor().since(begun));
      // The raw writer moves the same papers.
      bench.refresh();
      begun = processor();
      var run = bench.closed(seconds);
      print("round %d http, %s", round, processor().since(begun));
      ours.add(run.rate());
      errors += run.errors();
      print(
          "round %d: raw %.0f/s, http %.0f/s, p50 %.1f ms, p99 %.1f ms, errors %d",
          round,
          raws.getLast(),
          run.rate(),
          run.times().percentile(.5),
          run.times().percentile(.99),
          run.errors());
    }
    double raw = median(raws);
    double http = median(ours);
    var half = bench.open(seconds, http / 2);
    print(
        "half load: %.0f/s offered, p50 %.1f ms, errors %d",
        http / 2, half.times().percentile(.5), half.errors());
    print(
        "database %d MB", world.database().number("SELECT pg_database_size('karyalay') / 1048576"));
    print("move.raw_per_second %.0f", raw);
    print("move.http_per_second %.0f", http);
    print("move.errors %d", errors + half.errors());
    print("move.http_over_raw %.2f", http / raw);
    print("move.p99_ms_half_load %.1f", half.times().percentile(.99));
  }

  /// Note-and-forward at 100,000 papers, for the growth of desk to be measured against.
  private void small() throws IOException, SQLException, InterruptedException {
    world.load(100_000, 1);
    print("small.p50_ms %.2f", middle(new MoveBench(world, port, 100_000, 1)));
  }

  /// After a warm-up that is long enough to have touched every live paper once.
  private double middle(MoveBench bench) throws SQLException, InterruptedException {
    bench.refresh();
    bench.closed(2 * seconds);
    return bench.closed(seconds).times().percentile(.5);
  }

  private void desk(double before) throws IOException, SQLException, InterruptedException {
    world.load(papers, LIVE);
    long count = world.count();
    print(
        "papers %d, database %d MB",
        count, world.database().number("SELECT pg_database_size('karyalay') / 1048576"));
    var desk = new DeskBench(port);
    desk.run(2000);
    var found = desk.run(5000);
    print("desk.p50_ms %.1f, errors %d", found.times().percentile(.5), found.errors());
    double after = middle(new MoveBench(world, port, count, LIVE));
    print("move p50 at 100,000: %.2f ms, at %d: %.2f ms", before, count, after);
    print("desk.statements %d", desk.statements(world.database()));
    print("desk.p99_ms %.1f", found.times().percentile(.99));
    print("desk.page_kb %.0f", found.kilobytes());
    print("desk.growth %.2f", after / before);
  }

  /// Green notes written without a key and signed with one, by the same officers over HTTP.
  private void sign() throws IOException, SQLException, InterruptedException {
    world.load(papers, 1);
    var bench = new SignBench(world, port, papers);
    bench.refresh();
    var _ = bench.run(Math.max(10, seconds / 2), false);
    var plain = bench.run(seconds, false);
    bench.openKeys();
    var _ = bench.run(Math.max(5, seconds / 4), true);
    var begun = processor();
    var signed = bench.run(seconds, true);
    print("signing, %s", processor().since(begun));
    print(
        "signed notes: p50 %.1f ms, p99 %.1f ms, errors %d, signatures kept %d",
        signed.times().percentile(.5),
        signed.times().percentile(.99),
        signed.errors(),
        world.database().number("SELECT count(*) FROM signatures.signature"));
    print("sign.notes_per_second_unsigned %.0f", plain.rate());
    print("sign.notes_per_second %.0f", signed.rate());
  }

  private static double median(List<Double> values) {
    return Times.median(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static void print(String form, Object... values) {
    System.out.println(String.format(Locale.ROOT, form, values));
  }
}
