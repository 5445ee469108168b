package karyalay.casenumbers.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import karyalay.Api;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.Web;
import karyalay.casenumbers.CaseNumbers;
import karyalay.dak.Arrivals;
import karyalay.dak.Writing;
import karyalay.files.InFiles;
import karyalay.shared.PaperId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// The field on the pages and for other systems.
@KaryalayTest
class CaseNumberPagesTest {
  @Autowired Given given;
  @Autowired SignedIn signedIn;
  @Autowired Web web;
  @Autowired Api api;
  @Autowired Arrivals arrivals;
  @Autowired CaseNumbers numbers;
  @Autowired InFiles in;

  Given.District district;
  Seat hm;
  PaperId receipt;
  PaperId file;

  @BeforeEach
  void papers() {
    district = given.district();
    hm = district.thana("थाना संख्या").hm();
    receipt = arrivals.diarise(hm, Writing.petition());
    file = in.open(hm);
  }

  private static String text(MvcTestResult answer) {
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  @Test
  @Holds("OP-141")
  void what_is_written_on_the_file_is_seen_on_the_receipt() {
    var browser = signedIn.as(hm);
    web.post(
        browser, "/papers/" + file + "/case-numbers", "written", "मु0अ0सं0 55/26 धारा 303(2) BNS");
    web.post(browser, "/papers/" + receipt + "/case-numbers", "written", "FIR 55/26");
    assertThat(text(web.get(browser, "/receipts/" + receipt)))
        .contains("मु0अ0सं0 55/2026", in.number(file));
    assertThat(text(web.get(browser, "/papers/" + file + "/case-numbers")))
        .contains("धारा 303(2) बीएनएस", "/receipts/" + receipt);
  }

  @Test
  void what_cannot_be_read_is_refused_with_what_is_expected_and_stays_typed() {
    var browser = signedIn.as(hm);
    var answer = web.post(browser, "/papers/" + receipt + "/case-numbers", "written", "123/26");
    assertThat(answer).hasStatus(422);
    assertThat(text(answer)).contains("पहले लिखें कौन-सी संख्या है", "123/26", "OP-141");
  }

  @Test
  @Holds("OP-141")
  void typed_in_the_diary_it_is_written_with_the_letter() {
    var browser = signedIn.as(hm);
    var answer =
        web.post(
            browser,
            "/receipts",
            "shape",
            "LETTER",
            "mode",
            "by-hand",
            "sender-organisation",
            "न्यायालय कन्नौज",
            "letter-number",
            "9/26",
            "letter-date",
            "0",
            "subject",
            "केस डायरी के सम्बन्ध में",
            "category",
            "court-case",
            "then",
            "number",
            "case-number",
            "मु0अ0सं0 77/26");
    assertThat(answer).hasStatus(303);
    String to = java.util.Objects.requireNonNull(answer.getResponse().getHeader("Location"));
    PaperId made = PaperId.of(to.replaceAll(".*done=([0-9a-f-]{36}).*", "$1"));
    assertThat(numbers.of(made, hm.scope()).numbers()).hasSize(1);
    var wrong =
        web.post(
            browser,
            "/receipts",
            "shape",
            "LETTER",
            "mode",
            "by-hand",
            "sender-organisation",
            "न्यायालय कन्नौज",
            "letter-number",
            "10/26",
            "letter-date",
            "0",
            "subject",
            "केस डायरी के सम्बन्ध में",
            "category",
            "court-case",
            "then",
            "number",
            "case-number",
            "77/26");
    assertThat(wrong).hasStatus(422);
    assertThat(text(wrong)).contains("पहले लिखें कौन-सी संख्या है", "केस डायरी के सम्बन्ध में");
  }

  @Test
  void other_systems_write_and_read_it_and_a_stranger_finds_nothing() {
    var client = api.as(hm);
    var made = client.post("/papers/" + receipt + "/case-numbers", "{\"written\": \"NCR 5/26\"}");
    assertThat(made.status()).isEqualTo(200);
    assertThat(made.<String>at("$.numbers[0].type")).isEqualTo("NCR");
    assertThat(client.post("/papers/" + receipt + "/case-numbers", "{\"written\": \"5\"}").code())
        .isEqualTo("casenumbers.KIND_UNCLEAR");
    var stranger = api.as(given.district().thana("थाना दूर").hm());
    assertThat(stranger.get("/papers/" + receipt + "/case-numbers").status()).isEqualTo(404);
    assertThat(client.get("/case-numbers/two-hours").body()).isEqualTo("[]");
    assertThat(text(web.get(signedIn.as(district.co), "/case-numbers/two-hours")))
        .contains("रोजनामचा देखें");
  }
}
