package karyalay.dak;

import static karyalay.dak.Arrivals.order;
import static karyalay.dak.Arrivals.refused;
import static karyalay.dak.DakRefusal.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.desk.DeskRefusal;
import karyalay.desk.Move;
import karyalay.desk.Movements;
import karyalay.desk.Reading;
import karyalay.desk.Trails;
import karyalay.organisation.Master;
import karyalay.organisation.Masters;
import karyalay.shared.PaperId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@KaryalayTest
class MarkingTest {
  @Autowired Given given;
  @Autowired Arrivals arrivals;
  @Autowired Marking marking;
  @Autowired Movements movements;
  @Autowired Reading desk;
  @Autowired Trails trails;
  @Autowired Masters masters;
  @Autowired JdbcClient db;

  Given.District district;
  Seat hm;
  Seat sho;
  Seat ssi;
  Seat si;

  @BeforeEach
  void a_thana() {
    district = given.district();
    Given.Thana thana = district.thana("तालग्राम");
    hm = thana.hm();
    sho = thana.sho();
    ssi = thana.ssi();
    si = thana.si();
  }

  @Test
  @Holds("OP-25")
  void each_addressee_gets_a_paper_with_its_own_trail_and_clock() {
    PaperId lead = arrivals.diarise(hm, Writing.petition());
    arrivals.send(hm, lead, sho.post(), ssi.post(), si.post());

    List<UUID> papers = arrivals.papersOf(lead);
    assertThat(papers).hasSize(3);
    for (UUID each : papers) {
      PaperId paper = new PaperId(each);
      var card = desk.card(paper, hm.scope()).paper();
      assertThat(card.number()).isEqualTo(arrivals.number(lead, hm));
      assertThat(card.dueAt()).as("a clock of its own").isNotNull();
      assertThat(trails.of(paper, hm.scope())).hasSize(2);
    }
    receive(lead, sho);
    arrivals.send(sho, lead, district.co.post());
    assertThat(trails.of(lead, hm.scope())).hasSize(4);
    assertThat(trails.of(new PaperId(papers.get(1)), hm.scope())).hasSize(2);
    assertThat(desk.card(new PaperId(papers.get(1)), hm.scope()).paper().lead()).isFalse();
  }

  @Test
  void to_whom_it_is_named_twice_it_goes_once_and_to_nobody_not_at_all() {
    PaperId paper = arrivals.diarise(hm, Writing.petition());
    refused(NO_ADDRESSEE, () -> marking.send(hm.act(), List.of(paper), order()));
    arrivals.send(hm, paper, sho.post(), sho.post());
    assertThat(arrivals.papersOf(paper)).hasSize(1);
  }

  @Test
  void when_one_addressee_cannot_have_it_nobody_gets_it() {
    PaperId paper = arrivals.diarise(hm, Writing.petition());
    var gone = district.vacant(district.circle, "GON");
    district.abolish(gone);
    refused(DeskRefusal.POST_NOT_LIVE, () -> arrivals.send(hm, paper, sho.post(), gone));
    assertThat(arrivals.papersOf(paper)).hasSize(1);
    assertThat(desk.card(paper, hm.scope()).paper().heldBy(hm.post())).isTrue();
  }

  @Test
  @Holds("OP-26")
  void one_press_does_not_send_paper_and_wire_together() {
    PaperId paper = arrivals.diarise(hm, Writing.petition());
    PaperId wire = arrivals.electronic(hm);
    refused(MIXED, () -> marking.send(hm.act(), List.of(paper, wire), order(sho.post())));
    assertThat(desk.card(wire, hm.scope()).paper().heldBy(hm.post())).isTrue();
    marking.send(hm.act(), List.of(wire), order(sho.post()));
    marking.send(hm.act(), List.of(paper), order(sho.post()));
  }

  @Test
  @Holds("OP-21")
  void electronic_dak_needs_its_document_and_paper_is_received_before_all_else() {
    refused(
        UPLOAD_NEEDED,
        () ->
            arrivals.diarise(
                hm,
                Writing.letter()
                    .with(w -> {
                      w.physical = false;
                      w.mode = "e-mail";
                    })));
    PaperId paper = arrivals.diariseAndSend(hm, Writing.petition(), sho.post());
    refused(DeskRefusal.RECEIVE_FIRST, () -> arrivals.send(sho, paper, si.post()));
    receive(paper, sho);
    arrivals.send(sho, paper, si.post());
  }

  @Test
  @Holds("OP-32")
  void wrongly_marked_dak_returns_and_a_disputed_owner_is_settled_by_the_named_officer() {
    masters.put(
        district.sp.act(),
        district.id,
        "NAMED_OFFICER",
        "disputed-owner",
        new Master.Facts(
            "विवाद निस्तारक", "Settles owners", 0, Map.of("mark", district.asp.mark())),
        arrivals.today());
    PaperId paper = arrivals.diariseAndSend(hm, Writing.petition(), ssi.post());
    refused(REASON_NEEDED, () -> marking.returnAsWrong(ssi.act(), paper, " "));
    marking.returnAsWrong(ssi.act(), paper, "यह हल्का नं0 2 का है");
    assertThat(holds(paper, hm)).as("back at the registry").isTrue();
    assertThat(trails.of(paper, hm.scope()).getLast().remark()).isEqualTo("यह हल्का नं0 2 का है");

    receive(paper, hm);
    refused(REGISTRY_ITSELF, () -> marking.returnAsWrong(hm.act(), paper, "मेरा नहीं"));
    arrivals.send(hm, paper, si.post());
    receive(paper, si);
    marking.returnAsWrong(si.act(), paper, "हल्का नं0 1 का है");
    Seat asp = district.asp;
    assertThat(holds(paper, asp)).as("disputed: with the named officer").isTrue();
    refused(NOT_THE_SETTLER, () -> marking.settle(sho.act(), paper, si.post(), "हल्का 2"));
    receive(paper, asp);
    marking.settle(asp.act(), paper, si.post(), "ग्राम हल्का नं0 2 में है");
    receive(paper, si);
    refused(OWNER_SETTLED, () -> marking.returnAsWrong(si.act(), paper, "फिर भी नहीं"));
  }

  @Test
  void without_a_named_officer_the_head_above_the_registry_settles() {
    PaperId paper = arrivals.diariseAndSend(hm, Writing.petition(), ssi.post());
    marking.returnAsWrong(ssi.act(), paper, "मेरा नहीं");
    receive(paper, hm);
    arrivals.send(hm, paper, si.post());
    marking.returnAsWrong(si.act(), paper, "मेरा भी नहीं");
    assertThat(holds(paper, sho)).isTrue();
  }

  private boolean holds(PaperId paper, Seat seat) {
    return desk.card(paper, hm.scope()).paper().heldBy(seat.post());
  }

  private void receive(PaperId paper, Seat by) {
    movements.move(by.act(), paper, new Move.Receive());
  }
}
