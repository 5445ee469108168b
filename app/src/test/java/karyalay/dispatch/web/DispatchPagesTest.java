package karyalay.dispatch.web;

import static karyalay.dispatch.SignedLetters.to;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.SignedIn.Browser;
import karyalay.Web;
import karyalay.access.Roles;
import karyalay.dispatch.DispatchReading;
import karyalay.dispatch.Item;
import karyalay.dispatch.ItemState;
import karyalay.dispatch.Peers;
import karyalay.dispatch.SignedLetters;
import karyalay.drafts.LetterId;
import karyalay.files.InFiles;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@KaryalayTest
class DispatchPagesTest {
  @Autowired Given given;
  @Autowired SignedIn signedIn;
  @Autowired Web web;
  @Autowired InFiles in;
  @Autowired SignedLetters signed;
  @Autowired DispatchReading reading;
  @Autowired Peers peers;
  @Autowired Roles roles;
  @Autowired OfficeTime time;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient db;

  Given.District district;
  Given.Thana thana;
  Given.Thana other;
  PaperId file;
  LetterId letter;
  Browser counter;
  Browser sho;

  @BeforeEach
  void a_counter_with_a_letter() {
    district = given.district();
    thana = district.thana("सौरिख");
    other = district.thana("तालग्राम");
    file = in.open(thana.sho());
    letter =
        signed.letter(
            thana.sho(),
            file,
            thana.sho(),
            to(other.sho().post()),
            signed.outside(thana.sho(), "मुख्य न्यायिक मजिस्ट्रेट", "न्यायालय, कन्नौज", ""));
    counter = signedIn.as(thana.hmAtCounter());
    sho = signedIn.as(thana.sho());
  }

  @Test
  @Holds({"OP-76", "OP-78"})
  void the_counter_finds_the_letter_sends_it_and_has_it_in_the_register() {
    assertThat(text(web.get(counter, "/dispatch"))).contains(signed.number(letter), "जावक");
    String page = text(web.get(counter, path()));
    assertThat(page).contains("थानाध्यक्ष", "मुख्य न्यायिक मजिस्ट्रेट", "प्रेषित करें");
    assertThat(post("/sending", "items", "1", "mode", "OWN_OFFICE")).hasStatus(303);
    arrived();
    post("/sending", "items", "2", "mode", "SPEED_POST", "tracking", "EU123456785IN");
    assertThat(text(web.get(counter, path()))).contains("EU123456785IN", "प्रेषित");
    String register = text(web.get(counter, "/dispatch/register"));
    assertThat(register).contains(signed.number(letter), "EU123456785IN", other.office().code());
    String sheet = text(web.get(counter, "/dispatch/register.csv"));
    assertThat(sheet).startsWith("\uFEFF").contains("\"EU123456785IN\"", "पत्रांक");
    assertThat(text(web.get(counter, "/dispatch"))).doesNotContain(signed.number(letter));
  }

  @Test
  void what_is_refused_is_a_sentence_and_keeps_what_was_typed() {
    var refused = post("/sending", "items", "2", "mode", "SPEED_POST", "tracking", "EU12");
    assertThat(refused).hasStatus(422);
    assertThat(text(refused)).contains("OP-77", "EU12");
    assertThat(post("/sending", "mode", "POST")).hasStatus(422);
    assertThat(post("/sending", "items", "1")).hasStatus(422);
    assertThat(post("/sending", "items", "x", "mode", "POST")).hasStatus(422);
    assertThat(post("/sending", "items", "77", "mode", "POST")).hasStatus(422);
    assertThat(post("/sending", "items", "1", "mode", "INSTANCE", "to", "SP")).hasStatus(422);
    var unknown = UUID.randomUUID().toString();
    assertThat(post("/sending", "items", "1", "mode", "INSTANCE", "to", "SP", "peer", unknown))
        .hasStatus(422);
    assertThat(
            post("/sending", "items", "2", "mode", "BY_HAND", "receiver", "र", "received", "kal"))
        .hasStatus(422);
    assertThat(items()).allMatch(item -> item.state() == ItemState.TO_SEND);
  }

  @Test
  void receipt_and_return_are_entered_on_the_page() {
    post("/sending", "items", "2", "mode", "MESSENGER", "officer", thana.si().mark());
    assertThat(post("/items/2/return", "reason", "न्यायालय बंद")).hasStatus(303);
    assertThat(text(web.get(counter, "/dispatch?list=RETURNED")))
        .contains("न्यायालय बंद", signed.number(letter));
    post("/sending", "items", "2", "mode", "BY_HAND");
    String now =
        java.time.LocalDateTime.ofInstant(time.now(), OfficeTime.ZONE).toString().substring(0, 16);
    assertThat(
            post(
                "/items/2/acknowledgement",
                "receiver",
                "सुरेश नमूना",
                "designation",
                "पेशकार",
                "received",
                now))
        .hasStatus(303);
    assertThat(text(web.get(counter, "/dispatch?list=ACKNOWLEDGED"))).contains("सुरेश नमूना");
  }

  @Test
  void the_signed_pdf_is_a_download_for_the_counter_and_not_for_a_stranger() {
    var pdf = web.get(counter, path() + "/pdf").getResponse();
    assertThat(pdf.getStatus()).isEqualTo(200);
    assertThat(pdf.getHeader("Content-Disposition")).startsWith("attachment");
    for (Seat stranger : List.of(other.sho(), other.hmAtCounter(), thana.si()))
      for (String page : List.of(path(), path() + "/pdf"))
        assertThat(web.get(signedIn.as(stranger), page)).hasStatus(404);
  }

  @Test
  @Holds({"OP-82", "OP-83"})
  void a_call_is_opened_answered_from_the_desk_and_shown_on_its_grid() {
    post("/sending", "items", "1", "mode", "OWN_OFFICE");
    arrived();
    var opened =
        web.post(
            sho, path() + "/call", "kind", "REPORT", "target", time.today().plusDays(2).toString());
    assertThat(opened).hasStatus(303);
    String grid = java.util.Objects.requireNonNull(opened.getResponse().getRedirectedUrl());
    String call = grid.replaceAll("\\?.*", "");
    Browser there = signedIn.as(other.sho());
    String asked = text(web.get(there, "/dispatch?list=ASKED"));
    assertThat(asked).contains(signed.number(letter));
    String paper = asked.replaceAll("(?s).*?/dispatch/papers/([0-9a-f-]{36})/reply.*", "$1");
    assertThat(text(web.get(there, "/dispatch/papers/" + paper + "/reply"))).contains("आख्या दें");
    assertThat(web.post(there, "/dispatch/papers/" + paper + "/reply", "text", "अनुपालन किया गया"))
        .hasStatus(303);
    String shown = text(web.get(sho, call));
    assertThat(shown).contains("अनुपालन किया गया", "✓");
    assertThat(text(web.get(sho, call + "/grid.csv"))).contains("अनुपालन किया गया");
    assertThat(text(web.get(sho, "/dispatch?list=CALLS"))).contains("आख्या तलब");
    assertThat(web.get(there, call)).hasStatus(404);
    assertThat(web.post(sho, call + "/closing", "remark", "पूर्ण")).hasStatus(303);
    assertThat(text(web.get(sho, "/dispatch?list=CLOSED"))).contains("आख्या तलब");
  }

  @Test
  void a_number_is_given_up_on_the_page_and_shows_as_void_in_the_register() {
    assertThat(post("/voiding", "reason", "भूल से हस्ताक्षर")).hasStatus(303);
    assertThat(text(web.get(counter, "/dispatch/register"))).contains("निरस्त", "भूल से हस्ताक्षर");
    assertThat(text(web.get(counter, path()))).contains("भूल से हस्ताक्षर");
  }

  @Test
  void an_administrator_enters_and_ends_other_instances() {
    var clerk = district.seat(district.spOffice, "INC", "प्रभारी", 50);
    transaction.executeWithoutResult(
        _ -> roles.makeAdministrator(district.sp.act(), clerk.person(), Given.LONG_AGO));
    Browser admin = signedIn.as(clerk);
    assertThat(text(web.get(admin, "/admin/peers"))).contains(peers.ourKey());
    assertThat(web.get(counter, "/admin/peers")).hasStatus(403);
    assertThat(
            web.post(
                admin,
                "/admin/peers",
                "nameHi",
                "अ",
                "nameEn",
                "A",
                "address",
                "http://x.example",
                "key",
                peers.ourKey()))
        .hasStatus(422);
  }

  @Test
  void pages_are_in_english_too_without_a_word_missing() {
    web.post(counter, "/language", "language", "EN", "to", "/desk");
    for (String page : List.of("/dispatch", "/dispatch/register", path()))
      assertThat(text(web.get(counter, page))).contains("lang=\"en\"");
    web.post(counter, "/language", "language", "HI", "to", "/desk");
  }

  private String path() {
    return "/dispatch/letters/" + letter;
  }

  private MvcTestResult post(String under, String... fields) {
    return web.post(counter, path() + under, fields);
  }

  private List<Item> items() {
    return reading.items(reading.open(letter, thana.sho().scope()));
  }

  private void arrived() {
    org.awaitility.Awaitility.await()
        .until(() -> items().stream().noneMatch(item -> item.state() == ItemState.ON_WAY));
  }

  private static String text(MvcTestResult result) {
    try {
      return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
