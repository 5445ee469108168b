package karyalay.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.UUID;
import karyalay.Given;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.Web;
import karyalay.desk.OnDesks;
import karyalay.desk.Reading;
import karyalay.shared.Capacity;
import karyalay.shared.Ids;
import karyalay.shared.PaperId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@KaryalayTest
class GateTest {
  @Autowired Given given;
  @Autowired SignedIn signedIn;
  @Autowired Web web;
  @Autowired OnDesks desks;
  @Autowired Reading reading;
  @Autowired Credentials credentials;
  @Autowired JdbcClient db;

  Given.District district;
  Given.Thana thana;

  @BeforeEach
  void a_thana() {
    district = given.district();
    thana = district.thana("तालग्राम");
  }

  @Test
  void without_a_session_pages_lead_to_the_sign_in_page() {
    assertThat(web.nobody("/desk")).hasRedirectedUrl("/signin?to=%2Fdesk");
    assertThat(web.nobody("/signin")).hasStatusOk().bodyText().contains("पीएनओ");
  }

  @Test
  void a_form_without_the_token_of_its_session_is_refused() {
    var browser = signedIn.as(thana.hm());
    PaperId paper = desks.paper(thana.hm());
    var answer =
        web.raw()
            .post()
            .uri("/papers/" + paper + "/movements")
            .cookie(new Cookie(Gate.COOKIE, browser.token()))
            .param("as", browser.mark())
            .param("act", Ids.next().toString())
            .param("to", thana.sho().mark())
            .exchange();
    assertThat(answer).hasStatus(403);
    assertThat(reading.card(paper, thana.hm().scope()).paper().heldBy(thana.hm().post())).isTrue();
  }

  @Test
  void text_sent_after_the_session_ended_is_kept_on_the_sign_in_page() {
    PaperId paper = desks.paper(thana.hm());
    var answer =
        web.raw()
            .post()
            .uri("/papers/" + paper + "/movements")
            .param("as", thana.hm().mark())
            .param("remark", "मौके पर जाकर <b>देखें</b>")
            .exchange();
    assertThat(answer).hasStatus(401).bodyText().contains("मौके पर जाकर &lt;b>देखें&lt;/b>");
  }

  @Test
  @Holds("OP-3")
  void one_person_works_two_posts_each_with_its_own_desk() {
    var second = district.charge(thana.sho(), thana.ssi().post(), Capacity.ADDITIONAL);
    desks.paper(second);
    var first = signedIn.as(thana.sho());
    assertThat(web.get(first, "/desk")).hasStatusOk().bodyText().doesNotContain("खेत की मेड़");
    var other = new SignedIn.Browser(first.token(), first.csrf(), second.mark());
    assertThat(web.get(other, "/desk")).hasStatusOk().bodyText().contains("खेत की मेड़");
  }

  @Test
  void relief_ends_access_at_the_next_request() {
    var browser = signedIn.as(thana.si());
    assertThat(web.get(browser, "/desk")).hasStatusOk();
    district.vacate(thana.si().post());
    assertThat(web.get(browser, "/desk")).hasStatus(403);
  }

  @Test
  @Holds("OP-5")
  void a_login_without_a_live_post_opens_no_paper() {
    PaperId paper = desks.paper(thana.si());
    var browser = signedIn.as(thana.si());
    district.vacate(thana.si().post());
    var answer =
        web.raw()
            .get()
            .uri("/papers/" + paper + "/trail")
            .cookie(new Cookie(Gate.COOKIE, browser.token()))
            .exchange();
    assertThat(answer).hasStatus(403).bodyText().contains("OP-5");
  }

  @Test
  @Holds("OP-15")
  void an_administrator_reads_no_paper_by_his_role() {
    PaperId paper = desks.paper(thana.hm());
    db.sql(
            "INSERT INTO access.role_grant (person, role, valid_from) VALUES (?, 'ADMIN', '2020-01-01')")
        .param(thana.ssi().person().value())
        .update();
    var administrator = signedIn.as(thana.ssi());
    assertThat(web.get(administrator, "/papers/" + paper + "/trail")).hasStatus(404);
    assertThat(web.post(administrator, "/papers/" + paper + "/recall")).hasStatus(404);
  }

  @Test
  void wrong_passwords_slow_this_device_and_no_other() {
    credentials.set(thana.hm().act(), thana.hm().person(), "sahi-password");
    UUID here = UUID.randomUUID();
    for (int i = 0; i < 4; i++) signIn(here, "galat-password");
    assertThat(signIn(here, "sahi-password")).hasStatus(429);
    assertThat(signIn(UUID.randomUUID(), "sahi-password")).hasStatus3xxRedirection();
  }

  @Test
  void who_calls_himself_a_new_device_each_time_is_slowed_and_the_owners_device_is_not() {
    credentials.set(thana.hm().act(), thana.hm().person(), "sahi-password");
    UUID owners = UUID.randomUUID();
    assertThat(signIn(owners, "sahi-password")).hasStatus3xxRedirection();
    for (int i = 0; i < 24; i++) signIn(UUID.randomUUID(), "galat-password");
    assertThat(signIn(UUID.randomUUID(), "galat-password")).hasStatus(429);
    assertThat(signIn(owners, "sahi-password")).hasStatus3xxRedirection();
  }

  @Test
  void a_try_counts_before_the_password_is_looked_at() throws Exception {
    credentials.set(thana.hm().act(), thana.hm().person(), "sahi-password");
    UUID here = UUID.randomUUID();
    try (var pool = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
      List<java.util.concurrent.Callable<Integer>> many =
          java.util.Collections.nCopies(
              12, () -> signIn(here, "galat-password").getResponse().getStatus());
      var answers = pool.invokeAll(many).stream().map(done -> done.resultNow()).toList();
      assertThat(answers).filteredOn(status -> status != 429).hasSizeLessThanOrEqualTo(4);
    }
  }

  @Test
  void the_language_chosen_before_signing_in_stays_until_one_chooses_for_oneself() {
    var browser = signedIn.as(thana.si());
    var english = new Cookie("language", "EN");
    var session = new Cookie(Gate.COOKIE, browser.token());
    assertThat(web.raw().get().uri("/desk").cookie(session, english).exchange())
        .bodyText()
        .contains("My desk");
    assertThat(web.post(browser, "/language", "language", "HI")).hasStatus(303);
    assertThat(web.raw().get().uri("/desk").cookie(session, english).exchange())
        .bodyText()
        .contains("मेरी मेज");
  }

  @Test
  void a_form_that_names_no_post_is_told_so() {
    var browser = signedIn.as(thana.hm());
    PaperId paper = desks.paper(thana.hm());
    var answer =
        web.raw()
            .post()
            .uri("/papers/" + paper + "/movements")
            .cookie(new Cookie(Gate.COOKIE, browser.token()))
            .param("_csrf", browser.csrf())
            .param("act", Ids.next().toString())
            .param("to", thana.sho().mark())
            .exchange();
    assertThat(answer).hasStatus(422);
    assertThat(reading.card(paper, thana.hm().scope()).paper().heldBy(thana.hm().post())).isTrue();
  }

  private org.springframework.test.web.servlet.assertj.MvcTestResult signIn(
      UUID device, String password) {
    return web.raw()
        .post()
        .uri("/session")
        .cookie(new Cookie("device", device.toString()))
        .param("pno", thana.hm().pno())
        .param("password", password)
        .exchange();
  }

  @Test
  void cookies_are_not_accepted_under_the_api_and_errors_are_problems() {
    var browser = signedIn.as(thana.hm());
    assertThat(web.get(browser, "/api/v1/desk"))
        .hasStatus(401)
        .hasContentType("application/problem+json");
  }

  @Test
  void what_was_mistyped_in_an_address_is_not_there() {
    var browser = signedIn.as(thana.hm());
    assertThat(web.get(browser, "/papers/not-a-paper/trail")).hasStatus(404);
    assertThat(web.get(browser, "/nothing-here")).hasStatus(404);
  }
}
