package karyalay.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/// The generated district: ids and sessions follow from numbers, so that driver and database agree
/// without asking each other.
record World(Database database) {
  static final int DESKS = 2000;
  private static final long CHUNK = 50_000;

  static UUID id(String kind, long n) {
    return UUID.fromString(String.format(Locale.ROOT, "00000000-0000-7000-%s-%012x", kind, n));
  }

  static String mark(int post) {
    return "P" + post / 400 + "-B" + (post % 400 + 1);
  }

  /// The id of a post, as the chips of the note sheet send it.
  static UUID post(int post) {
    return id("b000", post);
  }

  static String cookie(int person) {
    return "karyalay=bench-session-" + person;
  }

  static String csrf(int person) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(("csrf:bench-session-" + person).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 32);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Makes the district and `papers` files, one in `live` of them on a desk; keeps what is there.
  void load(long papers, int live) throws IOException, SQLException, InterruptedException {
    if (database.number("SELECT count(*) FROM pg_namespace WHERE nspname = 'bench'") == 0)
      database.run("world.sql", Map.of());
    long there = count();
    if (there >= papers) return;
    System.out.println("loading " + (papers - there) + " papers …");
    List<Callable<Void>> chunks = new ArrayList<>();
    for (long first = there + 1; first <= papers; first += CHUNK) {
      long from = first;
      long to = Math.min(papers, first + CHUNK - 1);
      chunks.add(() -> {
        database.run("papers.sql", Map.of("first", from, "last", to, "live", (long) live));
        return null;
      });
    }
    try (var pool = Executors.newFixedThreadPool(2)) {
      for (var done : pool.invokeAll(chunks)) done.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
    database.run("settle.sql", Map.of());
  }

  long count() throws SQLException {
    return database.number(
        "SELECT count(*) FROM desk.content WHERE id >= bench.id('8000', 0) AND id < bench.id('8100', 0)");
  }
}
