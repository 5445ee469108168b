package karyalay.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The way to our own server through its socket file.
class LocalSocketTest {
  private final DataFolders folders = new DataFolders();
  @TempDir Path folder;

  @AfterEach
  void no_folders() {
    folders.close();
  }

  @Test
  void the_pool_reaches_our_server_through_its_socket_file_and_can_break_off_a_statement()
      throws Exception {
    try (var server = EmbeddedPostgres.start(folders.used());
        var connection = pooled(server.connections())) {
      assertThat(asked(connection, "SELECT host(client_addr) FROM pg_stat_activity WHERE pid ="))
          .as("no address: not over TCP")
          .isNull();
      try (var statement = connection.createStatement()) {
        statement.setQueryTimeout(1);
        assertThatExceptionOfType(SQLException.class)
            .isThrownBy(() -> statement.execute("SELECT pg_sleep(60)"))
            .withMessageContaining("canceling statement");
      }
    }
  }

  @Test
  void a_server_adopted_without_a_socket_file_is_reached_over_tcp() throws Exception {
    Path data = folders.used();
    Path socket;
    try (var program = Keeper.of(data)) {
      socket = data.resolve("database/.s.PGSQL." + program.port());
    }
    // As the server of a program from before there were socket files.
    Files.delete(socket);
    try (var server = EmbeddedPostgres.start(data);
        var connection = pooled(server.connections())) {
      assertThat(asked(connection, "SELECT host(client_addr) FROM pg_stat_activity WHERE pid ="))
          .isEqualTo("127.0.0.1");
    }
  }

  @Test
  void a_folder_whose_name_is_too_long_for_a_socket_file_is_reached_over_tcp() {
    Path deep = folder.resolve("कार्यालय".repeat(5));
    assertThat(Cluster.socket(deep, 54_321, false)).isEmpty();
    assertThat(Cluster.socket(Path.of("/data"), 54_321, false)).isPresent();
  }

  @Test
  void a_read_that_waits_too_long_ends_and_loses_nothing() throws Exception {
    Path file = folder.resolve("s");
    try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(file));
      try (var line = new LocalSockets(file.toString()).createSocket("ignored", 1);
          var other = server.accept()) {
        line.setSoTimeout(20);
        assertThatExceptionOfType(SocketTimeoutException.class)
            .isThrownBy(() -> line.getInputStream().read());
        other.write(ByteBuffer.wrap("राम".getBytes(UTF_8)));
        assertThat(new String(line.getInputStream().readNBytes(9), UTF_8)).isEqualTo("राम");
        line.getOutputStream().write('x');
        var answer = ByteBuffer.allocate(1);
        other.read(answer);
        assertThat((char) answer.get(0)).isEqualTo('x');
      }
    }
  }

  private static Connection pooled(Connections connections) throws SQLException {
    return DriverManager.getConnection(
        connections.poolUrl(), connections.superuser(), connections.superuserPassword());
  }

  private static String asked(Connection connection, String question) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(question + " pg_backend_pid()")) {
      row.next();
      return row.getString(1);
    }
  }
}
