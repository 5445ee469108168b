package karyalay.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import karyalay.Api;
import karyalay.Api.Answer;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.desk.Move;
import karyalay.desk.Movements;
import karyalay.desk.OnDesks;
import karyalay.desk.Task;
import karyalay.desk.Trays;
import karyalay.shared.Capacity;
import karyalay.shared.Ids;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/// The desk as another system works it.
@KaryalayTest
class DeskApiTest {
  @Autowired Given given;
  @Autowired Api api;
  @Autowired OnDesks desks;
  @Autowired Movements movements;
  @Autowired OfficeTime time;

  Given.District district;
  Given.Thana thana;
  Seat hm;
  Seat sho;
  Api.Client clerk;
  Api.Client head;

  @BeforeEach
  void a_thana() {
    district = given.district();
    thana = district.thana("विशुनगढ़");
    hm = thana.hm();
    sho = thana.sho();
    clerk = api.as(hm);
    head = api.as(sho);
  }

  @Test
  @Holds("OP-49")
  void a_paper_is_forwarded_and_its_trail_says_from_whom_to_whom_when_and_what_for() {
    PaperId paper = desks.paper(hm);
    String path = "/papers/" + paper + "/movements";
    String key = Ids.next().toString();
    String body =
        "{\"to\": \"%s\", \"task\": \"ENQUIRY\", \"remark\": \"मौके पर जाएँ\"}"
            .formatted(sho.mark());
    Answer sent = clerk.post(key, path, body);
    assertThat(sent.<String>at("$.holder")).isEqualTo(sho.mark());
    assertThat(sent.<String>at("$.from")).isEqualTo(hm.mark());
    assertThat(sent.<String>at("$.task")).isEqualTo("ENQUIRY");
    assertThat(clerk.post(key, path, body)).isEqualTo(sent);
    Answer trail = head.get(path);
    assertThat(trail.<List<String>>at("$[*].word")).containsExactly("MADE", "FORWARDED");
    assertThat(trail.<String>at("$[1].from")).isEqualTo(hm.mark());
    assertThat(trail.<String>at("$[1].to")).isEqualTo(sho.mark());
    assertThat(trail.<String>at("$[1].remark")).isEqualTo("मौके पर जाएँ");
    assertThat(trail.<String>at("$[1].by")).contains(hm.pno());
    assertThat(trail.<Object>at("$[1].opened")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"to\": \"HM\"}                               | desk.ALREADY_THERE",
        "{\"to\": \"नहीं-1\"}                            | desk.NO_SUCH_POST",
        "{\"to\": \"\"}                                 | desk.NO_SUCH_POST",
        "{}                                             | shared.MISSING",
        "{\"to\": \"SHO\", \"due\": \"2020-01-01\"}     | desk.DATE_PASSED",
        "{\"to\": \"SHO\", \"task\": \"NAP\"}           | shared.NOT_UNDERSTOOD",
        "{\"to\": \"GONE\"}                             | organisation.POST_ABOLISHED",
        "{\"to\": \"FOREIGN\"}                          | desk.NO_SUCH_POST"
      })
  void what_cannot_be_forwarded_stays_and_is_refused_by_name(String body, String code) {
    Seat gone = district.seat(thana.office(), "OLD", "पुराना पद", 40);
    district.abolish(gone.post());
    Seat foreign = given.district().thana("दूसरा").sho();
    PaperId paper = desks.paper(hm);
    Answer refused =
        clerk.post(
            "/papers/" + paper + "/movements",
            body.replace("FOREIGN", foreign.mark())
                .replace("GONE", gone.mark())
                .replace("\"SHO\"", '"' + sho.mark() + '"')
                .replace("\"HM\"", '"' + hm.mark() + '"'));
    assertThat(refused.code()).as(body).isEqualTo(code);
    assertThat(clerk.get("/papers/" + paper).<String>at("$.holder")).isEqualTo(hm.mark());
    assertThat(desks.acts(paper)).containsExactly("desk.made");
  }

  @Test
  @Holds("OP-41")
  void a_paper_is_pulled_back_until_its_recipient_looks_at_it() {
    PaperId paper = desks.paper(hm);
    String recall = "/papers/" + paper + "/recall";
    assertThat(clerk.post(recall, "{}").code()).isEqualTo("desk.NOT_YOURS_TO_PULL_BACK");
    forward(paper, hm, sho);
    assertThat(head.post(recall, "{}").code()).isEqualTo("desk.NOT_YOURS_TO_PULL_BACK");
    String key = Ids.next().toString();
    Answer back = clerk.post(key, recall, "{}");
    assertThat(back.<String>at("$.holder")).isEqualTo(hm.mark());
    assertThat(clerk.post(key, recall, "{}")).isEqualTo(back);
    forward(paper, hm, sho);
    movements.open(sho.act(), paper);
    Answer late = clerk.post(recall, "{}");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.code()).isEqualTo("desk.OPENED_ALREADY");
    assertThat(late.rule()).isEqualTo("OP-41");
  }

  @Test
  @Holds("OP-21")
  void paper_is_received_once_and_only_when_it_is_on_its_way() {
    PaperId paper = desks.physical(hm);
    String reception = "/papers/" + paper + "/reception";
    assertThat(clerk.post(reception, "{}").code()).isEqualTo("desk.NOT_IN_TRANSIT");
    forward(paper, hm, sho);
    assertThat(head.get("/papers/" + paper).<String>at("$.place")).isEqualTo("TRANSIT");
    assertThat(clerk.post(reception, "{}").code()).isEqualTo("desk.NOT_WITH_YOU");
    assertThat(
            head.post("/papers/" + paper + "/movements", "{\"to\": \"%s\"}".formatted(hm.mark()))
                .code())
        .isEqualTo("desk.RECEIVE_FIRST");
    String key = Ids.next().toString();
    Answer received = head.post(key, reception, "{}");
    assertThat(received.<String>at("$.place")).isEqualTo("DESK");
    assertThat(head.post(key, reception, "{}")).isEqualTo(received);
    assertThat(head.post(reception, "{}").code()).isEqualTo("desk.NOT_IN_TRANSIT");
    assertThat(clerk.post("/papers/" + paper + "/recall", "{}").code())
        .isEqualTo("desk.OPENED_ALREADY");
  }

  @Test
  @Holds({"OP-36", "OP-105"})
  void a_desk_is_asked_for_by_tab_kind_and_nature_and_its_counts_agree_with_the_lists() {
    PaperId wire = desks.paper(hm);
    PaperId paper = desks.physical(hm);
    PaperId file = desks.file(hm);
    PaperId given = desks.paper(hm);
    forward(given, hm, sho);
    PaperId parked = desks.paper(hm);
    movements.move(hm.act(), parked, new Move.Park(time.today().plusDays(5), "प्रतीक्षा"));
    PaperId closed = desks.paper(hm);
    movements.move(hm.act(), closed, new Move.Close("दाखिल दफ्तर"));

    assertThat(ids("/desk")).containsExactlyInAnyOrder(wire + "", paper + "", file + "");
    assertThat(ids("/desk?physical=true")).containsExactly(paper + "");
    assertThat(ids("/desk?physical=false&kind=RECEIPT")).containsExactly(wire + "");
    assertThat(ids("/desk?kind=FILE")).containsExactly(file + "");
    assertThat(ids("/desk?tab=GIVEN")).containsExactly(given + "");
    assertThat(ids("/desk?tab=PARKED")).containsExactly(parked + "");
    assertThat(ids("/desk?tab=CLOSED")).containsExactly(closed + "");
    assertThat(clerk.get("/desk?tab=ELSEWHERE").code()).isEqualTo("shared.NOT_UNDERSTOOD");
    assertThat(clerk.get("/desk?cursor=nonsense").code()).isEqualTo("shared.NOT_UNDERSTOOD");
    Answer whole = clerk.get("/desk");
    assertThat(whole.<Integer>at("$.counts.all")).isEqualTo(3);
    assertThat(whole.<Integer>at("$.counts.fresh")).isEqualTo(ids("/desk?what=NEW").size());
  }

  @Test
  @Holds("OP-88")
  void what_is_overdue_stands_first_and_under_its_own_link() {
    PaperId late = desks.paper(hm);
    PaperId fresh = desks.paper(hm);
    desks.happened(late, 40);
    assertThat(ids("/desk")).containsExactly(late + "", fresh + "");
    assertThat(ids("/desk?what=OVERDUE")).containsExactly(late + "");
    assertThat(clerk.get("/desk").<Integer>at("$.counts.overdue")).isEqualTo(1);
  }

  @Test
  void a_long_desk_is_read_page_by_page_to_its_end() {
    for (int n = 0; n < Trays.PAGE + 3; n++) desks.paper(hm);
    Answer first = clerk.get("/desk");
    assertThat(first.<List<?>>at("$.papers")).hasSize(Trays.PAGE);
    Answer second = clerk.get("/desk?cursor={c}", first.<String>at("$.cursor"));
    assertThat(second.<List<String>>at("$.papers[*].id"))
        .hasSize(3)
        .doesNotContainAnyElementsOf(first.<List<String>>at("$.papers[*].id"));
    assertThat(second.<Object>at("$.cursor")).isNull();
  }

  @Test
  @Holds("OP-86")
  void of_a_protected_paper_a_senior_reads_number_class_and_day_and_no_words() {
    PaperId secret = desks.confidential(sho);
    Answer senior = api.as(district.co).get("/papers/" + secret);
    assertThat(senior.<String>at("$.number")).isNotBlank();
    assertThat(senior.<String>at("$.classification")).isEqualTo("CONFIDENTIAL");
    assertThat(senior.<String>at("$.title")).isEmpty();
    assertThat(senior.<String>at("$.subtitle")).isEmpty();
    assertThat(head.get("/papers/" + secret).<String>at("$.title")).isNotBlank();
    assertThat(clerk.get("/papers/" + secret).status()).isEqualTo(404);
    assertThat(api.as(thana.si()).get("/papers/" + secret + "/movements").status()).isEqualTo(404);
  }

  @Test
  @Holds("OP-3")
  void a_token_works_on_the_one_post_it_was_made_for() {
    Seat second = district.charge(hm, district.vacant(thana.office(), "MLK"), Capacity.ADDITIONAL);
    PaperId here = desks.paper(hm);
    PaperId there = desks.paper(second);
    assertThat(ids("/desk")).containsExactly(here + "");
    Api.Client other = api.as(second);
    assertThat(other.get("/desk").<List<String>>at("$.papers[*].id")).containsExactly(there + "");
    assertThat(other.get("/me").<String>at("$.post")).isEqualTo(second.mark());
    assertThat(other.get("/me").<String>at("$.capacity")).isEqualTo("ADDITIONAL");
    assertThat(other.get("/me").<String>at("$.pno")).isEqualTo(hm.pno());
    assertThat(other.get("/me").<List<String>>at("$.scopes")).containsExactly("read", "write");
    assertThat(api.readerAs(hm).get("/me").<List<String>>at("$.scopes")).containsExactly("read");
    Answer asking =
        other.post("/papers/" + here + "/movements", "{\"to\": \"%s\"}".formatted(sho.mark()));
    assertThat(asking.status()).isEqualTo(404);
  }

  @Test
  @Holds("OP-13")
  void a_token_ends_with_its_charge() {
    PaperId paper = desks.paper(hm);
    assertThat(clerk.get("/papers/" + paper).status()).isEqualTo(200);
    district.vacate(hm.post());
    Answer over = clerk.get("/papers/" + paper);
    assertThat(over.status()).isEqualTo(401);
    assertThat(over.code()).isEqualTo("access.TOKEN_NEEDED");
  }

  private List<String> ids(String path) {
    return clerk.get(path).at("$.papers[*].id");
  }

  private void forward(PaperId paper, Seat from, Seat to) {
    movements.forward(from.act(), paper, new Move.Forward(to.post(), Task.ACTION, ""));
  }
}
