package karyalay.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.Web;
import karyalay.desk.Classification;
import karyalay.desk.Move;
import karyalay.desk.Movements;
import karyalay.desk.OnDesks;
import karyalay.desk.Paper;
import karyalay.desk.Reading;
import karyalay.desk.Task;
import karyalay.desk.Urgency;
import karyalay.organisation.Master;
import karyalay.organisation.Masters;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// What an officer does with papers from his desk: done for each that can, said of each that
/// cannot.
@KaryalayTest
class DeskFormsTest {
  @Autowired Given given;
  @Autowired SignedIn signedIn;
  @Autowired Web web;
  @Autowired OnDesks desks;
  @Autowired Movements movements;
  @Autowired Reading reading;
  @Autowired Masters masters;
  @Autowired OfficeTime time;

  Given.District district;
  Given.Thana thana;
  Seat hm;
  Seat sho;

  @BeforeEach
  void a_thana() {
    district = given.district();
    thana = district.thana("विशुनगढ़");
    hm = thana.hm();
    sho = thana.sho();
  }

  @Test
  @Holds("OP-25")
  void of_many_ticked_papers_each_goes_or_says_why_it_stays() {
    PaperId free = desks.paper(hm);
    PaperId parked = desks.paper(hm);
    movements.move(hm.act(), parked, new Move.Park(time.today().plusDays(4), "प्रतीक्षा"));
    PaperId gone = desks.paper(hm);
    movements.forward(hm.act(), gone, new Move.Forward(thana.si().post(), Task.ACTION, ""));
    MvcTestResult answer =
        post(
            hm,
            "/desk/markings",
            "papers",
            ids(free, parked, gone),
            "to",
            sho.mark(),
            "remark",
            "देखें");
    assertThat(answer).hasStatusOk();
    assertThat(text(answer)).contains("OP-42", "संचलन देखें कि किसके पास है");
    assertThat(paper(free).heldBy(sho.post())).isTrue();
    assertThat(paper(parked).place().code()).isEqualTo("PARKED");
    assertThat(paper(gone).heldBy(thana.si().post())).isTrue();
  }

  @Test
  @Holds("OP-26")
  void paper_and_wire_are_not_marked_in_one_press_and_none_of_them_goes() {
    PaperId wire = desks.paper(hm);
    PaperId onPaper = desks.physical(hm);
    MvcTestResult answer =
        post(
            hm,
            "/desk/markings",
            "papers",
            ids(wire, onPaper),
            "to",
            sho.mark(),
            "remark",
            "मेरी टीप");
    assertThat(answer).hasStatus(422);
    assertThat(text(answer)).contains("OP-26", "मेरी टीप");
    assertThat(paper(wire).heldBy(hm.post())).isTrue();
    assertThat(paper(onPaper).heldBy(hm.post())).isTrue();
  }

  @Test
  void with_nothing_ticked_the_desk_says_so() {
    desks.paper(hm);
    MvcTestResult answer = post(hm, "/desk/markings", "papers", "", "to", sho.mark());
    assertThat(answer).hasStatusOk();
    assertThat(text(answer)).contains("कोई पंक्ति चुनी नहीं गई");
  }

  @Test
  @Holds("OP-52")
  void one_paper_out_of_reach_among_the_ticked_stops_the_press() {
    PaperId mine = desks.paper(hm);
    PaperId theirs = desks.paper(district.thana("सौरिख").hm());
    assertThat(post(hm, "/desk/markings", "papers", ids(theirs, mine), "to", sho.mark()))
        .hasStatus(404);
    assertThat(paper(mine).heldBy(hm.post())).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "to   | नहीं-1      | नाम का कोई पद नहीं",
        "due  | कल          | नियत",
        "due  | 31-02-2026  | नियत",
        "task | सोना        | क्या करना है"
      })
  void a_marking_with_a_wrong_field_names_it_and_keeps_the_remark(
      String field, String value, String said) {
    PaperId paper = desks.paper(hm);
    String to = field.equals("to") ? value : sho.mark();
    MvcTestResult answer =
        field.equals("to")
            ? post(
                hm,
                "/desk/markings",
                "papers",
                paper + "",
                "to",
                to,
                "remark",
                "रात्रि गश्त के बाद")
            : post(
                hm,
                "/desk/markings",
                "papers",
                paper + "",
                "to",
                to,
                "remark",
                "रात्रि गश्त के बाद",
                field,
                value);
    assertThat(answer).hasStatus(422);
    assertThat(text(answer)).contains(said, "रात्रि गश्त के बाद", "role=\"alert\"");
    assertThat(paper(paper).heldBy(hm.post())).isTrue();
  }

  @Test
  @Holds("OP-88")
  void a_due_day_is_typed_short() {
    PaperId paper = desks.paper(hm);
    post(hm, "/desk/markings", "papers", paper + "", "to", sho.mark(), "due", "+2");
    assertThat(OfficeTime.day(java.util.Objects.requireNonNull(paper(paper).dueAt())))
        .isEqualTo(time.today().plusDays(2));
  }

  @Test
  @Holds("OP-21")
  void papers_on_their_way_are_received_together_and_the_rest_say_why_not() {
    PaperId one = sent(desks.physical(hm));
    PaperId two = sent(desks.physical(hm));
    PaperId wire = sent(desks.paper(hm));
    MvcTestResult answer = post(sho, "/desk/receptions", "papers", ids(one, two, wire));
    assertThat(answer).hasStatusOk();
    assertThat(paper(one).place().code()).isEqualTo("DESK");
    assertThat(paper(two).place().code()).isEqualTo("DESK");
    assertThat(text(answer)).contains("पहले ही प्राप्त");
  }

  @Test
  @Holds("OP-8")
  void a_senior_sees_how_much_waits_on_the_vacant_posts_below_him() {
    Seat leaving = district.seat(thana.office(), "GD", "दिवसाधिकारी", 30);
    PaperId waiting = desks.paper(hm);
    movements.forward(hm.act(), waiting, new Move.Forward(leaving.post(), Task.ACTION, ""));
    assertThat(text(web.get(signedIn.as(sho), "/desk/vacancies"))).doesNotContain(leaving.mark());
    district.vacate(leaving.post());
    assertThat(text(web.get(signedIn.as(sho), "/desk/vacancies"))).contains(leaving.mark());
    assertThat(text(web.get(signedIn.as(thana.si()), "/desk/vacancies")))
        .doesNotContain(leaving.mark());
  }

  @ParameterizedTest
  @EnumSource(Urgency.class)
  @Holds("OP-84")
  void the_marking_officer_changes_the_grade_and_the_holder_does_not(Urgency urgency) {
    PaperId paper = sent(desks.paper(hm));
    String path = "/papers/" + paper + "/urgency";
    MvcTestResult holders = post(sho, path, "urgency", urgency.name());
    assertThat(holders).hasStatus(422);
    assertThat(text(holders)).contains("OP-84");
    assertThat(post(hm, path, "urgency", urgency.name())).hasStatus(303);
    assertThat(paper(paper).urgency()).isEqualTo(urgency);
    assertThat(post(district.co, path, "urgency", "ORDINARY")).hasStatus(303);
    assertThat(paper(paper).urgency()).isEqualTo(Urgency.ORDINARY);
    assertThat(post(thana.si(), path, "urgency", urgency.name())).hasStatus(404);
    assertThat(desks.acts(paper)).filteredOn("desk.graded"::equals).hasSize(2);
  }

  @Test
  @Holds({"OP-85", "OP-87"})
  void the_holder_raises_a_class_and_lowering_takes_its_maker_or_a_senior_and_a_reason() {
    PaperId paper = sent(desks.paper(hm));
    String path = "/papers/" + paper + "/class";
    MvcTestResult makers = post(hm, path, "classification", "CONFIDENTIAL");
    assertThat(makers).as("he does not hold it").hasStatus(409);
    assertThat(post(sho, path, "classification", "CONFIDENTIAL")).hasStatus(303);
    assertThat(paper(paper).classification()).isEqualTo(Classification.CONFIDENTIAL);
    MvcTestResult lowered = post(sho, path, "classification", "NORMAL", "reason", "अब आवश्यक नहीं");
    assertThat(lowered).hasStatus(422);
    assertThat(text(lowered)).contains("OP-87", "अब आवश्यक नहीं");
    assertThat(post(hm, path, "classification", "NORMAL", "reason", " ")).hasStatus(422);
    assertThat(post(hm, path, "classification", "NORMAL", "reason", "तथ्य सार्वजनिक"))
        .hasStatus(303);
    assertThat(paper(paper).classification()).isEqualTo(Classification.NORMAL);
  }

  @Test
  @Holds("OP-85")
  void a_class_that_the_district_has_barred_is_not_used() {
    set("secret-barred", true);
    set("restricted-used", false);
    PaperId paper = desks.paper(hm);
    String path = "/papers/" + paper + "/class";
    for (String barred : new String[] {"SECRET", "TOP_SECRET", "RESTRICTED"}) {
      MvcTestResult answer = post(hm, path, "classification", barred);
      assertThat(answer).as(barred).hasStatus(422);
      assertThat(text(answer)).contains("OP-85");
    }
    assertThat(paper(paper).classification()).isEqualTo(Classification.NORMAL);
    assertThat(post(hm, path, "classification", "CONFIDENTIAL")).hasStatus(303);
    assertThat(post(hm, path, "classification", "UNKNOWN")).hasStatus(422);
  }

  private void set(String setting, boolean value) {
    var facts = new Master.Facts(setting, setting, 1, Map.of("value", value));
    masters.put(district.sp.act(), district.id, "SETTING", setting, facts, time.today());
  }

  @Test
  @Holds("OP-52")
  void the_holder_lets_another_post_read_and_nobody_else_does() {
    PaperId paper = desks.paper(hm);
    Seat si = thana.si();
    String path = "/papers/" + paper + "/grants";
    hidden(paper, si);
    assertThat(post(district.co, path, "to", si.mark())).as("a senior").hasStatus(303);
    assertThat(reading.open(paper, si.scope()).paper().id()).isEqualTo(paper);
    MvcTestResult readers = post(si, path, "to", thana.ssi().mark());
    assertThat(readers).hasStatus(422);
    assertThat(text(readers)).contains("OP-52");
    hidden(paper, thana.ssi());
    assertThat(post(hm, path, "to", "नहीं-1")).hasStatus(422);
    assertThat(post(hm, path, "to", thana.ssi().mark())).hasStatus(303);
    assertThat(reading.open(paper, thana.ssi().scope())).isNotNull();
  }

  @Test
  @Holds("OP-32")
  void what_is_wrongly_marked_goes_back_with_a_reason_and_not_without() {
    PaperId paper = sent(desks.paper(hm));
    String path = "/papers/" + paper + "/sending-back";
    assertThat(post(sho, path, "reason", "  ")).hasStatus(422);
    assertThat(post(sho, path)).as("without the field").hasStatus(422);
    assertThat(post(hm, path, "reason", "मेरा नहीं")).as("he does not hold it").hasStatus(409);
    assertThat(post(sho, path, "reason", "हल्का दूसरा है")).hasStatus(303);
    assertThat(paper(paper).heldBy(hm.post())).isTrue();
    MvcTestResult first = post(hm, "/papers/" + desks.paper(hm) + "/sending-back", "reason", "x");
    assertThat(first).as("made here, it came from nobody").hasStatus(422);
    assertThat(text(first)).contains("लौटाने के लिए कोई नहीं है");
  }

  @Test
  @Holds("OP-42")
  void a_paper_is_parked_until_a_day_typed_short_and_taken_up_by_its_holder() {
    PaperId paper = desks.paper(hm);
    String path = "/papers/" + paper;
    for (String day : new String[] {"0", "-1", "1.1.2020", "कल", ""})
      assertThat(post(hm, path + "/parking", "until", day, "reason", "प्रतीक्षा"))
          .as(day)
          .hasStatus(422);
    assertThat(post(hm, path + "/parking", "until", "+5", "reason", " ")).hasStatus(422);
    assertThat(post(hm, path + "/parking", "until", "+5", "reason", "प्रतीक्षा")).hasStatus(303);
    assertThat(paper(paper).place().code()).isEqualTo("PARKED");
    assertThat(post(sho, path + "/resumption")).hasStatus(409);
    assertThat(post(hm, path + "/resumption")).hasStatus(303);
    assertThat(post(hm, path + "/resumption")).hasStatus(409);
  }

  @Test
  @Holds("OP-41")
  void what_was_just_sent_is_offered_back_until_it_is_opened() {
    PaperId paper = desks.paper(hm);
    MvcTestResult sent = post(hm, "/papers/" + paper + "/movements", "to", sho.mark());
    assertThat(sent.getResponse().getHeader("Location")).contains("sent=" + paper);
    assertThat(text(web.get(signedIn.as(hm), "/desk?sent=" + paper)))
        .contains("/papers/" + paper + "/recall");
    movements.open(sho.act(), paper);
    assertThat(text(web.get(signedIn.as(hm), "/desk?sent=" + paper)))
        .doesNotContain("/papers/" + paper + "/recall");
    assertThat(post(hm, "/papers/" + paper + "/recall")).hasStatus(409);
  }

  @Test
  @Holds("OP-49")
  void the_trail_names_every_hand_with_its_days_and_says_what_still_runs() {
    PaperId paper = desks.paper(hm);
    movements.forward(hm.act(), paper, new Move.Forward(sho.post(), Task.ENQUIRY, "मौके पर जाएँ"));
    desks.happened(paper, 3);
    String trail = text(web.get(signedIn.as(hm), "/papers/" + paper + "/trail"));
    assertThat(trail).contains(hm.mark(), sho.mark(), "मौके पर जाएँ");
    assertThat(web.get(signedIn.as(thana.si()), "/papers/" + paper + "/trail")).hasStatus(404);
    assertThat(web.get(signedIn.as(hm), "/papers/" + paper))
        .hasStatus(303)
        .headers()
        .satisfies(
            headers -> assertThat(headers.getFirst("Location")).contains("/receipts/" + paper));
  }

  private PaperId sent(PaperId paper) {
    movements.forward(hm.act(), paper, new Move.Forward(sho.post(), Task.ACTION, ""));
    return paper;
  }

  private void hidden(PaperId paper, Seat seat) {
    org.assertj.core.api.Assertions.assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> reading.card(paper, seat.scope()));
  }

  private Paper paper(PaperId paper) {
    return reading.card(paper, district.sp.scope()).paper();
  }

  private MvcTestResult post(Seat seat, String path, String... fields) {
    return web.post(signedIn.as(seat), path, fields);
  }

  private static String ids(PaperId... papers) {
    return String.join(
        ",", java.util.Arrays.stream(papers).map(PaperId::toString).toArray(String[]::new));
  }

  private static String text(MvcTestResult answer) {
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
