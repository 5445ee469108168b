package karyalay.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// Three roles on one database: the owner migrates, the program reads and writes, the reader reads.
///
/// @param server address with a slash at its end, without a database
public record Connections(
    String server,
    String superuser,
    String superuserPassword,
    String ownerPassword,
    String appPassword,
    String readerPassword) {
  public static final String DATABASE = "karyalay";
  public static final String OWNER = "karyalay_owner";
  public static final String APP = "karyalay_app";
  public static final String READER = "karyalay_reader";

  public String url() {
    return server + DATABASE;
  }

  /// Makes roles and database where they are missing, and gives the rights that later tables take.
  public void prepare() {
    try (Connection connection =
        DriverManager.getConnection(server + "postgres", superuser, superuserPassword)) {
      try (Statement statement = connection.createStatement()) {
        role(statement, OWNER, ownerPassword);
        role(statement, APP, appPassword);
        role(statement, READER, readerPassword);
        var known = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = 'karyalay'");
        if (!known.next()) statement.execute("CREATE DATABASE karyalay OWNER karyalay_owner");
      }
    } catch (SQLException e) {
      throw new DatabaseFault("The database could not be prepared: " + e.getMessage(), e);
    }
    try (Connection connection = DriverManager.getConnection(url(), superuser, superuserPassword);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm");
      statement.execute("GRANT CREATE ON SCHEMA public TO karyalay_owner");
      for (String right : RIGHTS.split(";", -1)) if (!right.isBlank()) statement.execute(right);
      seesHindi(statement);
    } catch (SQLException e) {
      throw new DatabaseFault("The database could not be prepared: " + e.getMessage(), e);
    }
  }

  private static final String RIGHTS =
      """
      ALTER DEFAULT PRIVILEGES FOR ROLE karyalay_owner GRANT USAGE ON SCHEMAS TO karyalay_app, karyalay_reader;
      ALTER DEFAULT PRIVILEGES FOR ROLE karyalay_owner
          GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO karyalay_app;
      ALTER DEFAULT PRIVILEGES FOR ROLE karyalay_owner GRANT SELECT ON TABLES TO karyalay_reader;
      ALTER DEFAULT PRIVILEGES FOR ROLE karyalay_owner GRANT USAGE, SELECT ON SEQUENCES TO karyalay_app;
      ALTER DEFAULT PRIVILEGES FOR ROLE karyalay_owner
          GRANT EXECUTE ON FUNCTIONS TO karyalay_app, karyalay_reader
      """;

  private static void role(Statement statement, String name, String password) throws SQLException {
    // Neither can hold a quote: the name is ours, the password is hexadecimal digits.
    var known = statement.executeQuery("SELECT 1 FROM pg_roles WHERE rolname = '" + name + "'");
    if (!known.next())
      statement.execute("CREATE ROLE " + name + " LOGIN PASSWORD '" + password + "'");
  }

  /// With a wrong ctype trigrams drop every Devanagari letter, and searching finds nothing,
  /// silently.
  static void seesHindi(Statement statement) throws SQLException {
    var row = statement.executeQuery("SELECT similarity('सौरीख', 'सौरिख') > 0");
    if (!row.next() || !row.getBoolean(1))
      throw new DatabaseFault(
          "This database does not see Hindi letters (its LC_CTYPE is C). Make it anew with LC_CTYPE C.UTF-8.");
  }

  @Override
  public String toString() {
    return "Connections to " + server;
  }
}
