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
import karyalay.desk.Reading;
import karyalay.shared.PaperId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KaryalayTest
class CorrectionsTest {
  @Autowired Given given;
  @Autowired Arrivals arrivals;
  @Autowired Corrections corrections;
  @Autowired ReceiptReading reading;
  @Autowired Reading desk;

  Given.Thana thana;
  Seat hm;

  @BeforeEach
  void a_thana() {
    thana = given.district().thana("इंदरगढ़");
    hm = thana.hm();
  }

  @Test
  @Holds("OP-23")
  void dates_and_mode_are_fixed_and_the_rest_is_edited_with_history() {
    PaperId paper = arrivals.diarise(hm, Writing.letter());
    refused(FIXED, () -> correct(hm, paper, Writing.letter().with(w -> w.mode = "post")));
    refused(
        FIXED,
        () ->
            correct(hm, paper, Writing.letter().with(w -> w.received = Writing.DAY.minusDays(1))));
    refused(FIXED, () -> correct(hm, paper, Writing.letter().with(w -> w.letterDate = null)));

    correct(hm, paper, Writing.letter().with(w -> w.subject = "संशोधित विषय: मासिक समीक्षा"));
    List<Revision> history = reading.history(paper, thana.sho().scope());
    assertThat(history).hasSize(2);
    assertThat(history.get(1).since(history.get(0)))
        .singleElement()
        .satisfies(change -> {
          assertThat(change.field()).isEqualTo(Field.SUBJECT);
          assertThat(change.was()).isEqualTo(Writing.letter().subject);
          assertThat(change.is()).isEqualTo("संशोधित विषय: मासिक समीक्षा");
        });
    assertThat(history.get(1).mark()).isEqualTo(hm.mark());
    assertThat(desk.card(paper, hm.scope()).paper().title())
        .isEqualTo("संशोधित विषय: मासिक समीक्षा");
    assertThat(arrivals.acts("paper/" + paper)).contains("dak.corrected");
  }

  @Test
  void only_the_holder_of_the_first_paper_edits() {
    PaperId paper = arrivals.diarise(hm, Writing.letter());
    refused(DeskRefusal.NOT_WITH_YOU, () -> correct(thana.sho(), paper, Writing.letter()));
    arrivals.send(hm, paper, thana.sho().post(), thana.ssi().post());
    PaperId copy = new PaperId(arrivals.papersOf(paper).get(1));
    refused(ONLY_LEAD_HOLDER_EDITS, () -> correct(thana.ssi(), copy, Writing.letter()));
  }

  @Test
  void an_answer_that_protects_a_victim_hides_the_words_at_once() {
    PaperId other = arrivals.diarise(hm, Writing.petition());
    var woman = new Questions(null, null, true, null, null, null);
    correct(hm, other, Writing.petition().with(w -> w.questions = woman));
    var seenByHead = desk.card(other, thana.sho().scope());
    assertThat(seenByHead.named()).isFalse();
    assertThat(seenByHead.paper().title()).isEmpty();
  }

  private void correct(Seat by, PaperId paper, Writing writing) {
    corrections.correct(by.act(), paper, writing.done());
  }
}
