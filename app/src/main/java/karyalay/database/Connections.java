package karyalay.database;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/// Three roles on one database: the owner migrates, the program reads and writes, the reader reads.
///
/// @param server address with a slash at its end, without a database
/// @param socket the server's socket file, empty for a server that is reached over TCP alone
public record Connections(
    String server,
    String superuser,
    String superuserPassword,
    String ownerPassword,
    String appPassword,
    String readerPassword,
    Optional<Path> socket) {
  public static final String DATABASE = "karyalay";
  public static final String OWNER = "karyalay_owner";
  public static final String APP = "karyalay_app";
  public static final String READER = "karyalay_reader";

  /// An external server, 15 or newer, by an address as `jdbc:postgresql://host:5432/` or
  /// `postgresql://user:password@host:5432/`, whose user may make roles and databases. The roles'
  /// passwords follow from that user's, so that every node reckons the same.
  ///
  /// @throws DatabaseFault when the address cannot be read
  public static Connections external(String address) {
    try {
      var uri = new java.net.URI(address.startsWith("jdbc:") ? address.substring(5) : address);
      String userInfo = uri.getUserInfo() == null ? "" : uri.getUserInfo();
      String[] pair = userInfo.split(":", 2);
      String user = pair[0].isEmpty() ? environment("PGUSER", "postgres") : pair[0];
      String password = pair.length == 2 ? pair[1] : environment("PGPASSWORD", "");
      if (uri.getHost() == null) throw new java.net.URISyntaxException(address, "no host");
      int port = uri.getPort() < 0 ? 5432 : uri.getPort();
      return new Connections(
          "jdbc:postgresql://" + uri.getHost() + ":" + port + "/",
          user,
          password,
          derived(password, OWNER),
          derived(password, APP),
          derived(password, READER),
          Optional.empty());
    } catch (java.net.URISyntaxException e) {
      throw new DatabaseFault(
          "--database needs an address as postgresql://user:password@host:5432/, not " + address,
          e);
    }
  }

  private static String environment(String name, String otherwise) {
    String value = System.getenv(name);
    return value == null ? otherwise : value;
  }

  private static String derived(String password, String role) {
    return java.util.HexFormat.of()
        .formatHex(karyalay.shared.Sha256.of("karyalay:" + role + ":" + password), 0, 24);
  }

  public String url() {
    return server + DATABASE;
  }

  /// Where the program's own pool connects: through the socket file when there is one. The driver
  /// sends the first few runs of a statement as text, then prepares it on the server.
  String poolUrl() {
    String way =
        socket
            .map(file ->
                "&socketFactory="
                    + LocalSockets.class.getName()
                    + "&socketFactoryArg="
                    + URLEncoder.encode(file.toString(), StandardCharsets.UTF_8))
            .orElse("");
    return url() + "?prepareThreshold=3&reWriteBatchedInserts=true" + way;
  }

  /// Makes roles and database where they are missing, and gives the rights that later tables take.
  public void prepare() {
    try (Connection connection =
        DriverManager.getConnection(server + "postgres", superuser, superuserPassword)) {
      refuseOlder(connection.getMetaData().getDatabaseMajorVersion());
      try (Statement statement = connection.createStatement()) {
        role(statement, OWNER, ownerPassword);
        role(statement, APP, appPassword);
        role(statement, READER, readerPassword);
        var known = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = 'karyalay'");
        // What the server was made with does not matter: letters are told by Unicode, order is
        // ours.
        if (!known.next())
          statement.execute(
              """
              CREATE DATABASE karyalay OWNER karyalay_owner TEMPLATE template0
                  ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'
              """);
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

  static void refuseOlder(int version) {
    if (version < 15)
      throw new DatabaseFault(
          "This PostgreSQL is of version "
              + version
              + ". Use 15 or newer, or leave --database away.");
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
