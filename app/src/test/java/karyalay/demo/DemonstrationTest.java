package karyalay.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import karyalay.Given;
import karyalay.KaryalayTest;
import karyalay.access.Credentials;
import karyalay.desk.TrayFilter;
import karyalay.desk.Trays;
import karyalay.dispatch.Calls;
import karyalay.dispatch.DispatchLists;
import karyalay.dispatch.Grid;
import karyalay.dispatch.Mode;
import karyalay.drafts.LetterFilter;
import karyalay.drafts.LetterReading;
import karyalay.drafts.LetterState;
import karyalay.organisation.Posts;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.shared.Scope;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@KaryalayTest
class DemonstrationTest {
  @Autowired Given given;
  @Autowired Journeys journeys;
  @Autowired Cast cast;
  @Autowired Trays trays;
  @Autowired JdbcClient db;
  @Autowired OfficeTime time;
  @Autowired Credentials credentials;
  @Autowired LetterReading reading;
  @Autowired DispatchLists lists;
  @Autowired Calls calls;
  @Autowired Posts posts;

  private static final AtomicBoolean TOLD = new AtomicBoolean();

  @Test
  void all_forty_papers_are_diarised_and_on_their_way() {
    OfficeId district = told();
    assertThat(
            db.sql(
                    """
                    SELECT count(*) FROM desk.paper p WHERE district = ? AND kind = 'RECEIPT'
                        AND NOT EXISTS (SELECT FROM dispatch.item i WHERE i.paper = p.id)
                    """)
                .param(district.value())
                .query(Integer.class)
                .single())
        .isEqualTo(40);
    var sho = cast.holder("SHO-SRK", district).orElseThrow();
    assertThat(trays.page(new Scope(sho.person(), sho.post()), TrayFilter.all())).isNotEmpty();
    // A living office: work of several days, held for hours and days, none of it in the future.
    var days =
        db.sql(
                """
                SELECT count(DISTINCT m.at::date) AS days, max(m.at) < now() AS past,
                       count(*) FILTER (WHERE m.to_post = o.id AND m.word = 'FORWARDED') AS to_sp
                FROM desk.movement m JOIN desk.paper p ON p.id = m.paper
                CROSS JOIN (SELECT id FROM organisation.v_post WHERE mark = 'SP-SPO' AND district = :d) o
                WHERE p.district = :d
                """)
            .param("d", district.value())
            .query(Told.class)
            .single();
    assertThat(days.days()).isGreaterThan(5);
    assertThat(days.past()).isTrue();
    assertThat(days.toSp()).isPositive();
  }

  /// The story, told once for all tests of this class.
  private OfficeId told() {
    OfficeId district = given.kannauj();
    if (TOLD.getAndSet(true)) return district;
    var signers =
        DemonstrationKeys.SIGNERS.stream()
            .map(mark -> cast.holder(mark, district).orElseThrow().person())
            .toList();
    credentials.setForAll(cast.act("SP-SPO", district), signers, Demonstration.PASSWORD);
    journeys.begin(SamplePaper.all(), district);
    return district;
  }

  @Test
  void letters_lie_at_every_stage_of_their_way() {
    OfficeId district = told();
    assertThat(reading.toSign(scope("SP-SPO", district))).hasSize(3);
    var states =
        db.sql(
                """
                SELECT l.state FROM drafts.v_letter l JOIN desk.paper p ON p.id = l.paper
                WHERE p.district = ?
                """)
            .param(district.value())
            .query(String.class)
            .list();
    assertThat(states).hasSize(SampleLetter.all().size());
    assertThat(states).containsOnlyOnce("SUBMITTED", "SIGNED");
    assertThat(states).filteredOn("DISPATCHED"::equals).hasSize(5);
    Scope asp = scope("ASP-ASP", district);
    var draft =
        reading.page(asp, new LetterFilter(LetterFilter.Whose.DESK, LetterState.SUBMITTED, ""));
    var changed = reading.open(draft.lines().getFirst().id(), asp);
    assertThat(changed.versions()).hasSize(2);
    assertThat(reading.version(changed, 1)).isNotEqualTo(reading.version(changed, 2));
  }

  @Test
  void what_was_sent_bears_its_proof_and_the_circular_is_partly_read_and_answered() {
    OfficeId district = told();
    Scope reader = scope("RDR-RDR", district);
    assertThat(lists.waiting(reader)).hasSize(1);
    assertThat(lists.returned(reader)).hasSize(1);
    var office = posts.of("SP-SPO", district).orElseThrow().office();
    var sent =
        lists.register(scope("SP-SPO", district), office, time.today().minusDays(30), time.today());
    assertThat(sent)
        .extracting(DispatchLists.Line::mode)
        .contains(Mode.OWN_OFFICE, Mode.SPEED_POST, Mode.BY_HAND, Mode.POST);
    var call = calls.of(reader, false).getFirst();
    var grid = calls.grid(call.id(), reader);
    assertThat(grid.count(Grid.Stage.NOT_SENT)).isZero();
    assertThat(grid.complied()).isEqualTo(3);
    assertThat(grid.read()).isEqualTo(6);
    assertThat(grid.sent()).isGreaterThan(6);
  }

  private Scope scope(String mark, OfficeId district) {
    var holder = cast.holder(mark, district).orElseThrow();
    return new Scope(holder.person(), holder.post());
  }

  record Told(int days, boolean past, int toSp) {}

  @Test
  void the_clock_is_the_machines_again_when_the_story_is_told() {
    given.kannauj();
    assertThat(time.now()).isCloseTo(Instant.now(), within(5, ChronoUnit.SECONDS));
    Instant told = Instant.parse("2026-01-02T05:00:00Z");
    ScopedValue.where(StoryClock.TOLD, told).run(() -> assertThat(time.now()).isEqualTo(told));
  }
}
