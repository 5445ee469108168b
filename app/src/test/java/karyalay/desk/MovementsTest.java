package karyalay.desk;

import static karyalay.desk.DeskRefusal.*;
import static org.assertj.core.api.Assertions.*;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.shared.Act;
import karyalay.shared.Actor;
import karyalay.shared.Capacity;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.PersonId;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KaryalayTest
class MovementsTest {
  @Autowired Given given;
  @Autowired OnDesks desks;
  @Autowired Movements movements;
  @Autowired Reading reading;
  @Autowired Trails trails;
  @Autowired Trays trays;
  @Autowired OfficeTime time;

  Given.District district;
  Seat hm;
  Seat sho;
  Seat co;

  @BeforeEach
  void a_thana() {
    district = given.district();
    var thana = district.thana("गुरसहायगंज");
    hm = thana.hm();
    sho = thana.sho();
    co = district.co;
  }

  @Test
  @Holds({"OP-1", "OP-2", "OP-49"})
  void a_move_leaves_a_line_with_person_post_and_capacity_and_a_ledger_entry() {
    PaperId paper = desks.paper(hm);
    movements.forward(hm.act(), paper, to(sho));

    assertThat(holder(paper, sho)).isEqualTo(sho.post());
    var line = trails.of(paper, sho.scope()).getLast();
    assertThat(line.word()).isEqualTo("FORWARDED");
    assertThat(line.from().orElseThrow().mark()).isEqualTo(hm.mark());
    assertThat(line.to().orElseThrow().mark()).isEqualTo(sho.mark());
    assertThat(line.byHi()).contains(hm.pno());
    assertThat(line.capacity()).isEqualTo(Capacity.REGULAR);
    assertThat(desks.acts(paper)).containsExactly("desk.made", "desk.forwarded");

    district.vacate(sho.post());
    assertThat(holder(paper, co)).as("a change of holder moves no paper").isEqualTo(sho.post());
  }

  @Test
  void a_refused_move_leaves_nothing_behind() {
    PaperId paper = desks.paper(hm);
    movements.forward(hm.act(), paper, to(sho));
    refused(NOT_WITH_YOU, () -> movements.forward(hm.act(), paper, to(co)));

    assertThat(trails.of(paper, sho.scope())).hasSize(2);
    assertThat(desks.acts(paper)).hasSize(2);
  }

  @Test
  void a_double_press_is_one_act() {
    PaperId paper = desks.paper(hm);
    Act act = hm.act();
    movements.forward(act, paper, to(sho));
    movements.forward(act, paper, to(sho));

    assertThat(trails.of(paper, sho.scope())).hasSize(2);
    Act other = new Act(act.id(), act.by(), new byte[32]);
    refused(SharedRefusal.ACT_ID_USED, () -> movements.forward(other, paper, to(sho)));
  }

  @Test
  void of_eight_who_send_at_once_one_wins() throws Exception {
    PaperId paper = desks.paper(hm);
    Callable<Integer> send =
        () -> {
          try {
            movements.forward(hm.act(), paper, to(sho));
            return 0;
          } catch (Refused _) {
            return 1;
          }
        };
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      int refused = 0;
      for (var outcome : pool.invokeAll(IntStream.range(0, 8).mapToObj(_ -> send).toList()))
        refused += outcome.get();
      assertThat(refused).isEqualTo(7);
    }
    assertThat(trails.of(paper, sho.scope())).hasSize(2);
    assertThat(desks.acts(paper)).hasSize(2);
  }

  @Test
  @Holds("OP-41")
  void a_paper_is_pulled_back_only_until_the_recipient_opens_it() {
    PaperId paper = desks.paper(hm);
    movements.forward(hm.act(), paper, to(sho));
    movements.move(hm.act(), paper, new Move.PullBack());
    assertThat(holder(paper, hm)).isEqualTo(hm.post());
    assertThat(trails.of(paper, hm.scope()).getLast().word()).isEqualTo("PULLED_BACK");

    movements.forward(hm.act(), paper, to(sho));
    movements.open(sho.act(), paper);
    refused(OPENED_ALREADY, () -> movements.move(hm.act(), paper, new Move.PullBack()));
    assertThat(trails.of(paper, hm.scope()).getLast().opened()).isNotNull();
  }

  @Test
  void opening_is_counted_once_and_only_for_the_holder() {
    PaperId paper = desks.paper(hm);
    movements.forward(hm.act(), paper, to(sho));
    movements.open(hm.act(), paper);
    assertThat(reading.card(paper, sho.scope()).paper().openedAt()).isNull();
    movements.open(sho.act(), paper);
    movements.open(sho.act(), paper);
    assertThat(desks.acts(paper)).containsExactly("desk.made", "desk.forwarded", "desk.opened");
  }

  @Test
  @Holds("OP-21")
  void a_physical_paper_is_received_before_anything_else_happens_to_it() {
    PaperId paper = desks.physical(hm);
    movements.forward(hm.act(), paper, to(sho));
    refused(RECEIVE_FIRST, () -> movements.forward(sho.act(), paper, to(co)));
    movements.move(sho.act(), paper, new Move.Receive());
    movements.forward(sho.act(), paper, to(co));
    assertThat(reading.card(paper, co.scope()).paper().place())
        .isEqualTo(new Place.InTransit(co.post()));
  }

  @Test
  @Holds("OP-8")
  void a_vacant_post_receives_and_its_senior_sees_what_waits() {
    PostId vacant = district.vacant(district.spOffice, "STN");
    PaperId paper = desks.paper(hm);
    movements.forward(hm.act(), paper, new Move.Forward(vacant, Task.ACTION, ""));
    assertThat(trays.counts(district.sp.scope()).vacant()).isEqualTo(1);
    assertThat(trays.vacancies(district.sp.scope())).extracting(v -> v.waiting()).contains(1);
    assertThat(trays.counts(co.scope()).vacant()).isZero();
  }

  @Test
  void nothing_goes_to_an_abolished_post() {
    PostId gone = district.vacant(district.spOffice, "OLD");
    district.abolish(gone);
    PaperId paper = desks.paper(hm);
    refused(
        POST_NOT_LIVE,
        () -> movements.forward(hm.act(), paper, new Move.Forward(gone, Task.ACTION, "")));
    assertThat(holder(paper, hm)).isEqualTo(hm.post());
  }

  @Test
  @Holds("OP-42")
  void a_parked_paper_comes_back_by_itself_and_its_clock_runs_on() {
    PaperId paper = desks.paper(hm);
    var due = reading.card(paper, hm.scope()).paper().dueAt();
    LocalDate until = time.today().plusDays(1);
    movements.move(hm.act(), paper, new Move.Park(until, "पैमाइश की तिथि"));
    assertThat(trays.counts(hm.scope()).all()).isZero();
    assertThat(reading.card(paper, hm.scope()).paper().dueAt()).isEqualTo(due);

    desks.dayComes(paper);
    Act night =
        Act.of(new Actor(new PersonId(new java.util.UUID(0, 0)), hm.post(), Capacity.SYSTEM));
    movements.returnParked(night, 1000);
    assertThat(trays.counts(hm.scope()).all()).isEqualTo(1);
    var line = trails.of(paper, hm.scope()).getLast();
    assertThat(line.word()).isEqualTo("RESUMED");
    assertThat(line.capacity()).isEqualTo(Capacity.SYSTEM);
  }

  @Test
  @Holds("OP-84")
  void only_the_marking_officer_or_a_senior_changes_the_urgency() {
    PaperId paper = desks.paper(hm);
    movements.forward(hm.act(), paper, to(sho));
    refused(ONLY_MARKER_OR_SENIOR, () -> movements.grade(sho.act(), paper, Urgency.TOP_PRIORITY));
    movements.grade(hm.act(), paper, Urgency.PRIORITY);
    movements.grade(co.act(), paper, Urgency.IMMEDIATE);
    assertThat(reading.card(paper, sho.scope()).paper().urgency()).isEqualTo(Urgency.IMMEDIATE);
  }

  @Test
  void what_is_wrongly_marked_goes_back_with_its_reason() {
    PaperId paper = desks.paper(hm);
    movements.forward(hm.act(), paper, to(sho));
    movements.move(sho.act(), paper, new Move.SendBack("थाना तिर्वा से सम्बन्धित"));
    assertThat(holder(paper, hm)).isEqualTo(hm.post());
    assertThat(trails.of(paper, hm.scope()).getLast().remark()).contains("तिर्वा");
  }

  @Test
  void what_is_held_does_not_close() {
    PaperId paper = desks.paper(hm);
    desks.inAct(() -> desks.papers().hold(paper, "draft/1", "CLOSING", "आलेख प्रेषण शेष"));
    refused(HELD, () -> movements.move(hm.act(), paper, new Move.Close("निस्तारित")));
    desks.inAct(() -> desks.papers().lift(paper, "draft/1"));
    movements.move(hm.act(), paper, new Move.Close("निस्तारित"));
    assertThat(reading.card(paper, hm.scope()).paper().dueAt()).isNull();
    movements.move(hm.act(), paper, new Move.Reopen("नया तथ्य"));
    assertThat(reading.card(paper, hm.scope()).paper().dueAt()).isNotNull();
  }

  private PostId holder(PaperId paper, Seat reader) {
    return reading.card(paper, reader.scope()).paper().place().holder().orElseThrow();
  }

  private static Move.Forward to(Seat seat) {
    return new Move.Forward(seat.post(), Task.ACTION, "");
  }

  private static void refused(Refused.Reason reason, Runnable act) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(act::run)
        .extracting(Refused::reason)
        .isEqualTo(reason);
  }
}
