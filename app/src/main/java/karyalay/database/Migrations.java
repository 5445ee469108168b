package karyalay.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import karyalay.shared.Sha256;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// Brings each module's schema up to date, lower modules first: their views are named by those
/// above. Each has its own folder `db/migration/<module>` and its own history. When the very same
/// migrations ran last time, nothing is looked at: that is most starts.
@Component
class Migrations implements FlywayMigrationStrategy {
  static final List<String> ORDER =
      List.of(
          "shared",
          "ledger",
          "organisation",
          "access",
          "documents",
          "signatures",
          "desk",
          "casenumbers",
          "files",
          "dak",
          "notices",
          "devices",
          "drafts",
          "dispatch",
          "mailbox",
          "golive",
          "scanning",
          "orders",
          "preparing");

  private final ObjectProvider<Readiness> readiness;

  Migrations(ObjectProvider<Readiness> readiness) {
    this.readiness = readiness;
  }

  /// The first to ask the database anything, and so the one that waits for it.
  @Override
  public void migrate(Flyway flyway) {
    readiness.ifAvailable(Readiness::await);
    String stamp = stamp();
    try (Connection connection = flyway.getConfiguration().getDataSource().getConnection()) {
      if (stamp.equals(known(connection))) return;
      for (String module : ORDER) migrate(flyway, module);
      remember(connection, stamp);
    } catch (SQLException e) {
      throw new DatabaseFault("The schema could not be brought up to date: " + e.getMessage(), e);
    }
  }

  private static void migrate(Flyway flyway, String module) {
    Flyway.configure()
        .configuration(flyway.getConfiguration())
        .locations("classpath:db/migration/" + module)
        .failOnMissingLocations(false)
        .createSchemas(false)
        .defaultSchema("public")
        .table("flyway_" + module)
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
  }

  /// The hash of all migrations, by name and content.
  private static String stamp() {
    try {
      MessageDigest digest = Sha256.digest();
      Resource[] files =
          new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/*/*.sql");
      Arrays.sort(files, Comparator.comparing(Resource::getDescription));
      for (Resource file : files) {
        digest.update(String.valueOf(file.getFilename()).getBytes(StandardCharsets.UTF_8));
        try (InputStream in = file.getInputStream()) {
          digest.update(in.readAllBytes());
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String known(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS public.migrated (stamp text NOT NULL)");
      try (var row = statement.executeQuery("SELECT stamp FROM public.migrated")) {
        return row.next() ? String.valueOf(row.getString(1)) : "";
      }
    }
  }

  private static void remember(Connection connection, String stamp) throws SQLException {
    try (var clear = connection.prepareStatement("DELETE FROM public.migrated");
        var write = connection.prepareStatement("INSERT INTO public.migrated (stamp) VALUES (?)")) {
      clear.executeUpdate();
      write.setString(1, stamp);
      write.executeUpdate();
    }
  }
}
