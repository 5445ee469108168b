package karyalay;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The line of a thana: a port that hands everything on to the program, until it is cut. What was
/// under way is then lost, as with a cable that is pulled.
public final class Line implements AutoCloseable {
  private enum State {
    WHOLE,
    CUT,
    SILENT,
    DEAF
  }

  private final int program;
  private final int port;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicLong carried = new AtomicLong();
  private volatile State state = State.WHOLE;
  private volatile @Nullable ServerSocket door;

  public Line(int program) {
    this.program = program;
    this.port = listen(0);
  }

  public String address() {
    return "http://localhost:" + port;
  }

  /// Bytes that went either way.
  public long carried() {
    return carried.get();
  }

  /// Nothing goes, and whoever tries is told so at once.
  public void cut() {
    state = State.CUT;
    ServerSocket listening = door;
    close(listening);
    hangUp();
  }

  /// Nothing goes, and nobody is told: packets are swallowed.
  public void silence() {
    state = State.SILENT;
  }

  /// What is asked arrives and is done; its answer does not come back.
  public void swallowAnswers() {
    state = State.DEAF;
  }

  public void mend() {
    boolean shut = state == State.CUT;
    state = State.WHOLE;
    hangUp();
    if (shut) listen(port);
  }

  private void hangUp() {
    open.forEach(Line::close);
    open.clear();
  }

  private int listen(int wanted) {
    try {
      var listening = new ServerSocket();
      listening.setReuseAddress(true);
      listening.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
      door = listening;
      Thread.ofVirtual().start(() -> accept(listening));
      return listening.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(ServerSocket listening) {
    while (!listening.isClosed())
      try {
        Socket browser = listening.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), program);
        open.add(browser);
        open.add(server);
        Thread.ofVirtual().start(() -> carry(browser, server, false));
        Thread.ofVirtual().start(() -> carry(server, browser, true));
      } catch (IOException e) {
        // Cut: nobody is served.
      }
  }

  private void carry(Socket from, Socket to, boolean answer) {
    byte[] part = new byte[16_384];
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int n = in.read(part); n >= 0; n = in.read(part)) {
        while (state == State.SILENT) Thread.sleep(20);
        if (answer && state == State.DEAF) break;
        carried.addAndGet(n);
        out.write(part, 0, n);
        out.flush();
      }
    } catch (IOException e) {
      // Cut, or one side has hung up.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      close(from);
      close(to);
      open.remove(from);
      open.remove(to);
    }
  }

  private static void close(java.io.@Nullable Closeable one) {
    try {
      if (one != null) one.close();
    } catch (IOException e) {
      // It is closed.
    }
  }

  @Override
  public void close() {
    cut();
  }
}
