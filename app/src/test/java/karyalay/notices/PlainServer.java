package karyalay.notices;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/// A mail server that says no, asks for patience, falls silent, or hangs up with the letter in its
/// hands, as real ones do.
public final class PlainServer implements AutoCloseable {
  /// How it behaves.
  public enum Temper {
    REFUSES_ADDRESS,
    ASKS_FOR_PATIENCE,
    SAYS_NOTHING,
    HANGS_UP_AFTER_THE_LETTER
  }

  private final ServerSocket socket;
  private final Temper temper;
  private final AtomicInteger calls = new AtomicInteger();

  public PlainServer(Temper temper) throws IOException {
    this.temper = temper;
    this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  public int port() {
    return socket.getLocalPort();
  }

  public int calls() {
    return calls.get();
  }

  private void serve() {
    while (!socket.isClosed())
      try {
        Socket line = socket.accept();
        calls.incrementAndGet();
        Thread.ofVirtual().start(() -> talk(line));
      } catch (IOException e) {
        return;
      }
  }

  private void talk(Socket line) {
    try (line) {
      var in =
          new BufferedReader(
              new InputStreamReader(line.getInputStream(), StandardCharsets.US_ASCII));
      OutputStream out = line.getOutputStream();
      if (temper == Temper.SAYS_NOTHING) {
        in.readLine();
        return;
      }
      say(out, "220 plain");
      for (String word = in.readLine(); word != null; word = in.readLine())
        if (!answer(word, in, out)) return;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean answer(String word, BufferedReader in, OutputStream out) throws IOException {
    if (word.startsWith("RCPT")) say(out, rcpt());
    else if (word.startsWith("DATA")) {
      say(out, "354 go on");
      for (String text = in.readLine(); text != null && !text.equals("."); text = in.readLine())
        continue;
      return false;
    } else if (word.startsWith("QUIT")) {
      say(out, "221 bye");
      return false;
    } else say(out, "250 ok");
    return true;
  }

  private String rcpt() {
    return switch (temper) {
      case REFUSES_ADDRESS -> "550 5.1.1 No such user here";
      case ASKS_FOR_PATIENCE -> "451 4.7.1 Greylisted, try again";
      case SAYS_NOTHING, HANGS_UP_AFTER_THE_LETTER -> "250 ok";
    };
  }

  private static void say(OutputStream out, String text) throws IOException {
    out.write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
