package karyalay.dak.web;

import static karyalay.dak.web.DiaryPagesTest.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.KaryalayTest;
import karyalay.Web;
import karyalay.dak.Arrivals;
import karyalay.dak.ReceiptLists;
import karyalay.dak.Writing;
import karyalay.shared.PaperId;
import karyalay.shared.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@KaryalayTest
class ReceiptApiTest {
  private static final String LETTER =
      """
      {"shape": "LETTER", "received": "2026-10-14", "letterDate": "2026-10-13", "mode": "%s",
       "letterNumber": "एपीआई-%s", "category": "call-for-report", "subject": "माह की आख्या",
       "sender": {"organisation": "कानपुर परिक्षेत्र"}, "uploads": [%s], "send": %s}
      """;

  @Autowired Given given;
  @Autowired Web web;
  @Autowired Arrivals arrivals;
  @Autowired JdbcClient db;

  Given.Thana thana;
  Seat hm;
  Seat sho;

  @BeforeEach
  void a_thana() {
    thana = given.district().thana("तालग्राम");
    hm = thana.hm();
    sho = thana.sho();
  }

  @Test
  void another_system_diarises_with_its_upload_and_sends() {
    String upload = '"' + arrivals.upload(hm).toString() + '"';
    String body = LETTER.formatted("e-mail", "1", upload, "{\"to\": [\"" + sho.mark() + "\"]}");
    var made = post(hm, "/api/v1/receipts", UUID.randomUUID(), body);
    assertThat(made).hasStatus(201);
    assertThat(text(made))
        .contains("\"number\":\"1/", "\"holder\":\"" + sho.mark() + "\"", "\"physical\":false");
  }

  @Test
  void the_same_key_makes_one_receipt_and_another_body_under_it_is_refused() {
    UUID key = UUID.randomUUID();
    String body = LETTER.formatted("by-hand", "2", "", "null");
    String first = text(post(hm, "/api/v1/receipts", key, body));
    assertThat(text(post(hm, "/api/v1/receipts", key, body))).isEqualTo(first);
    var other = post(hm, "/api/v1/receipts", key, LETTER.formatted("by-hand", "3", "", "null"));
    assertThat(other).hasStatus(409).hasContentType("application/problem+json");
    assertThat(text(get(hm, "/api/v1/receipts"))).containsOnlyOnce("\"paper\"");
  }

  @Test
  void a_refusal_is_a_problem_with_its_rule() {
    String body = LETTER.formatted("e-mail", "4", "", "null");
    var refused = post(hm, "/api/v1/receipts", UUID.randomUUID(), body);
    assertThat(refused).hasStatus(422).hasContentType("application/problem+json");
    assertThat(text(refused)).contains("\"code\":\"dak.UPLOAD_NEEDED\"", "\"rule\":\"OP-21\"");
  }

  @Test
  void marking_returning_and_closing_have_their_twins() {
    PaperId paper = arrivals.diarise(hm, Writing.petition());
    String marking =
        "{\"papers\": [\"%s\"], \"send\": {\"to\": [\"%s\"]}}".formatted(paper, sho.mark());
    assertThat(post(hm, "/api/v1/receipts/markings", UUID.randomUUID(), marking)).hasStatusOk();
    assertThat(reason(sho, paper, "return", "हल्का दूसरा है")).hasStatusOk();
    post(hm, "/api/v1/papers/" + paper + "/reception", UUID.randomUUID(), "{}");
    assertThat(text(reason(hm, paper, "closure", "दाखिल दफ्तर"))).contains("\"place\":\"CLOSED\"");
    assertThat(text(reason(hm, paper, "reopening", "पूरक पत्र"))).contains("\"place\":\"DESK\"");
    assertThat(reason(thana.si(), paper, "closure", "मेरा नहीं")).hasStatus(404);
  }

  @Test
  void a_list_is_paged_by_its_cursor() {
    for (int i = 0; i < ReceiptLists.PAGE + 1; i++) arrivals.diarise(hm, Writing.petition());
    String first = text(get(hm, "/api/v1/receipts"));
    String cursor = first.replaceAll("(?s).*\"cursor\":\"([^\"]+)\".*", "$1");
    assertThat(text(get(hm, "/api/v1/receipts?cursor=" + cursor)))
        .containsOnlyOnce("\"paper\"")
        .contains("\"cursor\":null");
  }

  private MvcTestResult reason(Seat by, PaperId paper, String what, String reason) {
    return post(
        by,
        "/api/v1/receipts/" + paper + "/" + what,
        UUID.randomUUID(),
        "{\"reason\": \"" + reason + "\"}");
  }

  private MvcTestResult post(Seat by, String path, UUID key, String body) {
    return web.raw()
        .post()
        .uri(path)
        .header("Authorization", "Bearer " + token(by))
        .header("Idempotency-Key", key.toString())
        .contentType("application/json")
        .content(body)
        .exchange();
  }

  private MvcTestResult get(Seat by, String path) {
    return web.raw().get().uri(path).header("Authorization", "Bearer " + token(by)).exchange();
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
}
