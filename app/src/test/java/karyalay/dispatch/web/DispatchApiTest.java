package karyalay.dispatch.web;

import static karyalay.dispatch.SignedLetters.to;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.Web;
import karyalay.dispatch.SignedLetters;
import karyalay.drafts.LetterId;
import karyalay.files.InFiles;
import karyalay.shared.OfficeTime;
import karyalay.shared.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@KaryalayTest
class DispatchApiTest {
  @Autowired Given given;
  @Autowired Web web;
  @Autowired JdbcClient db;
  @Autowired InFiles in;
  @Autowired SignedLetters signed;
  @Autowired OfficeTime time;

  Given.Thana thana;
  Given.Thana other;
  LetterId letter;
  String path = "";

  @BeforeEach
  void a_signed_letter() {
    var district = given.district();
    thana = district.thana("सौरिख");
    other = district.thana("तालग्राम");
    letter =
        signed.letter(
            thana.sho(),
            in.open(thana.sho()),
            thana.sho(),
            to(other.sho().post()),
            signed.outside(thana.sho(), "सूचना अधिकारी", "कन्नौज", ""));
    path = "/api/v1/dispatch/letters/" + letter;
  }

  @Test
  @Holds({"OP-76", "OP-78"})
  void a_system_sends_acknowledges_and_reads_the_register_as_the_counter_does() {
    Seat counter = thana.hmAtCounter();
    assertThat(text(get(counter, "/api/v1/dispatch/waiting"))).contains(signed.number(letter));
    UUID key = UUID.randomUUID();
    String body = "{\"items\":[2],\"mode\":\"SPEED_POST\",\"tracking\":\"EU123456785IN\"}";
    assertThat(post(counter, path + "/sending", key, body)).hasStatus(204);
    assertThat(post(counter, path + "/sending", key, body)).as("sent twice").hasStatus(204);
    assertThat(post(counter, path + "/sending", UUID.randomUUID(), body)).hasStatus(409);
    assertThat(post(counter, path + "/items/2/return", "{\"reason\":\"पता अपूर्ण\"}"))
        .hasStatus(204);
    assertThat(text(get(counter, "/api/v1/dispatch/returned"))).contains("पता अपूर्ण");
    assertThat(post(counter, path + "/sending", "{\"items\":[2],\"mode\":\"BY_HAND\"}"))
        .hasStatus(204);
    String now =
        java.time.LocalDateTime.ofInstant(time.now(), OfficeTime.ZONE).toString().substring(0, 16);
    String taken = "{\"receiver\":\"राम\",\"received\":\"" + now + "\"}";
    assertThat(post(counter, path + "/items/2/acknowledgement", taken)).hasStatus(204);
    assertThat(text(get(counter, path))).contains("\"ACKNOWLEDGED\"", "\"sha256\"");
    assertThat(text(get(counter, "/api/v1/dispatch/register"))).contains(signed.number(letter));
  }

  @Test
  void a_refusal_is_a_problem_with_a_sentence() {
    var refused =
        post(thana.hmAtCounter(), path + "/sending", "{\"items\":[2],\"mode\":\"EMAIL\"}");
    assertThat(refused).hasStatus(422);
    assertThat(text(refused)).contains("urn:karyalay:dispatch:NO_EMAIL");
    assertThat(post(other.sho(), path + "/sending", "{\"items\":[1],\"mode\":\"POST\"}"))
        .hasStatus(404);
    assertThat(get(other.sho(), path)).hasStatus(404);
  }

  @Test
  @Holds("OP-83")
  void a_system_asks_and_answers() {
    assertThat(post(thana.sho(), path + "/sending", "{\"items\":[1],\"mode\":\"OWN_OFFICE\"}"))
        .hasStatus(204);
    String target = time.today().plusDays(1).toString();
    var made =
        post(thana.sho(), path + "/call", "{\"kind\":\"REPORT\",\"target\":\"" + target + "\"}");
    assertThat(made).hasStatus(201);
    String call = text(made).replaceAll(".*\"id\":\"([^\"]*)\".*", "$1");
    org.awaitility.Awaitility.await()
        .until(() -> text(get(thana.sho(), path)).contains("ACKNOWLEDGED"));
    String grid = "/api/v1/dispatch/calls/" + call;
    assertThat(text(get(thana.sho(), grid))).contains("\"sent\":1", "\"complied\":0");
    assertThat(post(thana.sho(), grid + "/replies/1", "{\"text\":\"दूरभाष पर\"}")).hasStatus(204);
    assertThat(text(get(thana.sho(), grid))).contains("\"complied\":1");
    assertThat(post(thana.sho(), grid + "/closing", "{\"remark\":\"शेष बाहरी\"}")).hasStatus(204);
  }

  private MvcTestResult get(Seat seat, String at) {
    return web.raw().get().uri(at).header("Authorization", "Bearer " + token(seat)).exchange();
  }

  private MvcTestResult post(Seat seat, String at, String body) {
    return post(seat, at, UUID.randomUUID(), body);
  }

  private MvcTestResult post(Seat seat, String at, UUID key, String body) {
    return web.raw()
        .post()
        .uri(at)
        .header("Authorization", "Bearer " + token(seat))
        .header("Idempotency-Key", key.toString())
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .exchange();
  }

  private String token(Seat by) {
    String token = UUID.randomUUID().toString();
    db.sql(
            """
            INSERT INTO access.api_token
                (token_hash, id, person, post, charge, scopes, name, made_at, expires_at)
            SELECT ?, gen_random_uuid(), c.person, c.post, c.id, '{read,write}', 'test', now(), 'infinity'
            FROM organisation.v_charge c WHERE c.person = ? AND c.post = ?
            """)
        .params(Sha256.of(token), by.person().value(), by.post().value())
        .update();
    return token;
  }

  private static String text(MvcTestResult result) {
    try {
      return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
