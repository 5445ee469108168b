package karyalay.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The embedded server through everything that power cuts, impatient hands and full machines do.
class EmbeddedPostgresTest {
  private final DataFolders folders = new DataFolders();

  @AfterEach
  void no_folders() {
    folders.close();
  }

  @Test
  void what_was_committed_is_there_after_the_server_was_killed() throws Exception {
    Path data = folders.used();
    try (var server = EmbeddedPostgres.start(data)) {
      try (var connection = superuser(server)) {
        run(connection, "CREATE TABLE kept (word text)");
        run(connection, "INSERT INTO kept VALUES ('नमस्ते')");
      }
      kill(data);
    }
    try (var server = EmbeddedPostgres.start(data);
        var connection = superuser(server)) {
      assertThat(ask(connection, "SELECT word FROM kept")).isEqualTo("नमस्ते");
    }
    assertThat(Files.readString(data.resolve("database/server.log")))
        .contains("automatic recovery in progress");
  }

  @Test
  void a_server_that_dies_while_the_program_lives_is_started_again_until_the_program_ends()
      throws Exception {
    Path data = folders.used();
    try (var server = EmbeddedPostgres.start(data)) {
      try (var connection = superuser(server)) {
        run(connection, "CREATE TABLE answered (word text)");
        run(connection, "INSERT INTO answered VALUES ('आदेश')");
      }
      long before = process(data);
      kill(data);
      try (var connection = patiently(server)) {
        assertThat(ask(connection, "SELECT word FROM answered")).isEqualTo("आदेश");
      }
      assertThat(process(data)).isNotEqualTo(before);
    }
    assertThat(data.resolve("database/postmaster.pid")).doesNotExist();
  }

  /// As a pool that connects anew until the server is there.
  private static Connection patiently(EmbeddedPostgres server) throws SQLException {
    long until = System.nanoTime() + 60_000_000_000L;
    while (true)
      try {
        return superuser(server);
      } catch (SQLException e) {
        if (System.nanoTime() > until) throw e;
        pause(100);
      }
  }

  @Test
  void the_server_of_a_program_that_was_killed_is_adopted_and_not_fought() throws Exception {
    Path data = folders.used();
    int port;
    long process;
    try (var program = Keeper.of(data)) {
      port = program.port();
      process = process(data);
    }
    assertThat(ProcessHandle.of(process)).as("the server outlives the program").isPresent();
    try (var server = EmbeddedPostgres.start(data)) {
      assertThat(server.port()).isEqualTo(port);
      assertThat(process(data)).isEqualTo(process);
    }
    assertThat(data.resolve("database/postmaster.pid"))
        .as("who adopted it stops it")
        .doesNotExist();
  }

  @Test
  void a_server_that_still_recovers_is_waited_for() throws Exception {
    Path data = folders.used();
    long process;
    try (var program = Keeper.of(data)) {
      process = process(data);
      assertThat(program.port()).isPositive();
    }
    signal("STOP", process);
    Thread.ofPlatform()
        .start(() -> {
          pause(3000);
          signal("CONT", process);
        });
    try (var server = EmbeddedPostgres.start(data)) {
      assertThat(process(data)).isEqualTo(process);
      assertThat(server.port()).isPositive();
    }
  }

  @Test
  void a_second_program_on_the_same_folder_is_refused() throws Exception {
    Path data = folders.used();
    try (var program = Keeper.of(data)) {
      assertThat(program.process().isAlive()).isTrue();
      assertThatExceptionOfType(DatabaseFault.class)
          .isThrownBy(() -> EmbeddedPostgres.start(data))
          .withMessageContaining("Another Karyalay is running on the data folder " + data);
    }
    EmbeddedPostgres.start(data).close();
  }

  @Test
  void whoever_does_not_wait_learns_later_that_the_server_did_not_start() throws Exception {
    Path data = folders.used();
    try (var server = EmbeddedPostgres.start(data);
        var connection = superuser(server)) {
      run(connection, "ALTER SYSTEM SET shared_preload_libraries = 'not_there'");
    }
    try (var server = EmbeddedPostgres.begin(data)) {
      assertThatExceptionOfType(DatabaseFault.class)
          .isThrownBy(server.readiness()::await)
          .withMessageContaining("The database did not start. See " + data);
    }
    Files.writeString(data.resolve("database/postgresql.auto.conf"), "");
    EmbeddedPostgres.start(data).close();
  }

  @Test
  void a_folder_of_another_major_version_is_refused_and_left_as_it_is() throws Exception {
    Path data = folders.used();
    Path version = data.resolve("database/PG_VERSION");
    Files.writeString(version, "17\n");
    assertThatExceptionOfType(DatabaseFault.class)
        .isThrownBy(() -> EmbeddedPostgres.start(data))
        .withMessage(
            "The data folder was made by PostgreSQL 17; this program brings PostgreSQL 18. Export"
                + " with the old program and import with this one.");
    Files.writeString(version, "18\n");
    EmbeddedPostgres.start(data).close();
  }

  @Test
  void another_port_is_chosen_when_the_usual_one_is_taken() throws Exception {
    Path data = folders.used();
    try (var taken = usualPort();
        var server = EmbeddedPostgres.start(data);
        var connection = superuser(server)) {
      assertThat(taken).isNotNull();
      assertThat(server.port()).isNotEqualTo(54_321);
      assertThat(ask(connection, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
    }
  }

  @Test
  void a_folder_that_cannot_be_written_is_refused_with_a_sentence() throws Exception {
    Path file = folders.fresh().resolve("file");
    Files.createFile(file);
    assertThatExceptionOfType(DatabaseFault.class)
        .isThrownBy(() -> EmbeddedPostgres.start(file))
        .withMessage(
            "The data folder %s cannot be used (a file of that name is there). Give another with"
                + " --data, or make it writable for this user.",
            file);
    assertThatExceptionOfType(DatabaseFault.class)
        .isThrownBy(() -> EmbeddedPostgres.start(Path.of("/proc/karyalay")))
        .withMessageStartingWith("The data folder /proc/karyalay cannot be used (")
        .withMessageEndingWith("). Give another with --data, or make it writable for this user.");
  }

  @Test
  void a_folder_closed_to_the_account_of_the_server_is_refused_with_a_sentence() throws Exception {
    assumeThat(Programs.root()).as("only root starts the server as another account").isTrue();
    Path data = folders.fresh();
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
    assertThatExceptionOfType(DatabaseFault.class)
        .isThrownBy(() -> EmbeddedPostgres.start(data))
        .withMessageContaining("cannot enter")
        .withMessageContaining("--data");
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
    EmbeddedPostgres.start(data).close();
  }

  @Test
  void a_first_start_that_was_cut_off_is_begun_anew() throws Exception {
    Path data = folders.fresh();
    Path half = Files.createDirectories(data.resolve("database.making/base"));
    Files.writeString(half.resolveSibling("PG_VERSION"), "18\n");
    try (var server = EmbeddedPostgres.start(data);
        var connection = superuser(server)) {
      assertThat(ask(connection, "SELECT datname FROM pg_database WHERE datname = 'karyalay'"))
          .isEqualTo("karyalay");
    }
    assertThat(data.resolve("database.making")).doesNotExist();
  }

  @Test
  void a_new_server_is_durable_on_loopback_only_and_sees_hindi() throws Exception {
    Path data = folders.fresh();
    try (var server = EmbeddedPostgres.start(data);
        var connection = superuser(server)) {
      for (String on :
          new String[] {"fsync", "synchronous_commit", "full_page_writes", "data_checksums"})
        assertThat(ask(connection, "SELECT current_setting('" + on + "')")).as(on).isEqualTo("on");
      assertThat(ask(connection, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(ask(connection, "SHOW unix_socket_directories")).isEqualTo(".");
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(data.resolve("database"))))
          .as("nobody else reaches the socket file")
          .isEqualTo("rwx------");
      assertThat(ask(connection, "SHOW password_encryption")).isEqualTo("scram-sha-256");
      server.connections().prepare();
      try (var ours = as(server, Connections.OWNER, server.connections().ownerPassword())) {
        assertThat(ask(ours, "SELECT (similarity('सौरीख', 'सौरिख') > 0)::text")).isEqualTo("true");
        assertThat(ask(ours, "SHOW server_encoding")).isEqualTo("UTF8");
      }
    }
  }

  @Test
  void three_roles_have_no_more_rights_than_their_work_needs() throws Exception {
    try (var server = EmbeddedPostgres.start(folders.used())) {
      Connections known = server.connections();
      known.prepare();
      known.prepare();
      try (var owner = as(server, Connections.OWNER, known.ownerPassword())) {
        run(owner, "CREATE SCHEMA try");
        run(owner, "CREATE TABLE try.line (word text)");
      }
      try (var app = as(server, Connections.APP, known.appPassword())) {
        run(app, "INSERT INTO try.line VALUES ('क')");
        refused(app, "CREATE TABLE try.more (word text)");
        refused(app, "CREATE TABLE public.more (word text)");
        refused(app, "TRUNCATE try.line");
        refused(app, "SET ROLE karyalay_owner");
      }
      try (var reader = as(server, Connections.READER, known.readerPassword())) {
        assertThat(ask(reader, "SELECT word FROM try.line")).isEqualTo("क");
        refused(reader, "INSERT INTO try.line VALUES ('ख')");
      }
    }
  }

  @Test
  void passwords_lie_in_a_file_for_its_owner_only_and_in_no_log() throws Exception {
    Path data = folders.fresh();
    try (var server = EmbeddedPostgres.start(data)) {
      server.connections().prepare();
      Path file = data.resolve("database.secrets");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      String password = server.connections().superuserPassword();
      assertThat(password).hasSize(48);
      assertThat(Files.readString(file)).contains(password);
      for (String log : new String[] {"database.log", "database/server.log"})
        assertThat(Files.readString(data.resolve(log)))
            .doesNotContain(password, server.connections().appPassword());
      assertThat(server.connections().toString()).doesNotContain(password);
      try (var left = Files.list(data)) {
        assertThat(left.map(path -> path.getFileName().toString()))
            .noneMatch(name -> name.startsWith("password"));
      }
    }
  }

  private static ServerSocket usualPort() {
    try {
      return new ServerSocket(54_321, 1, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      // Somebody else has it, which is as good.
      return unbound();
    }
  }

  private static ServerSocket unbound() {
    try {
      return new ServerSocket();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Connection superuser(EmbeddedPostgres server) throws SQLException {
    Connections known = server.connections();
    return DriverManager.getConnection(
        known.server() + "postgres", known.superuser(), known.superuserPassword());
  }

  private static Connection as(EmbeddedPostgres server, String role, String password)
      throws SQLException {
    return DriverManager.getConnection(server.connections().url(), role, password);
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }

  private static void refused(Connection connection, String sql) {
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> run(connection, sql))
        .satisfies(fault -> assertThat(fault.getSQLState()).as(sql).isEqualTo("42501"));
  }

  private static long process(Path data) throws IOException {
    return Long.parseLong(
        Files.readAllLines(data.resolve("database/postmaster.pid")).getFirst().strip());
  }

  private static void kill(Path data) throws IOException {
    long process = process(data);
    signal("KILL", process);
    ProcessHandle.of(process).ifPresent(handle -> handle.onExit().join());
  }

  private static void signal(String name, long process) {
    try {
      int exit =
          new ProcessBuilder("kill", "-" + name, Long.toString(process))
              .inheritIO()
              .start()
              .waitFor();
      assertThat(exit).isZero();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
