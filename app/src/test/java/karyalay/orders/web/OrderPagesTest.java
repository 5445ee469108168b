package karyalay.orders.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import karyalay.Api;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.Web;
import karyalay.dak.Arrivals;
import karyalay.dak.Writing;
import karyalay.desk.Move;
import karyalay.desk.Movements;
import karyalay.desk.OnDesks;
import karyalay.desk.Reading;
import karyalay.files.InFiles;
import karyalay.files.Sheets;
import karyalay.shared.PaperId;
import karyalay.signatures.Signers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Orders through the routes: bar, result, what was given, and the same for other systems.
@KaryalayTest
class OrderPagesTest {
  @Autowired Given given;
  @Autowired SignedIn signedIn;
  @Autowired Web web;
  @Autowired Api api;
  @Autowired Arrivals arrivals;
  @Autowired InFiles in;
  @Autowired OnDesks desks;
  @Autowired Reading reading;
  @Autowired Movements movements;
  @Autowired Sheets sheets;
  @Autowired Signers signers;

  Given.District district;
  Given.Thana thana;
  Seat hm;
  Seat sho;
  Seat si;

  @BeforeEach
  void a_thana() {
    district = given.district();
    thana = district.thana("थाना आदेश पृष्ठ");
    hm = thana.hm();
    sho = thana.sho();
    si = thana.si();
  }

  private PaperId petition() {
    var petition = Writing.petition().with(w -> w.received = arrivals.today());
    PaperId paper = arrivals.diariseAndSend(hm, petition, sho.post());
    movements.move(sho.act(), paper, new Move.Receive());
    return paper;
  }

  private static String text(MvcTestResult answer) {
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  private static String location(MvcTestResult answer) {
    String to = answer.getResponse().getHeader("Location");
    return java.util.Objects.requireNonNull(to).replaceAll("\\?.*", "");
  }

  private boolean with(Seat seat, PaperId paper) {
    return reading.card(paper, seat.scope()).paper().heldBy(seat.post());
  }

  @Test
  @Holds("OP-130")
  void a_phrase_brings_its_words_its_task_its_day_and_says_row_by_row_what_became() {
    PaperId paper = petition();
    var browser = signedIn.as(sho);
    assertThat(text(web.get(browser, "/orders/new?papers=" + paper)))
        .contains("जाँच कर आख्या दें", "data-digit=\"2\"", paper.toString());
    var answer =
        web.post(
            browser,
            "/orders",
            "papers",
            paper.toString(),
            "phrase",
            "call-for-report",
            "to",
            si.mark());
    assertThat(answer).hasStatus(303);
    assertThat(text(web.get(browser, location(answer))))
        .contains("जाँच कर आख्या दें", si.mark(), "data-gone=\"" + paper + "\"");
    assertThat(with(si, paper)).isTrue();
    assertThat(text(web.get(browser, "/orders"))).contains("जाँच कर आख्या दें", si.mark());
    assertThat(text(web.get(browser, "/orders/new"))).contains("data-last=\"" + si.mark());
  }

  @Test
  void without_an_addressee_ticks_or_a_known_phrase_a_sentence_says_so() {
    PaperId paper = petition();
    var browser = signedIn.as(sho);
    assertThat(web.post(browser, "/orders", "phrase", "seen")).hasStatus(422);
    var nobody =
        web.post(browser, "/orders", "papers", paper.toString(), "phrase", "call-for-report");
    assertThat(nobody).hasStatus(422);
    assertThat(text(nobody)).contains("किसको?");
    var unknown = web.post(browser, "/orders", "papers", paper.toString(), "phrase", "no-such");
    assertThat(unknown).hasStatus(422);
    var own = web.post(browser, "/orders", "papers", paper.toString(), "words", "मिलें");
    assertThat(own).hasStatus(422);
    assertThat(with(sho, paper)).isTrue();
  }

  @Test
  @Holds("OP-130")
  void the_pin_is_asked_once_for_a_mornings_files() {
    signers.registered(sho);
    PaperId one = in.open(hm);
    PaperId two = in.open(hm);
    in.send(hm, one, sho);
    in.send(hm, two, sho);
    var browser = signedIn.as(sho);
    assertThat(text(web.get(browser, "/orders/new?papers=" + one))).contains("data-order-pin");
    web.post(
        browser, "/orders", "papers", one.toString(), "phrase", "as-proposed", "pin", Signers.PIN);
    assertThat(text(web.get(browser, "/orders/new?papers=" + two)))
        .doesNotContain("data-order-pin");
    web.post(browser, "/orders", "papers", two.toString(), "phrase", "as-proposed");
    for (PaperId file : java.util.List.of(one, two))
      assertThat(sheets.of(file, hm.scope()).notes().getLast().signature()).isNotNull();
  }

  @Test
  void a_wrong_pin_gives_nothing() {
    signers.registered(sho);
    PaperId file = in.open(hm);
    in.send(hm, file, sho);
    var answer =
        web.post(
            signedIn.as(sho),
            "/orders",
            "papers",
            file.toString(),
            "phrase",
            "as-proposed",
            "pin",
            "9999");
    assertThat(answer).hasStatus(422);
    assertThat(with(sho, file)).isTrue();
  }

  @Test
  @Holds("OP-90")
  void one_reason_is_put_on_many_rows_at_once() {
    PaperId late = petition();
    PaperId fresh = petition();
    var browser = signedIn.as(sho);
    desks.happened(late, 60);
    assertThat(text(web.get(browser, "/orders/delays/new"))).contains("वीआईपी ड्यूटी");
    String said =
        text(
            web.post(
                browser,
                "/orders/delays",
                "papers",
                late.toString(),
                "papers",
                fresh.toString(),
                "reason",
                "vip-duty"));
    assertThat(said).contains("कारण अंकित हुआ", "समय-सीमा में है");
    assertThat(text(web.get(signedIn.as(district.co), "/orders/delays")))
        .contains("वीआईपी ड्यूटी", sho.mark());
  }

  @Test
  void a_phrase_of_ones_own_is_entered_offered_and_ended() {
    var browser = signedIn.as(sho);
    web.post(browser, "/orders/phrases", "words", "तत्काल मिलें", "digit", "9", "does", "SEND");
    String page = text(web.get(browser, "/orders/phrases"));
    assertThat(page).contains("तत्काल मिलें");
    String id = page.replaceAll("(?s).*/orders/phrases/([0-9a-f-]{36})/end.*", "$1");
    web.post(browser, "/orders/phrases/" + id + "/end");
    assertThat(text(web.get(browser, "/orders/phrases"))).doesNotContain("तत्काल मिलें");
  }

  @Test
  @Holds("OP-130")
  void other_systems_give_take_back_remind_and_read_what_was_given() {
    PaperId paper = petition();
    var client = api.as(sho);
    String body =
        "{\"papers\": [\"%s\"], \"phrase\": \"call-for-report\", \"to\": [\"%s\"]}"
            .formatted(paper, si.mark());
    String key = java.util.UUID.randomUUID().toString();
    Api.Answer given = client.post(key, "/orders", body);
    assertThat(given.status()).isEqualTo(200);
    assertThat(given.<Boolean>at("$.lines[0].done")).isTrue();
    assertThat(client.post(key, "/orders", body).<String>at("$.id"))
        .isEqualTo(given.<String>at("$.id"));
    assertThat(client.get("/orders").<Integer>at("$.counts.waiting")).isEqualTo(1);
    assertThat(client.post("/papers/" + paper + "/reminders", "{}").status()).isEqualTo(200);
    assertThat(client.get("/orders").<Integer>at("$.papers[0].reminders")).isEqualTo(1);
    assertThat(with(si, paper)).isTrue();
    Api.Answer back = client.post("/orders/" + given.at("$.id") + "/recall", "{}");
    assertThat(back.<Boolean>at("$.lines[0].here")).isTrue();
    assertThat(with(sho, paper)).isTrue();
    assertThat(client.get("/order-phrases").<Integer>at("$.length()")).isGreaterThan(8);
    assertThat(api.as(si).get("/orders/" + given.at("$.id")).status()).isEqualTo(404);
  }
}
