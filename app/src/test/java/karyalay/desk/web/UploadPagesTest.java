package karyalay.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.Web;
import karyalay.access.Gate;
import karyalay.desk.Attachments;
import karyalay.documents.DocumentType;
import karyalay.documents.SampleFiles;
import karyalay.shared.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@KaryalayTest
class UploadPagesTest {
  private static final Pattern ID = Pattern.compile("name=\"upload\" value=\"([0-9a-f-]{36})\"");

  @Autowired Given given;
  @Autowired SignedIn signedIn;
  @Autowired Web web;
  @Autowired Attachments attachments;
  @Autowired JdbcClient db;
  @LocalServerPort int port;

  @Value("${karyalay.data}")
  Path folder;

  private Seat clerk;
  private Seat other;

  @BeforeEach
  void thana() {
    var thana = given.district().thana("थाना अपलोड");
    clerk = thana.hm();
    other = thana.si();
  }

  private MvcTestResult stream(Seat seat, byte[] bytes, String name, String csrf) {
    var browser = signedIn.as(seat);
    return web.raw()
        .post()
        .uri("/uploads?as=" + browser.mark())
        .cookie(new Cookie(Gate.COOKIE, browser.token()))
        .header("X-Csrf", csrf.isEmpty() ? browser.csrf() : csrf)
        .header("X-Karyalay", "fetch")
        .header("Upload-Name", URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"))
        .contentType("application/octet-stream")
        .content(bytes)
        .exchange();
  }

  private MvcTestResult stream(byte[] bytes, String name) {
    return stream(clerk, bytes, name, "");
  }

  private static List<UUID> ids(MvcTestResult result) throws Exception {
    return ID.matcher(result.getResponse().getContentAsString(StandardCharsets.UTF_8))
        .results()
        .map(found -> UUID.fromString(found.group(1)))
        .toList();
  }

  private static String text(MvcTestResult result) throws Exception {
    return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
  }

  @Test
  void a_streamed_file_becomes_a_line_of_the_form() throws Exception {
    var answer = stream(SampleFiles.pdf(3), "प्रार्थना पत्र + संलग्नक.pdf");
    assertThat(answer).hasStatusOk();
    assertThat(text(answer)).contains("प्रार्थना पत्र + संलग्नक.pdf").contains("3");
    var upload = attachments.uploads(ids(answer), clerk.person()).getFirst();
    assertThat(upload.type()).isEqualTo(DocumentType.PDF);
    assertThat(upload.pages()).isEqualTo(3);
  }

  @Test
  void a_form_without_script_sends_several_files() throws Exception {
    var browser = signedIn.as(clerk);
    var answer =
        web.raw()
            .perform(
                org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart(
                        "/uploads")
                    .file(new MockMultipartFile("files", "a.jpg", null, SampleFiles.jpeg()))
                    .file(new MockMultipartFile("files", "", null, new byte[0]))
                    .file(new MockMultipartFile("files", "b.pdf", null, SampleFiles.pdf(1)))
                    .param("_csrf", browser.csrf())
                    .param("as", browser.mark())
                    .cookie(new Cookie(Gate.COOKIE, browser.token())));
    assertThat(answer).hasStatusOk();
    assertThat(ids(answer)).hasSize(2);
  }

  @Test
  void a_name_cannot_become_markup() throws Exception {
    var answer = stream(SampleFiles.jpeg(), "<img src=x onerror=alert(1)>.jpg");
    assertThat(text(answer)).doesNotContain("<img src=x");
  }

  @Test
  void a_jpeg_that_calls_itself_pdf_is_taken_as_what_it_is() throws Exception {
    var answer = stream(SampleFiles.jpeg(), "petition.pdf");
    assertThat(attachments.uploads(ids(answer), clerk.person()).getFirst().type())
        .isEqualTo(DocumentType.JPEG);
  }

  @Test
  void a_file_that_is_not_taken_is_refused_with_a_sentence() throws Exception {
    byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
    var answer = stream(page, "petition.pdf");
    assertThat(answer).hasStatus(422);
    assertThat(text(answer)).contains("PDF, JPEG, PNG, TIFF").contains("class=\"refusal\"");
    assertThat(stream(SampleFiles.locked("x"), "locked.pdf")).hasStatus(422);
    assertThat(stream(new byte[0], "empty.pdf")).hasStatus(422);
  }

  @Test
  void known_bytes_are_answered_like_new_ones() throws Exception {
    byte[] bytes = SampleFiles.image("png", SampleFiles.sheet(30, 321));
    var first = stream(clerk, bytes, "a.png", "");
    var second = stream(other, bytes, "a.png", "");
    assertThat(second.getResponse().getStatus()).isEqualTo(first.getResponse().getStatus());
    assertThat(ids(second)).doesNotContainAnyElementsOf(ids(first));
    String plain =
        text(first).replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "").replace(clerk.mark(), "");
    assertThat(text(second).replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "").replace(other.mark(), ""))
        .isEqualTo(plain);
  }

  @Test
  void an_upload_is_seen_by_its_sender_alone() throws Exception {
    UUID upload = ids(stream(SampleFiles.pdf(2), "petition.pdf")).getFirst();
    for (String what : List.of("/pages/2", "/thumbnails/1")) {
      assertThat(web.get(signedIn.as(clerk), "/uploads/" + upload + what))
          .hasStatusOk()
          .hasContentType("image/jpeg");
      assertThat(web.get(signedIn.as(other), "/uploads/" + upload + what)).hasStatus(404);
    }
    assertThat(
            web.get(signedIn.as(clerk), "/uploads/" + upload + "/pages/1")
                .getResponse()
                .getHeaders("Cache-Control"))
        .containsExactly("no-store");
    assertThat(web.get(signedIn.as(clerk), "/uploads/" + upload + "/pages/3")).hasStatus(404);
    assertThat(web.get(signedIn.as(other), "/uploads/" + upload)).hasStatus(404);
    assertThat(text(web.get(signedIn.as(clerk), "/uploads/" + upload)))
        .contains("/uploads/" + upload + "/thumbnails/2")
        .doesNotContain("<form");
  }

  @Test
  void without_the_form_token_nothing_is_received() throws Exception {
    var answer = stream(clerk, SampleFiles.jpeg(), "a.jpg", "stolen");
    assertThat(answer.getResponse().getStatus()).isBetween(400, 499);
    assertThat(ids(answer)).isEmpty();
  }

  @Test
  void other_systems_upload_with_their_token() throws Exception {
    String token = UUID.randomUUID().toString();
    db.sql(
            """
            INSERT INTO access.api_token
                (token_hash, id, person, post, charge, scopes, name, made_at, expires_at)
            SELECT ?, gen_random_uuid(), c.person, c.post, c.id, '{read,write}', 'test', now(), 'infinity'
            FROM organisation.v_charge c WHERE c.person = ? AND c.post = ?
            """)
        .params(Sha256.of(token), clerk.person().value(), clerk.post().value())
        .update();
    var answer =
        web.raw()
            .post()
            .uri("/api/v1/uploads")
            .header("Authorization", "Bearer " + token)
            .header("Upload-Name", "petition.pdf")
            .contentType("application/octet-stream")
            .content(SampleFiles.pdf(2))
            .exchange();
    assertThat(answer).hasStatus(201);
    assertThat(text(answer)).contains("\"type\":\"PDF\"").contains("\"pages\":2");
    var refused =
        web.raw()
            .post()
            .uri("/api/v1/uploads")
            .header("Authorization", "Bearer " + token)
            .contentType("application/octet-stream")
            .content("<html>".getBytes(StandardCharsets.UTF_8))
            .exchange();
    assertThat(refused).hasStatus(422).hasContentType("application/problem+json");
    assertThat(text(refused)).contains("documents.TYPE_NOT_TAKEN");
  }

  @Test
  void an_upload_that_breaks_off_leaves_nothing() throws Exception {
    var browser = signedIn.as(clerk);
    try (var line = new Socket("localhost", port)) {
      line.getOutputStream()
          .write(
              """
              POST /uploads?as=%s HTTP/1.1
              Host: localhost
              Cookie: %s=%s
              X-Csrf: %s
              Content-Type: application/octet-stream
              Content-Length: 1000000

              %%PDF-1.7
              """
                  .formatted(browser.mark(), Gate.COOKIE, browser.token(), browser.csrf())
                  .replace("\n", "\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      line.getOutputStream().write(new byte[200_000]);
      line.getOutputStream().flush();
      awaitArriving(1);
    }
    awaitArriving(0);
    assertThat(
            db.sql("SELECT count(*) FROM desk.upload WHERE person = ?")
                .param(clerk.person().value())
                .query(Integer.class)
                .single())
        .isZero();
  }

  private void awaitArriving(int count) throws Exception {
    for (int tries = 0; tries < 200 && arriving() != count; tries++) Thread.sleep(50);
    assertThat(arriving()).isEqualTo(count);
  }

  private long arriving() throws Exception {
    try (var files = Files.list(folder.resolve("blobs/arriving"))) {
      return files.count();
    }
  }
}
