package karyalay.dak.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import karyalay.Api;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.Pdfs;
import karyalay.SignedIn;
import karyalay.Web;
import karyalay.dak.Arrivals;
import karyalay.dak.Writing;
import karyalay.shared.PaperId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Where the original is, on the pages, on paper and for other systems.
@KaryalayTest
class KeepingPagesTest {
  @Autowired Given given;
  @Autowired Arrivals arrivals;
  @Autowired SignedIn signedIn;
  @Autowired Web web;
  @Autowired Api api;

  private Given.Thana thana;
  private Seat hm;
  private PaperId paper;

  @BeforeEach
  void a_paper() {
    thana = given.district().thana("मूल प्रति");
    hm = thana.hm();
    paper = arrivals.diarise(hm, Writing.petition());
  }

  private String text(MvcTestResult answer) throws Exception {
    assertThat(answer).hasStatusOk();
    return answer.getResponse().getContentAsString(UTF_8);
  }

  @Test
  @Holds("OP-128")
  void the_place_stands_large_after_the_number_was_given_and_on_page_register_and_cover()
      throws Exception {
    String place = arrivals.receipt(paper, hm).particulars().original().place();
    var browser = signedIn.as(hm);
    assertThat(text(web.get(browser, "/receipts/new?done=" + paper))).contains("kept-big", place);
    assertThat(text(web.get(browser, "/receipts/" + paper))).contains("आज का बस्ता: " + place);
    assertThat(text(web.get(browser, "/registers"))).contains(place);
    byte[] cover =
        web.get(browser, "/receipts/" + paper + "/cover.pdf").getResponse().getContentAsByteArray();
    assertThat(Pdfs.squeezed(Pdfs.text(cover))).contains(place, "फोन से स्कैन करें");
  }

  @Test
  @Holds("OP-128")
  void it_is_moved_by_a_form_and_the_bundle_of_the_day_says_where_it_went() throws Exception {
    var browser = signedIn.as(hm);
    var moved =
        web.post(
            browser,
            "/receipts/" + paper + "/original",
            "keeping",
            "RETURNED",
            "place",
            "राम औतार");
    assertThat(moved.getResponse().getStatus()).isEqualTo(303);
    web.post(
        browser,
        "/receipts/" + paper + "/kept-apart",
        "name",
        "एक्स-रे",
        "keeping",
        "PROPERTY_ROOM",
        "place",
        "114/26");
    assertThat(text(web.get(browser, "/receipts/" + paper)))
        .contains("लौटाई: राम औतार", "मालखाना सं0: 114/26");
    assertThat(text(web.get(browser, "/registers/bundle")))
        .contains("लौटाई: राम औतार", "बस्ते में 0, कुल 1");
    assertThat(text(web.get(browser, "/receipts/" + paper + "/history"))).contains("लौटाई");
  }

  @Test
  @Holds({"OP-128", "OP-52"})
  void a_stranger_moves_nothing_and_opens_no_other_office_s_bundle() {
    Seat stranger = given.district().thana("अन्य").hm();
    assertThat(
            web.post(
                    signedIn.as(stranger),
                    "/receipts/" + paper + "/original",
                    "keeping",
                    "RETURNED")
                .getResponse()
                .getStatus())
        .isEqualTo(404);
    assertThat(
            web.get(signedIn.as(stranger), "/registers/bundle?office=" + thana.id())
                .getResponse()
                .getStatus())
        .isEqualTo(404);
  }

  @Test
  @Holds("OP-128")
  void another_system_asks_and_says_it_by_the_same_doors() {
    var client = api.as(hm);
    var refused =
        client.post("/receipts/" + paper + "/original", "{\"keeping\": \"PROPERTY_ROOM\"}");
    assertThat(refused.code()).isEqualTo("dak.PROPERTY_ROOM_NUMBER");
    assertThat(refused.rule()).isEqualTo("OP-128");
    var moved =
        client.post(
            "/receipts/" + paper + "/original",
            "{\"keeping\": \"PROPERTY_ROOM\", \"place\": \"7/26\"}");
    assertThat(moved.<String>at("$.originalPlace")).isEqualTo("7/26");
    var apart =
        client.post(
            "/receipts/" + paper + "/kept-apart",
            "{\"name\": \"बंद लिफाफा\", \"keeping\": \"SEALED\"}");
    assertThat(apart.<String>at("$[0].keeping")).isEqualTo("SEALED");
    var bundle = client.get("/registers/bundle");
    assertThat(bundle.<Integer>at("$.length()")).isEqualTo(1);
    assertThat(bundle.<String>at("$[0].keeping")).isEqualTo("PROPERTY_ROOM");
  }
}
