package karyalay.notices;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Speaks to the SMS gateway. Every step is bounded in time; redirections are not followed, since
/// the secret would go with them.
@Component
class SmsLine {
  static {
    // Left alone, the JDK's client sends a GET again by itself when the line breaks before the
    // answer, and whoever waits for a code gets two. Read once, at the first request of the
    // program.
    System.setProperty("jdk.httpclient.redirects.retrylimit", "1");
    System.setProperty("jdk.httpclient.disableRetryConnect", "true");
  }

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(10))
          .followRedirects(HttpClient.Redirect.NEVER)
          .version(HttpClient.Version.HTTP_1_1)
          .build();

  /// Hands one text over.
  Handed send(SmsGateway gateway, TextStore.Outgoing text) {
    HttpRequest request;
    try {
      request = request(gateway, text);
    } catch (IllegalArgumentException e) {
      return new Handed.Later("the address of the gateway is not one", false);
    }
    try {
      var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      return TextRules.judge(answer.statusCode(), answer.body(), gateway.accepted());
    } catch (IOException e) {
      return unreached(e) ? new Handed.Later(words(e), false) : new Handed.Unknown(words(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Handed.Unknown("interrupted");
    }
  }

  private static HttpRequest request(SmsGateway gateway, TextStore.Outgoing text) {
    var request =
        HttpRequest.newBuilder(URI.create(gateway.addressOf(text))).timeout(gateway.timeout());
    if (!gateway.posts()) return request.GET().build();
    return request
        .header("Content-Type", gateway.contentType() + "; charset=utf-8")
        .POST(HttpRequest.BodyPublishers.ofString(gateway.bodyOf(text)))
        .build();
  }

  /// Whether nothing of the text can have crossed the line.
  private static boolean unreached(Throwable fault) {
    for (Throwable one = fault; one != null; one = cause(one))
      if (one instanceof ConnectException
          || one instanceof HttpConnectTimeoutException
          || one instanceof UnresolvedAddressException) return true;
    return false;
  }

  private static @Nullable Throwable cause(Throwable fault) {
    return fault.getCause();
  }

  private static String words(IOException fault) {
    return TextRules.cut(fault.getClass().getSimpleName());
  }
}
