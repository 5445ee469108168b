package karyalay.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One keep-alive connection that costs next to nothing: the client shares two cores with what it
/// measures, so an ordinary HTTP client would be measured too.
final class LeanHttp implements AutoCloseable {
  private final Socket socket;
  private final OutputStream out;
  private final InputStream in;
  private final byte[] buffer = new byte[16 * 1024];

  LeanHttp(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(30_000);
    out = socket.getOutputStream();
    in = new BufferedInputStream(socket.getInputStream(), 32 * 1024);
  }

  /// An answer: its status, its size, and the body when asked for.
  record Answer(int status, long bytes, String body, String location) {}

  Answer post(String path, String cookie, String form) throws IOException {
    byte[] body = form.getBytes(StandardCharsets.US_ASCII);
    String head =
        "POST "
            + path
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: "
            + cookie
            + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    byte[] bytes = head.getBytes(StandardCharsets.US_ASCII);
    byte[] request = new byte[bytes.length + body.length];
    System.arraycopy(bytes, 0, request, 0, bytes.length);
    System.arraycopy(body, 0, request, bytes.length, body.length);
    out.write(request);
    return read(false);
  }

  Answer get(String path, String cookie, boolean keep) throws IOException {
    String head = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: " + cookie + "\r\n\r\n";
    out.write(head.getBytes(StandardCharsets.US_ASCII));
    return read(keep);
  }

  private Answer read(boolean keep) throws IOException {
    String first = line();
    int status = Integer.parseInt(first.substring(9, 12));
    long length = 0;
    boolean chunked = false;
    String location = "";
    for (String line = line(); !line.isEmpty(); line = line()) {
      String lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) length = Long.parseLong(lower.substring(15).strip());
      if (lower.startsWith("transfer-encoding:")) chunked = lower.contains("chunked");
      if (lower.startsWith("location:")) location = line.substring(9).strip();
    }
    var body = new StringBuilder();
    long bytes = chunked ? chunks(keep ? body : null) : skip(length, keep ? body : null);
    return new Answer(status, bytes, body.toString(), location);
  }

  private long chunks(@Nullable StringBuilder keep) throws IOException {
    long total = 0;
    for (long size = Long.parseLong(line().strip(), 16);
        ;
        size = Long.parseLong(line().strip(), 16)) {
      total += skip(size, keep);
      line();
      if (size == 0) return total;
    }
  }

  private long skip(long length, @Nullable StringBuilder keep) throws IOException {
    long left = length;
    while (left > 0) {
      int n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (n < 0) throw new IOException("the server closed in the middle of an answer");
      if (keep != null) keep.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
      left -= n;
    }
    return length;
  }

  private String line() throws IOException {
    var line = new StringBuilder(64);
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) throw new IOException("the server closed");
      if (c != '\r') line.append((char) c);
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
