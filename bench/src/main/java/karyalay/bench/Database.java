package karyalay.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
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

/// The embedded database of the program that is measured, reached as its superuser.
record Database(int port, String password) {
  static final String SUPERUSER = "karyalay_superuser";

  static Database of(Path data) throws IOException {
    var secrets = new Properties();
    try (Reader in = Files.newBufferedReader(data.resolve("database.secrets"))) {
      secrets.load(in);
    }
    List<String> pid = Files.readAllLines(data.resolve("database/postmaster.pid"));
    return new Database(
        Integer.parseInt(pid.get(3).strip()),
        Objects.requireNonNull(secrets.getProperty("superuser")));
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
