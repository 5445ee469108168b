package karyalay.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.SignedIn.Browser;
import karyalay.Statements;
import karyalay.Web;
import karyalay.access.Gate;
import karyalay.desk.OnDesks;
import karyalay.desk.Reading;
import karyalay.files.InFiles;
import karyalay.ledger.Ledger;
import karyalay.shared.PaperId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Three people of one thana at one machine (OP-125).
@KaryalayTest
class HandsTest {
  @Autowired Given given;
  @Autowired OnMachines machines;
  @Autowired SignedIn signedIn;
  @Autowired Web web;
  @Autowired InFiles in;
  @Autowired OnDesks desks;
  @Autowired Reading reading;
  @Autowired Ledger ledger;
  @Autowired JdbcClient db;

  Given.District district;
  Given.Thana thana;
  OnMachines.Place place;

  @BeforeEach
  void a_machine_of_the_thana() {
    district = given.district();
    thana = district.thana("थाना सौरिख");
    for (Seat seat : new Seat[] {thana.hm(), thana.si(), thana.ssi()}) machines.password(seat);
    machines.pin(thana.hm(), "7391");
    machines.pin(thana.si(), "5208");
    place = machines.marked(thana);
  }

  private String body(MvcTestResult answer) {
    return new String(
        answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
  }

  @Test
  @Holds("OP-125")
  void names_stand_there_of_those_who_signed_in_with_their_password_and_of_no_stranger() {
    assertThat(body(place.names(null))).doesNotContain(thana.hm().person().toString());
    place.signedIn(thana.hm());
    machines.password(district.co);
    place.signedIn(district.co);
    assertThat(body(place.names(null)))
        .contains("थाना डाक, मशीन 1", thana.hm().person().toString())
        .doesNotContain(district.co.person().toString(), thana.si().person().toString());
    assertThat(place.tap(null, thana.si(), "5208")).hasStatus(422).bodyText().contains("OP-125");
    // Whoever left the office is a stranger from that hour.
    district.vacate(thana.hm().post());
    district.vacate(thana.counter());
    assertThat(body(place.names(null))).doesNotContain(thana.hm().person().toString());
    assertThat(place.tap(null, thana.hm(), "7391")).hasStatus(422);
  }

  @Test
  @Holds("OP-125")
  void a_name_and_a_pin_open_the_next_session_and_the_former_one_is_dead() {
    place.signedIn(thana.si());
    Browser hm = place.signedIn(thana.hm());
    assertThat(web.get(hm, "/desk")).hasStatusOk().bodyText().contains("हाथ बदलें");
    var taken = place.tap(hm, thana.si(), "5208");
    assertThat(taken).hasStatus(303).hasHeader("Location", "/desk");
    // Of the browser's memory the cache alone: what waits to be sent lies in its storage.
    assertThat(taken.getResponse().getHeader("Clear-Site-Data")).isEqualTo("\"cache\"");
    Browser si = place.browser(thana.si(), taken);
    assertThat(web.get(si, "/desk")).hasStatusOk().bodyText().contains(thana.si().pno());
    assertThat(web.get(hm, "/desk")).hasStatus3xxRedirection();
    assertThat(ledger.of("person/" + thana.si().person()))
        .extracting(Ledger.Written::act)
        .contains("devices.taken_over");
  }

  @Test
  @Holds("OP-125")
  void five_wrong_pins_close_this_machine_to_him_alone_and_his_account_nowhere() {
    place.signedIn(thana.si());
    Browser hm = place.signedIn(thana.hm());
    for (int left = 4; left >= 1; left--)
      assertThat(place.tap(null, thana.hm(), "1357")).hasStatus(422).bodyText().contains(left + "");
    assertThat(place.tap(null, thana.hm(), "1357")).hasStatus(429).bodyText().contains("पासवर्ड");
    // Now even the right one is refused here.
    assertThat(place.tap(null, thana.hm(), "7391")).hasStatus(429);
    // Not his colleague's, not his own session, not his PIN at the other machine.
    assertThat(place.tap(null, thana.si(), "5208")).hasStatus(303);
    assertThat(web.get(hm, "/desk")).hasStatusOk();
    var other = machines.marked(thana);
    other.signedIn(thana.hm());
    assertThat(other.tap(null, thana.hm(), "7391")).hasStatus(303);
    // His password opens this one again, and with it his PIN.
    assertThat(place.tap(null, thana.hm(), OnMachines.PASSWORD)).hasStatus(303);
    assertThat(place.tap(null, thana.hm(), "7391")).hasStatus(303);
    // Whoever typed them has not shown that he is the person.
    assertThat(ledger.of("person/" + thana.hm().person()))
        .filteredOn(entry -> entry.act().equals("devices.pin_barred"))
        .extracting(Ledger.Written::person)
        .containsExactly(new UUID(0, 0));
  }

  @Test
  void a_pin_opens_nothing_on_a_machine_that_nobody_marked() {
    place.signedIn(thana.hm());
    var elsewhere =
        web.raw()
            .post()
            .uri("/hands")
            .cookie(new jakarta.servlet.http.Cookie(Gate.DEVICE, UUID.randomUUID().toString()))
            .param("person", thana.hm().person().toString())
            .param("hand-pin", "7391")
            .exchange();
    assertThat(elsewhere).hasStatus(404).bodyText().contains("साझा मशीन नहीं");
    assertThat(web.raw().get().uri("/hands").exchange())
        .hasStatusOk()
        .bodyText()
        .contains("साझा मशीन नहीं");
  }

  @Test
  void without_a_pin_the_tile_takes_the_password_and_says_so() {
    place.signedIn(thana.ssi());
    assertThat(body(place.names(null))).contains("पिन नहीं बना");
    assertThat(place.tap(null, thana.ssi(), "7391")).hasStatus(422).bodyText().contains("पासवर्ड");
    assertThat(place.tap(null, thana.ssi(), "galat-password")).hasStatus(422);
    assertThat(place.tap(null, thana.ssi(), OnMachines.PASSWORD)).hasStatus(303);
  }

  @Test
  @Holds("OP-125")
  void the_server_itself_refuses_a_session_that_was_left_alone_until_its_owner_is_back() {
    Browser hm = place.signedIn(thana.hm());
    PaperId paper = desks.paper(thana.hm());
    machines.idle(hm, 180 + 89);
    assertThat(web.get(hm, "/desk")).hasStatusOk();
    machines.idle(hm, 180 + 91);
    assertThat(web.get(hm, "/desk"))
        .hasRedirectedUrl("/hands?to=%2Fdesk%3Fas%3D" + thana.hm().mark());
    // Asking does not wake it.
    assertThat(web.get(hm, "/desk")).hasStatus3xxRedirection();
    var kept =
        web.post(
            hm, "/papers/" + paper + "/movements", "to", thana.sho().mark(), "remark", "शीघ्र");
    assertThat(kept).hasStatus(423).bodyText().contains("OP-125", "kept.field.remark", "शीघ्र");
    assertThat(reading.card(paper, thana.hm().scope()).paper().heldBy(thana.hm().post())).isTrue();
    assertThat(place.tap(hm, thana.hm(), "5555")).hasStatus(422);
    var unlocked = place.tap(hm, thana.hm(), "7391", "to", "/files");
    assertThat(unlocked).hasStatus(303).hasHeader("Location", "/files");
    assertThat(web.get(hm, "/desk")).hasStatusOk();
  }

  @Test
  void the_form_that_the_lock_kept_back_goes_on_for_its_owner_and_is_done_once() {
    Browser hm = place.signedIn(thana.hm());
    PaperId paper = desks.paper(thana.hm());
    machines.idle(hm, 600);
    String action = "/papers/" + paper + "/movements";
    String act = karyalay.shared.Ids.next().toString();
    var again =
        place.tap(
            hm,
            thana.hm(),
            "7391",
            "kept.action",
            action,
            "kept.field.act",
            act,
            "kept.field.as",
            thana.hm().mark(),
            "kept.field.to",
            thana.sho().mark(),
            "kept.field.remark",
            "मौके पर");
    assertThat(again).hasStatusOk().bodyText().contains(action, "मौके पर", hm.csrf(), act);
  }

  @Test
  void a_guest_of_another_office_goes_on_with_his_password_and_leaves_no_name() {
    machines.password(district.co);
    Browser co = place.signedIn(district.co);
    machines.idle(co, 600);
    assertThat(web.get(co, "/desk")).hasStatus3xxRedirection();
    assertThat(body(place.names(co))).contains(district.co.person().toString());
    assertThat(place.tap(co, district.co, "7391")).hasStatus(422).bodyText().contains("पासवर्ड");
    assertThat(place.tap(co, district.co, OnMachines.PASSWORD)).hasStatus(303);
    assertThat(web.get(co, "/desk")).hasStatusOk();
    assertThat(body(place.names(null))).doesNotContain(district.co.person().toString());
    assertThat(place.tap(null, district.co, OnMachines.PASSWORD)).hasStatus(422);
  }

  @Test
  void locking_by_the_button_holds_at_once_and_on_a_private_machine_nothing_locks() {
    Browser hm = place.signedIn(thana.hm());
    assertThat(web.post(hm, "/hands/locking", "to", "/files"))
        .hasStatus(303)
        .hasHeader("Location", "/hands?to=%2Ffiles");
    assertThat(web.get(hm, "/desk")).hasStatus3xxRedirection();
    assertThat(web.post(hm, "/hands/presence")).hasStatus(423);
    Browser own = signedIn.as(thana.sho());
    assertThat(web.post(own, "/hands/locking")).hasStatus(303);
    assertThat(web.get(own, "/desk")).hasStatusOk().bodyText().doesNotContain("हाथ बदलें");
    machines.idle(own, 3600);
    assertThat(web.get(own, "/desk")).hasStatusOk();
  }

  @Test
  @Holds("OP-125")
  void the_form_of_the_one_before_is_never_sent_by_the_next_and_waits_for_its_owner() {
    place.signedIn(thana.si());
    Browser hm = place.signedIn(thana.hm());
    Browser si = place.browser(thana.si(), place.tap(hm, thana.si(), "5208"));
    PaperId paper = desks.paper(thana.hm());
    var sent =
        machines.post(
            si,
            hm.csrf(),
            "/papers/" + paper + "/movements",
            "as",
            thana.hm().mark(),
            "to",
            thana.sho().mark(),
            "remark",
            "केवल मोहर्रिर का लिखा");
    assertThat(sent)
        .hasStatus(403)
        .bodyText()
        .contains("OP-125")
        .doesNotContain("केवल मोहर्रिर का लिखा");
    assertThat(reading.card(paper, thana.hm().scope()).paper().heldBy(thana.hm().post())).isTrue();
    assertThat(body(web.get(si, "/account/leavings"))).doesNotContain("केवल मोहर्रिर");
    var back = place.tap(si, thana.hm(), "7391");
    assertThat(back).hasHeader("Location", "/account/leavings");
    Browser again = place.browser(thana.hm(), back);
    assertThat(body(web.get(again, "/account/leavings"))).contains("केवल मोहर्रिर का लिखा");
  }

  @Test
  void a_form_of_ones_own_earlier_session_may_be_sent_again_with_what_was_typed() {
    Browser before = place.signedIn(thana.hm());
    Browser now = place.signedIn(thana.hm());
    var sent = machines.post(now, before.csrf(), "/files/x/notes", "text", "अपना लिखा");
    assertThat(sent).hasStatus(403).bodyText().contains("अपना लिखा");
  }

  @Test
  @Holds("OP-125")
  void what_each_began_on_the_machine_stays_his_draft() {
    place.signedIn(thana.si());
    Browser hm = place.signedIn(thana.hm());
    PaperId file = in.open(thana.hm());
    web.post(hm, "/files/" + file + "/draft", "text", "मोहर्रिर का मसौदा");
    web.post(hm, "/receipts/draft", "subject", "मोहर्रिर की आधी डाक", "shape", "LETTER");
    Browser si = place.browser(thana.si(), place.tap(hm, thana.si(), "5208"));
    assertThat(body(web.get(si, "/receipts/new"))).doesNotContain("मोहर्रिर की आधी डाक");
    assertThat(body(web.get(si, "/files/" + file))).doesNotContain("मोहर्रिर का मसौदा");
    Browser again = place.browser(thana.hm(), place.tap(si, thana.hm(), "7391"));
    assertThat(body(web.get(again, "/receipts/new"))).contains("मोहर्रिर की आधी डाक");
    assertThat(body(web.get(again, "/files/" + file))).contains("मोहर्रिर का मसौदा");
  }

  @Test
  void leavings_are_listed_thrown_away_and_gone_when_they_were_sent() {
    Browser hm = place.signedIn(thana.hm());
    PaperId paper = desks.paper(thana.hm());
    String action = "/papers/" + paper + "/movements";
    String act = karyalay.shared.Ids.next().toString();
    keep(hm, action, act, "भेजने को था");
    keep(hm, action, act, "भेजने को ही था");
    keep(hm, "/files", karyalay.shared.Ids.next().toString(), "हटाने को था");
    assertThat(body(web.get(hm, "/account/leavings")))
        .contains("भेजने को ही था", "हटाने को था")
        .doesNotContain("भेजने को था");
    var sent =
        web.raw()
            .post()
            .uri(action)
            .cookie(new jakarta.servlet.http.Cookie(Gate.COOKIE, hm.token()))
            .param("_csrf", hm.csrf())
            .param("as", hm.mark())
            .param("act", act)
            .param("to", thana.sho().mark())
            .param("remark", "भेजने को ही था")
            .exchange();
    assertThat(sent).hasStatus(303);
    assertThat(body(web.get(hm, "/account/leavings"))).doesNotContain("भेजने को ही था");
    UUID left =
        db.sql("SELECT id FROM devices.leaving WHERE person = ?")
            .param(thana.hm().person().value())
            .query(UUID.class)
            .single();
    Browser si = place.signedIn(thana.si());
    assertThat(web.post(si, "/account/leavings/" + left + "/removal")).hasStatus(404);
    assertThat(web.post(hm, "/account/leavings/" + left + "/removal")).hasStatus(303);
    assertThat(body(web.get(hm, "/account/leavings"))).doesNotContain("हटाने को था");
  }

  private void keep(Browser browser, String action, String act, String text) {
    assertThat(
            web.post(
                browser,
                "/hands/leavings",
                "kept.action",
                action,
                "kept.field.act",
                act,
                "kept.field.remark",
                text,
                "kept.field.new-password",
                "raaz-ki-baat"))
        .hasStatus(204);
    assertThat(
            db.sql("SELECT count(*) FROM devices.leaving WHERE fields::text LIKE '%raaz%'")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void a_form_kept_at_the_end_of_a_session_is_not_offered_to_whoever_signs_in_next() {
    Browser hm = place.signedIn(thana.hm());
    var next =
        web.raw()
            .post()
            .uri("/session")
            .cookie(new jakarta.servlet.http.Cookie(Gate.COOKIE, hm.token()))
            .cookie(new jakarta.servlet.http.Cookie(Gate.DEVICE, place.device.toString()))
            .param("pno", thana.si().pno())
            .param("password", OnMachines.PASSWORD)
            .param("kept.action", "/files")
            .param("kept.field.remark", "पहले वाले का लिखा")
            .exchange();
    assertThat(next).hasStatus(303).bodyText().doesNotContain("पहले वाले");
    assertThat(web.get(hm, "/desk")).hasStatus3xxRedirection();
    Browser back = place.signedIn(thana.hm());
    assertThat(body(web.get(back, "/account/leavings"))).contains("पहले वाले का लिखा");
  }

  @Test
  void a_page_on_a_shared_machine_asks_the_database_no_more_often() {
    Browser shared = place.signedIn(thana.hm());
    Browser own = signedIn.as(thana.hm());
    web.get(own, "/desk");
    web.get(shared, "/desk");
    int alone = Statements.of(() -> web.get(own, "/desk")).size();
    assertThat(Statements.of(() -> web.get(shared, "/desk"))).hasSize(alone);
  }
}
