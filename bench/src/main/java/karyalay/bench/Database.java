package karyalay.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;

/// The embedded database of the program that is measured, reached as its superuser.
record Database(int port, String password, long postmaster, Path log) {
  static final String SUPERUSER = "karyalay_superuser";
  private static final Pattern STATEMENT =
      Pattern.compile("LOG: .* execute [^:]*: (?!BEGIN|COMMIT|ROLLBACK|SET|ALTER|SELECT pg_)");

  static Database of(Path data) throws IOException {
    var secrets = new Properties();
    try (Reader in = Files.newBufferedReader(data.resolve("database.secrets"))) {
      secrets.load(in);
    }
    List<String> pid = Files.readAllLines(data.resolve("database/postmaster.pid"));
    return new Database(
        Integer.parseInt(pid.get(3).strip()),
        Objects.requireNonNull(secrets.getProperty("superuser")),
        Long.parseLong(pid.getFirst().strip()),
        data.resolve("database/server.log"));
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/karyalay", SUPERUSER, password);
  }

  /// Runs a script of ours, statement by statement, with whole numbers put in for `:name`.
  void run(String script, Map<String, Long> numbers) throws IOException, SQLException {
    String text = text(script);
    for (var number : numbers.entrySet())
      text = text.replaceAll("(?<!:):" + number.getKey() + "\\b", number.getValue().toString());
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET synchronous_commit = off");
      statement.execute(text);
    }
  }

  long number(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  /// How many statements the server itself saw while `work` was done once: it is told to log them.
  /// Borders of transactions are not counted.
  ///
  /// @param marker words in the first statement of the work, so that what workers do beside it is
  ///   not counted with it
  int statements(String marker, Request work) throws IOException, SQLException {
    long from = Files.size(log);
    tell("ALTER SYSTEM SET log_min_duration_statement = 0");
    work.send();
    tell("ALTER SYSTEM RESET log_min_duration_statement");
    String said;
    try (var file = FileChannel.open(log)) {
      var bytes = ByteBuffer.allocate((int) (file.size() - from));
      file.read(bytes, from);
      said = StandardCharsets.UTF_8.decode(bytes.flip()).toString();
    }
    int begin = said.lastIndexOf("LOG: ", Math.max(0, said.lastIndexOf(marker)));
    return (int) STATEMENT.matcher(said.substring(Math.max(0, begin))).results().count();
  }

  /// What is measured.
  interface Request {
    void send() throws IOException;
  }

  private void tell(String setting) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(setting);
      statement.execute("SELECT pg_reload_conf()");
      statement.execute("SELECT pg_sleep(0.5)");
    }
  }

  static String text(String script) throws IOException {
    try (InputStream in = Database.class.getResourceAsStream("/load/" + script)) {
      return new String(Objects.requireNonNull(in, script).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public String toString() {
    return "database on port " + port;
  }
}
