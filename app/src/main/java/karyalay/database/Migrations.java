package karyalay.database;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/// Brings each module's schema up to date, lower modules first: their views are named by those
/// above. Each has its own folder `db/migration/<module>` and its own history.
@Component
class Migrations implements FlywayMigrationStrategy {
  static final List<String> ORDER =
      List.of("shared", "ledger", "organisation", "access", "documents", "desk", "files", "dak");

  @Override
  public void migrate(Flyway flyway) {
    for (String module : ORDER)
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
}
