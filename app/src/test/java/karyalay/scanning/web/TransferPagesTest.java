package karyalay.scanning.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import jakarta.servlet.http.Cookie;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import karyalay.Api;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.Web;
import karyalay.access.Gate;
import karyalay.documents.SampleFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@KaryalayTest
class TransferPagesTest {
  @Autowired Given given;
  @Autowired SignedIn signedIn;
  @Autowired Web web;
  @Autowired Api api;
  @LocalServerPort int port;

  private Seat clerk;
  private Seat other;
  private final byte[] pdf = SampleFiles.scan(1, 100);

  @BeforeEach
  void thana() {
    var thana = given.district().thana("थाना टुकड़े");
    clerk = thana.hm();
    other = thana.si();
  }

  private String begin() throws Exception {
    var answer =
        web.post(
            signedIn.as(clerk),
            "/uploads/sessions",
            "name",
            "प्रार्थना.pdf",
            "mark",
            "sum",
            "size",
            Integer.toString(pdf.length));
    assertThat(answer).hasStatusOk();
    return JsonPath.read(text(answer), "$.id");
  }

  private MvcTestResult part(Seat seat, String id, int from, int end) {
    var browser = signedIn.as(seat);
    return web.raw()
        .post()
        .uri("/uploads/sessions/" + id + "/parts?offset=" + from + "&as=" + browser.mark())
        .cookie(new Cookie(Gate.COOKIE, browser.token()))
        .header("X-Csrf", browser.csrf())
        .contentType("application/octet-stream")
        .content(Arrays.copyOfRange(pdf, from, end))
        .exchange();
  }

  private static String text(MvcTestResult result) throws Exception {
    return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
  }

  private static int offset(MvcTestResult result) throws Exception {
    return JsonPath.read(text(result), "$.offset");
  }

  @Test
  @Holds("OP-127")
  void parts_become_a_line_of_the_form() throws Exception {
    String id = begin();
    assertThat(offset(part(clerk, id, 0, 1000))).isEqualTo(1000);
    var hole = part(clerk, id, 5000, 6000);
    assertThat(hole).hasStatus(409);
    assertThat(offset(hole)).isEqualTo(1000);
    assertThat(web.post(signedIn.as(clerk), "/uploads/sessions/" + id + "/completion"))
        .hasStatus(409)
        .bodyText()
        .contains("OP-127");
    assertThat(part(clerk, id, 1000, pdf.length)).hasStatusOk();
    var line = web.post(signedIn.as(clerk), "/uploads/sessions/" + id + "/completion");
    assertThat(text(line)).contains("प्रार्थना.pdf").contains("name=\"upload\"");
    assertThat(text(web.post(signedIn.as(clerk), "/uploads/sessions/" + id + "/completion")))
        .contains("name=\"upload\"");
  }

  @Test
  void another_person_finds_nothing_there() throws Exception {
    String id = begin();
    assertThat(part(other, id, 0, 10)).hasStatus(404);
    assertThat(web.get(signedIn.as(other), "/uploads/sessions/" + id)).hasStatus(404);
    assertThat(web.post(signedIn.as(other), "/uploads/sessions/" + id + "/completion"))
        .hasStatus(404);
    assertThat(web.post(signedIn.as(other), "/uploads/sessions/" + id + "/deletion"))
        .hasStatus(404);
    assertThat(text(web.get(signedIn.as(other), "/uploads/sessions"))).isEqualTo("[]");
    assertThat(text(web.get(signedIn.as(clerk), "/uploads/sessions"))).contains(id);
    assertThat(web.post(signedIn.as(clerk), "/uploads/sessions/" + id + "/deletion"))
        .hasStatus(204);
    assertThat(text(web.get(signedIn.as(clerk), "/uploads/sessions"))).isEqualTo("[]");
  }

  @Test
  @Holds("OP-127")
  void what_the_program_received_before_the_wire_was_cut_is_kept() throws Exception {
    String id = begin();
    var browser = signedIn.as(clerk);
    try (var line = new Socket("localhost", port)) {
      line.getOutputStream()
          .write(
              """
              POST /uploads/sessions/%s/parts?offset=0&as=%s HTTP/1.1
              Host: localhost
              Cookie: %s=%s
              X-Csrf: %s
              Content-Type: application/octet-stream
              Content-Length: %d

              """
                  .formatted(
                      id, browser.mark(), Gate.COOKIE, browser.token(), browser.csrf(), pdf.length)
                  .replace("\n", "\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      line.getOutputStream().write(pdf, 0, pdf.length / 2);
      line.getOutputStream().flush();
      awaitOffset(id);
    }
    int at = offset(web.get(signedIn.as(clerk), "/uploads/sessions/" + id));
    assertThat(at).isBetween(1, pdf.length / 2);
    assertThat(part(clerk, id, at, pdf.length)).hasStatusOk();
    assertThat(text(web.post(signedIn.as(clerk), "/uploads/sessions/" + id + "/completion")))
        .contains("name=\"upload\"");
  }

  private void awaitOffset(String id) throws Exception {
    for (int tries = 0; tries < 200; tries++) {
      if (offset(web.get(signedIn.as(clerk), "/uploads/sessions/" + id)) > 0) return;
      Thread.sleep(50);
    }
  }

  @Test
  void other_systems_send_in_parts_too() {
    var client = api.as(clerk);
    var begun =
        client.post("/uploads/sessions", "{\"name\": \"a.pdf\", \"size\": " + pdf.length + "}");
    assertThat(begun.status()).isEqualTo(200);
    String id = begun.at("$.id");
    assertThat(client.get("/uploads/sessions/" + id).<Integer>at("$.offset")).isZero();
    assertThat(client.post("/uploads/sessions/" + id + "/completion", "{}").code())
        .isEqualTo("scanning.NOT_ALL_HERE");
    assertThat(api.as(other).get("/uploads/sessions/" + id).code()).isEqualTo("shared.NOT_FOUND");
    assertThat(client.post("/uploads/sessions", "{\"name\": \"a\", \"size\": 999999999}").code())
        .isEqualTo("documents.TOO_LARGE");
    assertThat(client.get("/uploads/sessions/" + UUID.randomUUID()).status()).isEqualTo(404);
    assertThat(part(clerk, id, 0, pdf.length)).hasStatusOk();
    var done = client.post("/uploads/sessions/" + id + "/completion", "{}");
    assertThat(done.status()).isEqualTo(201);
    assertThat(done.<String>at("$.type")).isEqualTo("PDF");
  }
}
