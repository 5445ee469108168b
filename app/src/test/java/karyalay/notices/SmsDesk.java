package karyalay.notices;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// An SMS gateway that takes texts, says no, fails, hangs or hangs up, as real ones do.
public final class SmsDesk implements AutoCloseable {
  /// How it behaves.
  public enum Temper {
    TAKES,
    SAYS_NO,
    WRONG_KEY,
    BUSY,
    FAILS,
    SAYS_NOTHING,
    HANGS_UP
  }

  /// A request as it came.
  public record Asked(String method, Map<String, String> fields, String body) {}

  private final HttpServer server;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private volatile Temper temper;

  public SmsDesk(Temper temper) throws IOException {
    this.temper = temper;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/send", this::answer);
    server.start();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public void temper(Temper next) {
    temper = next;
  }

  /// What was sent to this mobile.
  public List<Asked> to(String mobile) {
    return asked.stream().filter(one -> mobile.equals(one.fields().get("to"))).toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String query = String.valueOf(exchange.getRequestURI().getRawQuery());
    var fields = new TreeMap<String, String>();
    read(query, fields);
    if (!body.startsWith("{")) read(body, fields);
    asked.add(new Asked(exchange.getRequestMethod(), Map.copyOf(fields), body));
    switch (temper) {
      case TAKES -> say(exchange, 200, "status=accepted " + fields.getOrDefault("text", ""));
      case SAYS_NO -> say(exchange, 200, "status=failed invalid template");
      case WRONG_KEY -> say(exchange, 401, "who are you");
      case BUSY -> say(exchange, 503, "later");
      case FAILS -> say(exchange, 500, "oops");
      case SAYS_NOTHING -> pause();
      case HANGS_UP -> exchange.close();
    }
  }

  private static void read(String form, Map<String, String> fields) {
    for (String field : form.split("&")) {
      String[] part = field.split("=", 2);
      if (part.length == 2) fields.put(part[0], URLDecoder.decode(part[1], StandardCharsets.UTF_8));
    }
  }

  private static void say(HttpExchange exchange, int status, String words) throws IOException {
    byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(3000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
