package karyalay.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import karyalay.Given;
import karyalay.KaryalayTest;
import karyalay.desk.TrayFilter;
import karyalay.desk.Trays;
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

  @Test
  void all_forty_papers_are_diarised_and_on_their_way() {
    OfficeId district = given.kannauj();
    journeys.begin(SamplePaper.all(), district);
    assertThat(
            db.sql("SELECT count(*) FROM desk.paper WHERE district = ? AND kind = 'RECEIPT'")
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

  record Told(int days, boolean past, int toSp) {}

  @Test
  void the_clock_is_the_machines_again_when_the_story_is_told() {
    given.kannauj();
    assertThat(time.now()).isCloseTo(Instant.now(), within(5, ChronoUnit.SECONDS));
    Instant told = Instant.parse("2026-01-02T05:00:00Z");
    ScopedValue.where(StoryClock.TOLD, told).run(() -> assertThat(time.now()).isEqualTo(told));
  }
}
