package karyalay.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import javax.net.SocketFactory;

/// Makes lines through a server's socket file. The driver finds this class by its name in the
/// address, and hands the file's path to the constructor.
public final class LocalSockets extends SocketFactory {
  private final Path file;

  /// @param file the socket file, as the address names it
  public LocalSockets(String file) {
    this.file = Path.of(file);
  }

  @Override
  public Socket createSocket() throws IOException {
    return new LocalSocket(file);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    return connected();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    return connected();
  }

  private Socket connected() throws IOException {
    var socket = new LocalSocket(file);
    socket.connect(java.net.UnixDomainSocketAddress.of(file));
    return socket;
  }
}
