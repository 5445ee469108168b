package karyalay.golive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.Pdfs;
import karyalay.SignedIn;
import karyalay.Web;
import karyalay.access.Roles;
import karyalay.dak.Arrivals;
import karyalay.dak.Writing;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.OfficeTime;
import karyalay.shared.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.transaction.support.TransactionTemplate;

/// The steps of an office that leaves paper, by its pages.
@KaryalayTest
class GoLiveTest {
  @Autowired Given given;
  @Autowired Callers callers;
  @Autowired GoLive goLive;
  @Autowired Arrivals arrivals;
  @Autowired Roles roles;
  @Autowired Web web;
  @Autowired SignedIn signedIn;
  @Autowired OfficeTime time;
  @Autowired TransactionTemplate transaction;

  Given.District district;
  Given.Thana thana;
  Seat operator;
  Caller admin;
  SignedIn.Browser browser;

  @BeforeEach
  void an_administrator_and_a_thana() {
    district = given.district();
    thana = district.thana("सौरिख");
    operator = district.reader;
    transaction.executeWithoutResult(
        _ -> roles.makeAdministrator(district.sp.act(), operator.person(), Given.LONG_AGO));
    admin = callers.admin(operator);
    browser = signedIn.as(operator);
  }

  private String steps() {
    return web.get(browser, "/admin/go-live?office=" + thana.id()).getResponse().getStatus() == 200
        ? body(
            web.get(browser, "/admin/go-live?office=" + thana.id())
                .getResponse()
                .getContentAsByteArray())
        : "";
  }

  private static String body(byte[] bytes) {
    return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
  }

  @Test
  @Holds({"OP-137", "OP-18"})
  void serials_go_on_from_the_paper_register_forward_only_and_not_once_a_number_was_given() {
    String office = thana.id().toString();
    assertThat(
            web.post(
                browser,
                "/admin/go-live/numbers",
                "office",
                office,
                "kind",
                "RECEIPT",
                "start",
                "1391"))
        .hasStatus3xxRedirection();
    assertThat(
            web.post(
                browser,
                "/admin/go-live/numbers",
                "office",
                office,
                "kind",
                "RECEIPT",
                "start",
                "1400"))
        .hasStatus3xxRedirection();
    assertThat(
            web.post(
                browser,
                "/admin/go-live/numbers",
                "office",
                office,
                "kind",
                "RECEIPT",
                "start",
                "1399"))
        .hasStatus(409);
    var paper = arrivals.diarise(thana.hm(), Writing.letter());
    assertThat(arrivals.number(paper, thana.hm())).startsWith("1400/");
    assertThat(
            web.post(
                browser,
                "/admin/go-live/numbers",
                "office",
                office,
                "kind",
                "RECEIPT",
                "start",
                "1500"))
        .hasStatus(409);
    assertThat(steps()).contains("1400");
  }

  @Test
  @Holds("OP-137")
  void one_letter_comes_over_by_its_photo_and_the_certificate_counts_it_once() {
    LocalDate came = time.today().minusDays(20);
    var scan = arrivals.upload(operator);
    var answer =
        web.post(
            browser,
            "/admin/go-live/balance",
            "office",
            thana.id().toString(),
            "number",
            "88/2026",
            "dated",
            came.toString(),
            "sender",
            "राम औतार",
            "subject",
            "मेड़ का विवाद",
            "holder",
            thana.si().mark(),
            "due",
            "",
            "upload",
            scan.toString());
    assertThat(answer).hasStatus3xxRedirection();
    assertThat(
            web.post(
                browser,
                "/admin/go-live/balance",
                "office",
                thana.id().toString(),
                "number",
                "88/2026",
                "dated",
                came.toString(),
                "sender",
                "राम औतार",
                "subject",
                "मेड़ का विवाद",
                "holder",
                thana.si().mark()))
        .hasStatus(409);
    assertThat(web.get(signedIn.as(thana.si()), "/receipts"))
        .hasStatusOk()
        .bodyText()
        .contains("88/2026", "प्रारम्भिक शेष");
    assertThat(web.post(browser, "/admin/go-live/certificate", "office", thana.id().toString()))
        .hasStatus3xxRedirection();
    refused(
        GoLiveRefusal.CERTIFIED, () -> goLive.certify(Act.of(admin.actor()), admin, thana.id()));
    for (Seat signer : List.of(thana.sho(), district.co, operator)) {
      var pdf = web.get(signedIn.as(signer), "/go-live/" + thana.id() + "/certificate.pdf");
      assertThat(pdf).as(signer.mark()).hasStatusOk();
      assertThat(Pdfs.squeezed(Pdfs.text(pdf.getResponse().getContentAsByteArray())))
          .contains("प्रारम्भिक शेष प्रमाण पत्र", "16 से 30 दिन", "क्षेत्राधिकारी");
    }
    assertThat(web.get(signedIn.as(thana.si()), "/go-live/" + thana.id() + "/certificate.pdf"))
        .hasStatus(404);
    assertThat(
            web.get(
                signedIn.as(district.thana("ठठिया").sho()),
                "/go-live/" + thana.id() + "/certificate.pdf"))
        .hasStatus(404);
  }

  @Test
  @Holds("OP-137")
  void every_page_of_the_office_says_until_when_two_registers_run() {
    LocalDate until = time.today().plusDays(30);
    goLive.parallel(Act.of(admin.actor()), admin, thana.id(), until);
    String day =
        "%02d-%02d-%d".formatted(until.getDayOfMonth(), until.getMonthValue(), until.getYear());
    assertThat(web.get(signedIn.as(thana.hm()), "/desk"))
        .bodyText()
        .contains("समानांतर संचालन " + day);
    assertThat(web.get(signedIn.as(thana.hm()), "/receipts"))
        .bodyText()
        .contains("समानांतर संचालन " + day);
    assertThat(web.get(signedIn.as(district.thana("ठठिया").hm()), "/desk"))
        .bodyText()
        .doesNotContain("समानांतर संचालन");
    refused(
        GoLiveRefusal.DAY_PAST,
        () -> goLive.parallel(Act.of(admin.actor()), admin, thana.id(), time.today().minusDays(1)));
    refused(
        GoLiveRefusal.DAY_TOO_FAR,
        () -> goLive.parallel(Act.of(admin.actor()), admin, thana.id(), time.today().plusYears(2)));
    goLive.parallel(Act.of(admin.actor()), admin, thana.id(), time.today());
    assertThat(goLive.standing(thana.id(), admin).until()).isEqualTo(time.today());
  }

  @Test
  void a_workbook_goes_through_the_pages_from_the_empty_one_to_its_result() {
    assertThat(web.get(browser, "/admin/go-live/template.xlsx?kind=PEOPLE&office=" + thana.id()))
        .hasStatusOk();
    byte[] file =
        new karyalay.documents.SampleSheets()
            .rows(
                "सूची",
                new String[] {"पीएनओ", "नाम", "मोबाइल", "रैंक", "पद"},
                new String[] {LoadsTest.pno(), "नया आरक्षी", "9876543210", "आरक्षी", "CC"},
                new String[] {"12", "गलत", "9876543210", "आरक्षी", "CC"})
            .bytes();
    var sent =
        web.raw()
            .post()
            .uri("/admin/go-live/loads")
            .multipart()
            .file(new MockMultipartFile("file", "थाना.xlsx", "", file))
            .cookie(new jakarta.servlet.http.Cookie(karyalay.access.Gate.COOKIE, browser.token()))
            .param("_csrf", browser.csrf())
            .param("as", browser.mark())
            .param("act", karyalay.shared.Ids.next().toString())
            .param("kind", "PEOPLE")
            .param("office", thana.id().toString())
            .exchange();
    assertThat(sent).hasStatus3xxRedirection();
    String address =
        String.valueOf(sent.getResponse().getRedirectedUrl()).replaceAll("[?&]as=.*", "");
    shows(address, "कर्मचारी दर्ज होगा", "पद बनेगा", "चार्ज दिया जाएगा", "थाना.xlsx");
    shows(address, "12 मान्य पीएनओ नहीं है", "(OP-6)");
    assertThat(web.post(browser, address + "/applying")).hasStatus3xxRedirection();
    shows(address, "कर्मचारी दर्ज", "1 पंक्तियाँ दर्ज हुईं");
    assertThat(web.get(browser, address + "/results.xlsx")).hasStatusOk();
    assertThat(web.get(signedIn.as(thana.sho()), address)).hasStatus4xxClientError();
  }

  private void shows(String address, String... words) {
    org.awaitility.Awaitility.await()
        .atMost(java.time.Duration.ofSeconds(60))
        .untilAsserted(() ->
            assertThat(body(web.get(browser, address).getResponse().getContentAsByteArray()))
                .contains(words));
  }

  private static void refused(
      Refused.Reason reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(work)
        .extracting(Refused::reason)
        .isEqualTo(reason);
  }
}
