package karyalay.dak;

import static karyalay.dak.Arrivals.refused;
import static karyalay.dak.DakRefusal.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.desk.DeskRefusal;
import karyalay.desk.Move;
import karyalay.desk.Movements;
import karyalay.desk.Place;
import karyalay.desk.Reading;
import karyalay.shared.PaperId;
import karyalay.shared.SharedRefusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KaryalayTest
class ClosingTest {
  @Autowired Given given;
  @Autowired Arrivals arrivals;
  @Autowired Closing closing;
  @Autowired Enclosures enclosures;
  @Autowired Corrections corrections;
  @Autowired ReceiptReading reading;
  @Autowired ReceiptLists lists;
  @Autowired Reading desk;
  @Autowired Movements movements;

  Given.District district;
  Seat hm;
  Seat sho;

  @BeforeEach
  void a_thana() {
    district = given.district();
    Given.Thana thana = district.thana("ठठिया");
    hm = thana.hm();
    sho = thana.sho();
  }

  @Test
  @Holds("OP-39")
  void a_routine_paper_ends_on_its_receipt() {
    PaperId paper = arrivals.diarise(hm, Writing.letter());
    closing.close(hm.act(), paper, "सूचनार्थ; कार्यवाही अपेक्षित नहीं");
    assertThat(desk.card(paper, hm.scope()).paper().place()).isInstanceOf(Place.Closed.class);
    assertThat(desk.card(paper, hm.scope()).paper().dueAt()).as("no clock runs").isNull();
    assertThat(lists.count(hm.scope(), Pile.CLOSED)).isEqualTo(1);
    closing.reopen(hm.act(), paper, "पूरक पत्र आया");
    assertThat(desk.card(paper, hm.scope()).paper().place()).isInstanceOf(Place.OnDesk.class);
  }

  @Test
  @Holds("OP-119")
  void what_discloses_a_cognizable_offence_is_not_filed_without_an_officers_recorded_reason() {
    var cognizable = new Questions(null, true, null, null, null, null);
    PaperId paper = arrivals.diarise(hm, Writing.petition().with(w -> w.questions = cognizable));
    refused(COGNIZABLE, () -> closing.close(hm.act(), paper, "दाखिल दफ्तर"));
    refused(
        ONLY_DECIDING_OFFICER,
        () -> closing.decideOnOffence(hm.act(), paper, "मु0अ0सं0 212/2026 पंजीकृत"));

    arrivals.send(hm, paper, sho.post());
    receive(paper, sho);
    refused(REASON_NEEDED, () -> closing.decideOnOffence(sho.act(), paper, ""));
    refused(COGNIZABLE, () -> closing.close(sho.act(), paper, "दाखिल दफ्तर"));
    closing.decideOnOffence(sho.act(), paper, "मु0अ0सं0 212/2026 पंजीकृत");
    assertThat(reading.open(paper, hm.scope()).receipt().firReason()).contains("212/2026");
    closing.close(sho.act(), paper, "दाखिल दफ्तर");
  }

  @Test
  void an_answer_given_later_binds_too_and_taking_it_back_frees_nothing() {
    var cognizable = new Questions(null, true, null, null, null, null);
    PaperId paper = arrivals.diarise(hm, Writing.petition());
    corrections.correct(
        hm.act(), paper, Writing.petition().with(w -> w.questions = cognizable).done());
    corrections.correct(hm.act(), paper, Writing.petition().done());
    refused(COGNIZABLE, () -> closing.close(hm.act(), paper, "दाखिल दफ्तर"));
  }

  @Test
  @Holds("OP-30")
  void a_missing_enclosure_stays_open_until_received_or_waived_with_reason() {
    PaperId paper =
        arrivals.diarise(
            hm, Writing.letter().with(w -> w.missing = List.of("प्रारूप", "प्रकरणों की सूची")));
    assertThat(lists.count(hm.scope(), Pile.MISSING)).isEqualTo(1);
    refused(DeskRefusal.HELD, () -> closing.close(hm.act(), paper, "दाखिल दफ्तर"));

    enclosures.receive(hm.act(), paper, 1);
    refused(REASON_NEEDED, () -> enclosures.waive(hm.act(), paper, 2, " "));
    assertThat(lists.count(hm.scope(), Pile.MISSING)).isEqualTo(1);
    enclosures.waive(hm.act(), paper, 2, "दूरभाष पर बताया: सूची नहीं भेजी जाएगी");
    assertThat(lists.count(hm.scope(), Pile.MISSING)).isZero();
    assertThat(reading.open(paper, hm.scope()).enclosures())
        .extracting(MissingEnclosure::waived)
        .containsExactly(false, true);
    refused(SharedRefusal.NOT_FOUND, () -> enclosures.receive(hm.act(), paper, 1));
    closing.close(hm.act(), paper, "दाखिल दफ्तर");
  }

  @Test
  void a_closed_cover_is_not_filed_unopened() {
    PaperId paper = arrivals.diarise(hm, Writing.cover());
    refused(OPEN_COVER_FIRST, () -> closing.close(hm.act(), paper, "दाखिल दफ्तर"));
  }

  private void receive(PaperId paper, Seat by) {
    movements.move(by.act(), paper, new Move.Receive());
  }
}
