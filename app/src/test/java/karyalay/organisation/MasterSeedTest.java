package karyalay.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import karyalay.Given;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.shared.OfficeTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a new version brings reaches a data folder that was made before it; what an office has
/// edited stays.
@KaryalayTest
class MasterSeedTest {
  @Autowired Given given;
  @Autowired MasterSeed seed;
  @Autowired Masters masters;
  @Autowired OfficeTime time;
  @Autowired JdbcClient db;

  Given.District district;

  @BeforeEach
  void a_district() {
    district = given.district();
  }

  @Test
  @Holds("OP-14")
  void an_entry_that_an_older_folder_does_not_have_is_there_after_the_next_start()
      throws IOException {
    Master phrase = masters.of("PHRASE").getLast();
    forget(phrase);
    assertThat(masters.one("PHRASE", phrase.code(), district.id)).isEmpty();
    int logged = plantings();
    seed.plant();
    Master again = masters.one("PHRASE", phrase.code(), district.id).orElseThrow();
    assertThat(again.nameHi()).isEqualTo(phrase.nameHi());
    assertThat(again.data()).isEqualTo(phrase.data());
    assertThat(plantings()).isEqualTo(logged + 1);
    assertThat(lastCount()).as("one entry, not the whole list").isEqualTo(1);
  }

  @Test
  @Holds("OP-14")
  void a_start_that_brings_nothing_writes_nothing() throws IOException {
    int logged = plantings();
    List<Master> before = masters.of("SETTING");
    seed.plant();
    seed.plant();
    assertThat(plantings()).isEqualTo(logged);
    assertThat(masters.of("SETTING")).isEqualTo(before);
  }

  @Test
  @Holds("OP-14")
  void what_a_district_has_edited_goes_before_what_comes_later() throws IOException {
    Master phrase = masters.of("PHRASE").getFirst();
    var own = new Master.Facts("हमारा वाक्य", "Our phrase", 1, Map.of());
    masters.put(district.sp.act(), district.id, "PHRASE", phrase.code(), own, time.today());
    forget(phrase);
    seed.plant();
    assertThat(masters.one("PHRASE", phrase.code(), district.id))
        .get()
        .extracting(Master::nameHi)
        .isEqualTo("हमारा वाक्य");
    assertThat(masters.one("PHRASE", phrase.code(), given.district().id))
        .get()
        .extracting(Master::nameHi)
        .isEqualTo(phrase.nameHi());
  }

  @Test
  @Holds("OP-14")
  void what_a_district_has_put_away_does_not_come_back() throws IOException {
    Master phrase = masters.of("PHRASE").get(1);
    masters.end(district.sp.act(), district.id, "PHRASE", phrase.code(), time.today());
    forget(phrase);
    seed.plant();
    assertThat(masters.one("PHRASE", phrase.code(), district.id)).isEmpty();
    assertThat(masters.one("PHRASE", phrase.code(), given.district().id)).isPresent();
  }

  /// As if this folder had been made by a version that did not have it.
  private void forget(Master master) {
    db.sql("DELETE FROM organisation.master WHERE id = ?").param(master.id()).update();
    masters.forget();
  }

  private int plantings() {
    return db.sql("SELECT count(*) FROM ledger.entry WHERE act = 'organisation.masters_planted'")
        .query(Integer.class)
        .single();
  }

  private int lastCount() {
    return db.sql(
            """
            SELECT (new ->> 'entries')::int FROM organisation.change
            WHERE jsonb_exists(new, 'entries') ORDER BY id DESC LIMIT 1
            """)
        .query(Integer.class)
        .single();
  }
}
