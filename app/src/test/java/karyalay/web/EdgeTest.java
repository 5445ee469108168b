package karyalay.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import karyalay.Given;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.Web;
import karyalay.access.Gate;
import karyalay.shared.Capacity;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What a browser gets over a real line when the question itself is wrong.
@KaryalayTest
class EdgeTest {
  @Autowired Given given;
  @Autowired SignedIn signedIn;
  @Autowired Web web;
  @LocalServerPort int port;

  private final HttpClient line = HttpClient.newHttpClient();

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private HttpResponse<String> sent(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return line.send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void a_wrong_method_and_a_wrong_kind_are_told_in_sentences() throws Exception {
    var method = sent(to("/desk").DELETE());
    assertThat(method.statusCode()).isEqualTo(405);
    assertThat(method.body())
        .contains("इस पते पर यह क्रिया नहीं होती")
        .doesNotContain("Whitelabel");
    var kind =
        sent(
            to("/api/v1/receipts")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("x")));
    assertThat(kind.statusCode()).isIn(401, 415);
    assertThat(kind.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  @Test
  void what_never_reaches_a_route_gets_our_page_too() throws Exception {
    var odd = sent(to("/desk%3Bx=1/%2e%2e/signin").GET());
    assertThat(odd.statusCode()).isIn(400, 404);
    assertThat(odd.body()).doesNotContain("Whitelabel", "Exception");
    var api = sent(to("/api/v1/nothing").GET());
    assertThat(api.statusCode()).isEqualTo(404);
    assertThat(api.headers().firstValue("Content-Type")).contains("application/problem+json");
    var tooLong =
        sent(
            to("/api/v1/receipts")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("[" + " ".repeat(5_000_000) + "]")));
    assertThat(tooLong.statusCode()).isEqualTo(413);
    assertThat(tooLong.body()).contains("web.TOO_LARGE");
  }

  /// Begins an upload of 50 MB and sends a few bytes of it.
  private String begun(String cookie) throws IOException {
    String head =
        "POST /uploads HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nCookie: "
            + Gate.COOKIE
            + "="
            + cookie
            + "\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 50000000\r\n\r\n"
            + "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a\"\r\n\r\nbegun";
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(3_000);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    }
  }

  @Test
  void an_upload_by_a_stranger_is_answered_before_it_is_received() throws Exception {
    assertThat(begun("nobody")).isEqualTo("HTTP/1.1 401");
    // Of somebody who signed in here it is waited for, since his text may have to be kept.
    var browser = signedIn.as(given.district().thana("थाना अपलोड").hm());
    assertThatThrownBy(() -> begun(browser.token())).isInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void who_names_a_post_that_is_not_his_is_shown_his_own() throws Exception {
    var district = given.district();
    var thana = district.thana("थाना द्वार");
    district.charge(thana.hm(), thana.si().post(), Capacity.ADDITIONAL);
    var browser = signedIn.as(thana.hm());
    var other = new SignedIn.Browser(browser.token(), browser.csrf(), thana.sho().mark());
    assertThat(web.get(other, "/desk"))
        .hasStatus(403)
        .bodyText()
        .contains("/desk?as=" + thana.hm().mark(), "/desk?as=" + thana.si().mark());
  }

  @Test
  void the_language_of_a_page_that_answers_a_form_leads_back_to_where_the_form_stood()
      throws Exception {
    var browser = signedIn.as(given.district().thana("थाना भाषा").sho());
    var answer =
        web.raw()
            .post()
            .uri("/account/tokens")
            .cookie(new jakarta.servlet.http.Cookie(Gate.COOKIE, browser.token()))
            .header("Referer", "http://localhost/account?as=" + browser.mark())
            .param("_csrf", browser.csrf())
            .param("as", browser.mark())
            .param("act", karyalay.shared.Ids.next().toString())
            .param("name", "भाषा")
            .exchange();
    assertThat(answer)
        .hasStatusOk()
        .bodyText()
        .contains("name=\"to\" value=\"/account?as=" + browser.mark() + "\"");
  }
}
