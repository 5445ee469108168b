package karyalay.desk;

import static org.assertj.core.api.Assertions.*;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.desk.TrayFilter.Tab;
import karyalay.desk.TrayFilter.What;
import karyalay.organisation.Calendars;
import karyalay.organisation.Limit;
import karyalay.organisation.Settings;
import karyalay.shared.PaperId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KaryalayTest
class TraysTest {
  @Autowired Given given;
  @Autowired OnDesks desks;
  @Autowired Movements movements;
  @Autowired Reading reading;
  @Autowired Trays trays;
  @Autowired Calendars calendars;
  @Autowired Settings settings;

  Given.Thana thana;
  Seat hm;
  Seat sho;

  @BeforeEach
  void a_thana() {
    thana = given.district().thana("छिबरामऊ");
    hm = thana.hm();
    sho = thana.sho();
  }

  @Test
  void the_most_overdue_stands_first_and_the_counts_are_those_of_the_lists() {
    PaperId late = desks.paper(hm);
    PaperId later = desks.paper(hm);
    PaperId fresh = desks.paper(hm);
    desks.happened(late, 40);
    desks.happened(later, 50);

    assertThat(ids(hm, What.ALL)).containsExactly(later, late, fresh);
    assertThat(ids(hm, What.OVERDUE)).containsExactly(later, late);
    var counts = trays.counts(hm.scope());
    assertThat(counts.all()).isEqualTo(3);
    assertThat(counts.overdue()).isEqualTo(ids(hm, What.OVERDUE).size());
    assertThat(counts.today()).isEqualTo(ids(hm, What.TODAY).size());
    assertThat(counts.fresh()).isEqualTo(ids(hm, What.NEW).size());
  }

  @Test
  void pages_follow_each_other_without_a_gap_or_a_repetition() {
    Set<PaperId> made = new HashSet<>();
    for (int i = 0; i < Trays.PAGE + 7; i++) made.add(desks.paper(hm));
    List<Row> first = trays.page(hm.scope(), TrayFilter.all());
    assertThat(first).hasSize(Trays.PAGE);
    List<Row> second =
        trays.page(
            hm.scope(), new TrayFilter(Tab.MINE, What.ALL, null, null, first.getLast().cursor()));
    Set<PaperId> seen = new HashSet<>();
    first.forEach(row -> assertThat(seen.add(row.paper().id())).isTrue());
    second.forEach(row -> assertThat(seen.add(row.paper().id())).isTrue());
    assertThat(seen).isEqualTo(made);
  }

  @Test
  void a_paper_without_a_limit_stands_last_and_is_not_lost_between_pages() {
    PaperId closed = desks.paper(hm);
    movements.move(hm.act(), closed, new Move.Close("निस्तारित"));
    assertThat(page(hm, Tab.CLOSED)).containsExactly(closed);
    assertThat(page(hm, Tab.MINE)).isEmpty();
  }

  @Test
  void what_i_gave_is_listed_until_it_comes_back() {
    PaperId paper = desks.paper(hm);
    movements.forward(hm.act(), paper, new Move.Forward(sho.post(), Task.ENQUIRY, ""));
    assertThat(page(hm, Tab.GIVEN)).containsExactly(paper);
    movements.forward(sho.act(), paper, new Move.Forward(hm.post(), Task.ACTION, ""));
    assertThat(page(hm, Tab.GIVEN)).isEmpty();
    assertThat(page(sho, Tab.GIVEN)).containsExactly(paper);
  }

  @Test
  @Holds("OP-88")
  void each_post_has_its_limit_and_the_next_post_a_fresh_one() {
    PaperId paper = desks.paper(hm);
    desks.happened(paper, 30);
    movements.forward(hm.act(), paper, new Move.Forward(sho.post(), Task.ACTION, ""));
    var arrived = reading.card(paper, sho.scope()).paper();
    assertThat(arrived.dueAt())
        .isEqualTo(
            calendars.due(
                thana.id(),
                arrived.arrivedAt(),
                Limit.workingDays(settings.number("post-limit-days", thana.id()))));
  }

  @Test
  @Holds("OP-95")
  void no_edit_view_pull_back_or_change_of_charge_starts_a_clock_anew() {
    var overall = new Limit(30, Limit.Unit.CALENDAR_DAYS);
    PaperId paper = desks.paper(hm, Kind.RECEIPT, false, Classification.NORMAL, overall);
    desks.happened(paper, 28);
    Instant due = due(paper);

    movements.open(hm.act(), paper);
    movements.grade(hm.act(), paper, Urgency.IMMEDIATE);
    desks.inAct(() -> {
      var content = reading.card(paper, hm.scope()).paper().content();
      desks.papers().label(content, "12/2026/X", "बदला हुआ विषय", "");
    });
    assertThat(due(paper)).isEqualTo(due);
    movements.forward(hm.act(), paper, new Move.Forward(sho.post(), Task.ACTION, ""));
    movements.move(hm.act(), paper, new Move.PullBack());
    assertThat(due(paper)).as("pulled back to the clock that ran before").isEqualTo(due);

    movements.forward(hm.act(), paper, new Move.Forward(sho.post(), Task.ACTION, ""));
    Instant afterwards = due(paper);
    assertThat(afterwards).isNotNull();
    assertThat(afterwards)
        .as("the whole time runs on")
        .isBefore(Instant.now().plusSeconds(4 * 86_400));
  }

  @Test
  void protected_papers_stand_in_the_tray_of_a_senior_without_words() {
    PaperId paper = desks.confidential(hm);
    movements.forward(hm.act(), paper, new Move.Forward(sho.post(), Task.ACTION, ""));
    Row row = trays.page(sho.scope(), TrayFilter.all()).getFirst();
    assertThat(row.named()).isTrue();
    assertThat(row.paper().title()).isNotEmpty();
  }

  private @Nullable Instant due(PaperId paper) {
    return reading.card(paper, hm.scope()).paper().dueAt();
  }

  private List<PaperId> ids(Seat seat, What what) {
    return trays.page(seat.scope(), new TrayFilter(Tab.MINE, what, null, null, null)).stream()
        .map(row -> row.paper().id())
        .toList();
  }

  private List<PaperId> page(Seat seat, Tab tab) {
    return trays.page(seat.scope(), new TrayFilter(tab, What.ALL, null, null, null)).stream()
        .map(row -> row.paper().id())
        .toList();
  }
}
