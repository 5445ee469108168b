package karyalay.desk;

import static karyalay.desk.DeskRefusal.*;
import static karyalay.desk.SamplePapers.*;
import static org.assertj.core.api.Assertions.*;

import java.time.LocalDate;
import java.util.List;
import karyalay.desk.Place.*;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import org.junit.jupiter.api.Test;

class MovementRulesTest {
  static final LocalDate TODAY = LocalDate.parse("2026-11-23");
  static final Move TO_CO = new Move.Forward(CO, Task.ACTION, "");

  @Test
  void a_forwarded_paper_is_on_the_other_desk() {
    assertThat(after(electronic(new OnDesk(SHO)), TO_CO, SHO)).isEqualTo(new OnDesk(CO));
  }

  @Test
  void a_physical_paper_is_on_its_way_until_received() {
    assertThat(after(physical(new OnDesk(SHO)), TO_CO, SHO)).isEqualTo(new InTransit(CO));
    refused(RECEIVE_FIRST, physical(new InTransit(CO)), new Move.Forward(SHO, Task.ACTION, ""), CO);
    assertThat(after(physical(new InTransit(CO)), new Move.Receive(), CO))
        .isEqualTo(new OnDesk(CO));
    refused(NOT_IN_TRANSIT, physical(new OnDesk(CO)), new Move.Receive(), CO);
  }

  @Test
  void only_the_holder_moves_a_paper() {
    for (Move move : anyMoveOfAHolder())
      refused(NOT_WITH_YOU, electronic(new OnDesk(SHO)), move, CO);
  }

  @Test
  void a_parked_or_closed_or_enclosed_paper_does_not_go_on() {
    refused(PARKED, electronic(new Parked(SHO, TODAY.plusDays(3))), TO_CO, SHO);
    refused(CLOSED, electronic(new Closed(SHO)), TO_CO, SHO);
    refused(INSIDE_ANOTHER, electronic(new Inside(PaperId.next())), TO_CO, SHO);
  }

  @Test
  void nothing_is_sent_to_where_it_is_or_to_a_date_that_has_passed() {
    refused(ALREADY_THERE, electronic(new OnDesk(CO)), TO_CO, CO);
    var late = new Move.Forward(CO, Task.ACTION, "", TODAY.minusDays(1), false);
    refused(DATE_PASSED, electronic(new OnDesk(SHO)), late, SHO);
  }

  @Test
  void only_the_sender_pulls_back_and_only_until_it_is_opened_or_received() {
    assertThat(after(electronic(new OnDesk(SHO)), new Move.PullBack(), CLERK))
        .isEqualTo(new OnDesk(CLERK));
    refused(NOT_YOURS_TO_PULL_BACK, electronic(new OnDesk(SHO)), new Move.PullBack(), CO);
    refused(OPENED_ALREADY, opened(new OnDesk(SHO)), new Move.PullBack(), CLERK);
    assertThat(after(physical(new InTransit(SHO)), new Move.PullBack(), CLERK))
        .isEqualTo(new OnDesk(CLERK));
    refused(OPENED_ALREADY, physical(new OnDesk(SHO)), new Move.PullBack(), CLERK);
  }

  @Test
  void what_is_wrongly_marked_goes_back_with_a_reason() {
    assertThat(after(electronic(new OnDesk(SHO)), new Move.SendBack("थाना तिर्वा का"), SHO))
        .isEqualTo(new OnDesk(CLERK));
    assertThat(after(physical(new InTransit(SHO)), new Move.SendBack("थाना तिर्वा का"), SHO))
        .isEqualTo(new InTransit(CLERK));
    refused(REASON_NEEDED, electronic(new OnDesk(SHO)), new Move.SendBack(" "), SHO);
    refused(NOBODY_TO_SEND_BACK_TO, madeHere(new OnDesk(SHO)), new Move.SendBack("x"), SHO);
  }

  @Test
  void parking_needs_a_reason_and_a_day_to_come() {
    var until = TODAY.plusDays(1);
    assertThat(after(electronic(new OnDesk(SHO)), new Move.Park(until, "पैमाइश"), SHO))
        .isEqualTo(new Parked(SHO, until));
    refused(REASON_NEEDED, electronic(new OnDesk(SHO)), new Move.Park(until, ""), SHO);
    refused(DATE_PASSED, electronic(new OnDesk(SHO)), new Move.Park(TODAY, "पैमाइश"), SHO);
    assertThat(after(electronic(new Parked(SHO, until)), new Move.Resume(), SHO))
        .isEqualTo(new OnDesk(SHO));
    refused(NOT_PARKED, electronic(new OnDesk(SHO)), new Move.Resume(), SHO);
  }

  @Test
  void only_the_closer_reopens_and_says_why() {
    assertThat(after(electronic(new OnDesk(SHO)), new Move.Close("निस्तारित"), SHO))
        .isEqualTo(new Closed(SHO));
    refused(REASON_NEEDED, electronic(new OnDesk(SHO)), new Move.Close(""), SHO);
    assertThat(after(electronic(new Closed(SHO)), new Move.Reopen("नया तथ्य"), SHO))
        .isEqualTo(new OnDesk(SHO));
    refused(ONLY_CLOSER_REOPENS, electronic(new Closed(SHO)), new Move.Reopen("x"), CO);
    refused(NOT_CLOSED, electronic(new OnDesk(SHO)), new Move.Reopen("x"), SHO);
  }

  @Test
  void a_paper_lies_in_another_but_never_in_itself() {
    PaperId file = PaperId.next();
    assertThat(after(electronic(new OnDesk(SHO)), new Move.Enclose(file), SHO))
        .isEqualTo(new Inside(file));
    Paper paper = electronic(new OnDesk(SHO));
    refused(CIRCLE, paper, new Move.Enclose(paper.id()), SHO);
    assertThat(after(electronic(new Inside(file)), new Move.TakeOut("भूल से"), SHO))
        .isEqualTo(new OnDesk(SHO));
    refused(NOT_INSIDE, electronic(new OnDesk(SHO)), new Move.TakeOut("x"), SHO);
  }

  private static List<Move> anyMoveOfAHolder() {
    return List.of(
        new Move.Forward(CLERK, Task.ACTION, ""),
        new Move.SendBack("कारण"),
        new Move.Receive(),
        new Move.Park(TODAY.plusDays(1), "कारण"),
        new Move.Resume(),
        new Move.Close("कारण"),
        new Move.Enclose(PaperId.next()));
  }

  private static Place after(Paper paper, Move move, PostId by) {
    return MovementRules.after(paper, move, by, TODAY);
  }

  private static void refused(Refused.Reason reason, Paper paper, Move move, PostId by) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> after(paper, move, by))
        .extracting(Refused::reason)
        .isEqualTo(reason);
  }
}
