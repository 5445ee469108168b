package karyalay.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import karyalay.Api;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.Web;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// "मेरे पास": the code on the cover of a physical paper.
@KaryalayTest
class SightingsTest {
  @Autowired Given given;
  @Autowired OnDesks desks;
  @Autowired Sightings sightings;
  @Autowired Reading reading;
  @Autowired SignedIn signedIn;
  @Autowired Web web;
  @Autowired Api api;

  private Given.Thana thana;
  private Seat hm;
  private PaperId paper;
  private String path;

  @BeforeEach
  void a_paper() {
    var district = given.district();
    thana = district.thana("कोड");
    hm = thana.hm();
    paper = desks.physical(hm);
    path = "/papers/" + paper + "/sightings";
  }

  private static String body(MvcTestResult answer) {
    try {
      return answer.getResponse().getContentAsString();
    } catch (java.io.UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  @Holds("OP-128")
  void one_press_says_with_whom_the_physical_paper_is_and_moves_nothing() {
    assertThat(body(web.get(signedIn.as(hm), path))).contains("मेरे पास", "सौंपना भेजने से ही");
    var before = reading.card(paper, hm.scope()).paper();
    assertThat(web.post(signedIn.as(hm), path).getResponse().getStatus()).isEqualTo(303);
    var after = reading.card(paper, hm.scope()).paper();
    assertThat(after.place()).isEqualTo(before.place());
    assertThat(after.moves()).isEqualTo(before.moves());
    assertThat(sightings.of(paper, hm.scope()))
        .singleElement()
        .satisfies(one -> assertThat(one.chair().orElseThrow().mark()).isEqualTo(hm.mark()));
    assertThat(body(web.get(signedIn.as(hm), "/papers/" + paper + "/trail")))
        .contains("भौतिक कागज देखा गया", "थाना")
        .contains("देखे जाने से धारक नहीं बदलता");
  }

  @Test
  @Holds({"OP-128", "OP-52"})
  void out_of_reach_the_code_tells_the_same_whether_the_paper_is_there_or_not() {
    Seat stranger = given.district().thana("अन्य").hm();
    var hidden = web.get(signedIn.as(stranger), path);
    var never = web.get(signedIn.as(stranger), "/papers/" + PaperId.next() + "/sightings");
    assertThat(hidden.getResponse().getStatus()).isEqualTo(404);
    assertThat(never.getResponse().getStatus()).isEqualTo(404);
    assertThat(body(hidden)).contains("पटल को बताएँ");
    assertThat(body(never)).contains("पटल को बताएँ");
    assertThat(body(hidden)).doesNotContain(reading.card(paper, hm.scope()).paper().number() + "<");
    assertThat(web.post(signedIn.as(stranger), path).getResponse().getStatus()).isEqualTo(404);
    assertThat(sightings.of(paper, hm.scope())).isEmpty();
  }

  @Test
  void who_is_not_signed_in_signs_in_and_comes_back_to_the_code() {
    String body = body(web.nobody(path));
    String sent = String.valueOf(web.nobody(path).getResponse().getHeader("Location"));
    assertThat(body + sent).contains("signin").contains("sightings");
  }

  @Test
  void what_has_no_paper_is_with_nobody() {
    PaperId electronic = desks.paper(hm);
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> sightings.see(hm.act(), electronic))
        .satisfies(refused -> assertThat(refused.reason()).isEqualTo(DeskRefusal.NOT_ON_PAPER));
    assertThat(body(web.get(signedIn.as(hm), "/papers/" + electronic + "/sightings")))
        .contains("इलेक्ट्रॉनिक");
  }

  @Test
  void another_system_says_it_too_and_the_same_press_counts_once() {
    var answer = api.as(hm).post("/papers/" + paper + "/sightings", "{}");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.<Integer>at("$.length()")).isEqualTo(1);
    var act = hm.act();
    sightings.see(act, paper);
    sightings.see(act, paper);
    assertThat(api.as(hm).get("/papers/" + paper + "/sightings").<Integer>at("$.length()"))
        .isEqualTo(2);
  }
}
