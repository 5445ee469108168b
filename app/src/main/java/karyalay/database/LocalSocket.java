package karyalay.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/// A line to a server on this machine through a socket file, for a driver that knows only {@link
/// Socket}. It saves the kernel TCP's work on every statement, about a tenth of what an act costs.
/// A virtual thread that waits on it gives its carrier back.
final class LocalSocket extends Socket {
  private final SocketChannel channel;
  private final Path file;
  private volatile int timeout;

  LocalSocket(Path file) throws IOException {
    this.channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    this.file = file;
  }

  /// Connects to the socket file, whatever host and port the driver believes in.
  @Override
  public void connect(SocketAddress ignored, int timeout) throws IOException {
    channel.connect(UnixDomainSocketAddress.of(file));
  }

  @Override
  public void connect(SocketAddress ignored) throws IOException {
    connect(ignored, 0);
  }

  @Override
  public InputStream getInputStream() {
    return new Waiting(Channels.newInputStream(channel));
  }

  @Override
  public OutputStream getOutputStream() {
    return Channels.newOutputStream(channel);
  }

  @Override
  public boolean isConnected() {
    return channel.isConnected();
  }

  @Override
  public boolean isClosed() {
    return !channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  @Override
  public int getSoTimeout() {
    return timeout;
  }

  @Override
  public void setSoTimeout(int milliseconds) {
    timeout = milliseconds;
  }

  /// A socket file never delays what is small, and its other end cannot vanish unseen: what TCP is
  /// told of these is left unsaid.
  @Override
  public void setTcpNoDelay(boolean on) {}

  @Override
  public void setKeepAlive(boolean on) {}

  @Override
  public String toString() {
    return "socket file " + file;
  }

  /// Reads that end after the timeout, when one is set; the driver sets one to see whether a line
  /// is alive.
  private final class Waiting extends InputStream {
    private final InputStream in;

    Waiting(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      if (length == 0) return 0;
      if (timeout > 0) await(timeout);
      return in.read(into, from, length);
    }

    private void await(int milliseconds) throws IOException {
      try (Selector selector = Selector.open()) {
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ);
        if (selector.select(milliseconds) == 0) throw new SocketTimeoutException("Read timed out");
      } finally {
        if (channel.isOpen()) channel.configureBlocking(true);
      }
    }
  }
}
