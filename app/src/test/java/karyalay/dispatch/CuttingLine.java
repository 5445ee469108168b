package karyalay.dispatch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// A line that breaks: it carries a whole request, and is cut before the answer comes back.
final class CuttingLine implements AutoCloseable {
  private final ServerSocket socket;
  private final int to;
  private final long whole;
  private final AtomicInteger cuts;

  /// @param whole bytes after which the request has crossed
  /// @param cuts how many answers are lost before the line is mended
  CuttingLine(int to, long whole, int cuts) throws IOException {
    this.to = to;
    this.whole = whole;
    this.cuts = new AtomicInteger(cuts);
    socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return socket.getLocalPort();
  }

  int left() {
    return cuts.get();
  }

  private void serve() {
    while (!socket.isClosed())
      try {
        Socket near = socket.accept();
        Socket far = new Socket(InetAddress.getLoopbackAddress(), to);
        boolean cut = cuts.get() > 0;
        var crossed = new AtomicLong();
        Thread.ofVirtual().start(() -> carry(near, far, crossed, false));
        Thread.ofVirtual().start(() -> carry(far, near, crossed, cut));
      } catch (IOException e) {
        return;
      }
  }

  private void carry(Socket from, Socket into, AtomicLong crossed, boolean cut) {
    boolean back = from.getPort() == to;
    try (from;
        into) {
      InputStream in = from.getInputStream();
      OutputStream out = into.getOutputStream();
      byte[] buffer = new byte[8192];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (!back) crossed.addAndGet(read);
        else if (cut && crossed.get() >= whole) {
          cuts.decrementAndGet();
          return;
        }
        out.write(buffer, 0, read);
        out.flush();
      }
    } catch (IOException e) {
      // one end has gone: so does the other
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
