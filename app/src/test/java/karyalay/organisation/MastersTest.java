package karyalay.organisation;

import static karyalay.organisation.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import karyalay.Given;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.shared.OfficeTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@KaryalayTest
class MastersTest {
  @Autowired Given given;
  @Autowired Masters masters;
  @Autowired Settings settings;
  @Autowired Changes changes;
  @Autowired Posts posts;
  @Autowired OfficeTime time;

  private Given.District district;

  @BeforeEach
  void district() {
    district = given.district();
  }

  private static Master.Facts days(int limit) {
    return new Master.Facts(
        "भूमि विवाद", "Land dispute", 10, Map.of("main", "complaint", "limit", limit));
  }

  @ParameterizedTest
  @CsvSource({
    "CATEGORY,30",
    "FORM,14",
    "DELIVERY_MODE,5",
    "PHRASE,14",
    "FILE_HEAD,10",
    "RANK,10",
    "LANGUAGE,2",
    "SENDER_KIND,5"
  })
  void the_first_day_has_its_lists(String kind, int atLeast) {
    assertThat(masters.of(kind, district.id)).hasSizeGreaterThanOrEqualTo(atLeast);
  }

  @Test
  @Holds({"OP-88", "OP-93"})
  void default_limits_are_settings() {
    assertThat(settings.number("post-limit-days", district.circle.id())).isEqualTo(7);
    assertThat(settings.number("levels", district.circle.id())).isEqualTo(4);
    assertThat(settings.level("closing-rank", district.circle.id())).isEqualTo(70);
  }

  @Test
  @Holds("OP-14")
  void a_district_changes_a_limit_for_itself_alone_and_the_old_value_is_logged() {
    var elsewhere = given.district();
    var id =
        masters.put(
            district.sp.act(), district.id, "CATEGORY", "land-dispute", days(20), time.today());
    assertThat(limit(district)).isEqualTo(20);
    assertThat(limit(elsewhere)).isEqualTo(30);
    assertThat(changes.of(id))
        .singleElement()
        .satisfies(line -> {
          assertThat(line.old()).containsKey("data");
          assertThat(line.now()).containsEntry("code", "land-dispute");
        });
  }

  private int limit(Given.District of) {
    return masters.one("CATEGORY", "land-dispute", of.id).orElseThrow().number("limit", 0);
  }

  @Test
  @Holds("OP-14")
  void a_change_of_tomorrow_holds_from_tomorrow() {
    masters.put(district.sp.act(), district.id, "CATEGORY", "land-dispute", days(20), time.today());
    masters.put(
        district.sp.act(),
        district.id,
        "CATEGORY",
        "land-dispute",
        days(10),
        time.today().plusDays(1));
    assertThat(limit(district)).isEqualTo(20);
    assertThat(masters.listed("CATEGORY", district.id))
        .filteredOn(master -> master.code().equals("land-dispute"))
        .extracting(master -> master.number("limit", 0))
        .containsExactly(20, 10);
  }

  @Test
  void a_district_ends_an_entry_for_itself_alone() {
    masters.end(district.sp.act(), district.id, "CATEGORY", "gambling", time.today());
    assertThat(masters.one("CATEGORY", "gambling", district.id)).isEmpty();
    assertThat(masters.one("CATEGORY", "gambling", given.district().id)).isPresent();
  }

  @Test
  void a_setting_that_is_ended_falls_back_to_what_holds_everywhere() {
    masters.end(district.sp.act(), district.id, "SETTING", "post-limit-days", time.today());
    assertThat(settings.number("post-limit-days", district.id)).isEqualTo(7);
  }

  @Test
  void a_rank_that_rises_lifts_its_posts() {
    var thana = district.thana("सौरिख");
    masters.put(
        district.sp.act(),
        district.id,
        "RANK",
        "inspector",
        new Master.Facts("निरीक्षक", "Inspector", 70, Map.of("level", 61)),
        time.today());
    assertThat(posts.find(thana.sho().post())).get().extracting(Post::level).isEqualTo(61);
  }

  @Test
  void nonsense_is_refused_with_a_reason() {
    assertRefused(
        OrganisationRefusal.MASTER_MALFORMED,
        () ->
            masters.put(district.sp.act(), district.id, "CATEGORY", "भूमि", days(3), time.today()));
    assertRefused(
        OrganisationRefusal.NAMES_NEEDED,
        () ->
            masters.put(
                district.sp.act(),
                district.id,
                "CATEGORY",
                "x",
                new Master.Facts("", "X", 1, Map.of()),
                time.today()));
    masters.put(district.sp.act(), district.id, "CATEGORY", "land-dispute", days(20), time.today());
    assertRefused(
        OrganisationRefusal.NOTHING_CHANGED,
        () ->
            masters.put(
                district.sp.act(),
                district.id,
                "CATEGORY",
                "land-dispute",
                days(20),
                time.today()));
  }
}
