package karyalay.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What `--database` does with a server that is not ours.
@Tag("slow")
class ExternalPostgresTest {
  private static DebianPostgres server;

  @BeforeAll
  static void a_server_of_ctype_c() {
    assumeThat(DebianPostgres.installed()).as("PostgreSQL 15 is installed").isTrue();
    server = DebianPostgres.start("--locale=C");
  }

  @AfterAll
  static void no_server() {
    if (server != null) server.close();
  }

  @BeforeEach
  void no_database() throws SQLException {
    run("DROP DATABASE IF EXISTS karyalay");
  }

  @Test
  void a_server_of_version_15_is_prepared_twice_without_harm() throws SQLException {
    Connections known = Connections.external(server.address());
    known.prepare();
    known.prepare();
    for (String[] pair :
        new String[][] {
          {Connections.OWNER, known.ownerPassword()},
          {Connections.APP, known.appPassword()},
          {Connections.READER, known.readerPassword()}
        })
      try (var connection = DriverManager.getConnection(known.url(), pair[0], pair[1])) {
        assertThat(connection.isValid(2)).isTrue();
      }
  }

  @Test
  void a_database_of_ours_sees_hindi_on_a_server_that_does_not() {
    assertThatNoException().isThrownBy(() -> Connections.external(server.address()).prepare());
  }

  @Test
  void a_database_that_does_not_see_hindi_is_refused_with_a_sentence() throws SQLException {
    run("CREATE DATABASE karyalay TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'");
    assertThatExceptionOfType(DatabaseFault.class)
        .isThrownBy(() -> Connections.external(server.address()).prepare())
        .withMessage(
            "This database does not see Hindi letters (its LC_CTYPE is C). Make it anew with"
                + " LC_CTYPE C.UTF-8.");
  }

  @Test
  void a_server_older_than_15_is_refused_with_a_sentence() {
    assertThatExceptionOfType(DatabaseFault.class)
        .isThrownBy(() -> Connections.refuseOlder(14))
        .withMessage(
            "This PostgreSQL is of version 14. Use 15 or newer, or leave --database away.");
    assertThatNoException().isThrownBy(() -> Connections.refuseOlder(15));
  }

  @Test
  void a_server_that_is_not_there_or_turns_us_away_is_told_in_a_sentence() throws Exception {
    int nobody;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = socket.getLocalPort();
    }
    assertThatExceptionOfType(DatabaseFault.class)
        .isThrownBy(
            () -> Connections.external("postgresql://postgres:x@127.0.0.1:" + nobody).prepare())
        .withMessageStartingWith("The database could not be prepared: Connection to 127.0.0.1");
    assertThatExceptionOfType(DatabaseFault.class)
        .isThrownBy(() ->
            Connections.external(server.address().replace("only-for-a-test", "wrong")).prepare())
        .withMessageContaining("password authentication failed");
    assertThatExceptionOfType(DatabaseFault.class)
        .isThrownBy(() -> Connections.external("host with spaces"))
        .withMessageStartingWith("--database needs an address as postgresql://");
  }

  private static void run(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:" + server.address().replaceFirst("//.*@", "//") + "postgres",
                "postgres",
                "only-for-a-test");
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
