package karyalay.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import karyalay.Given;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.shared.Capacity;
import karyalay.shared.OfficeTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What other modules join, column by column: a change here breaks them.
@KaryalayTest
class PublishedViewsTest {
  @Autowired Given given;
  @Autowired OfficeTime time;
  @Autowired JdbcClient db;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "v_office    | id parent district kind code name_hi name_en",
        "v_post      | id office district mark designation_hi designation_en office_hi office_en short_hi rank level head counter",
        "v_post_ever | id mark designation_hi designation_en office_hi office_en short_hi",
        "v_person    | id pno name_hi name_en rank gender",
        "v_charge    | id person post capacity valid_from valid_to",
        "v_token     | post token",
        "v_senior    | post senior distance",
        "v_place     | id district kind lgd_code name_hi name_en parent_en"
      })
  void a_view_has_the_columns_that_the_architecture_names(String view, String columns) {
    assertThat(
            db.sql(
                    """
                    SELECT column_name FROM information_schema.columns
                    WHERE table_schema = 'organisation' AND table_name = ? ORDER BY ordinal_position
                    """)
                .param(view)
                .query(String.class)
                .list())
        .isEqualTo(List.of(columns.split(" ")));
  }

  @Test
  void no_foreign_key_leaves_the_schema_and_none_comes_in() {
    assertThat(
            db.sql(
                    """
                    SELECT conname FROM pg_constraint c
                    JOIN pg_class child ON child.oid = c.conrelid JOIN pg_class parent ON parent.oid = c.confrelid
                    WHERE c.contype = 'f' AND child.relnamespace <> parent.relnamespace
                      AND 'organisation'::regnamespace IN (child.relnamespace, parent.relnamespace)
                    """)
                .query(String.class)
                .list())
        .isEmpty();
  }

  @Test
  @Holds("OP-9")
  void charges_show_on_their_first_and_last_day_and_not_outside_them() {
    var district = given.district();
    var thana = district.thana("सौरिख");
    var today = time.today();
    var yesterday =
        district.charge(thana.si(), thana.sho().post(), Capacity.LINK, today.minusDays(3), today);
    var now =
        district.charge(thana.ssi(), thana.sho().post(), Capacity.LINK, today, today.plusDays(1));
    var later =
        district.charge(
            thana.hm(), thana.sho().post(), Capacity.LINK, today.plusDays(1), today.plusDays(9));
    assertThat(
            db.sql("SELECT person FROM organisation.v_charge WHERE post = ? AND capacity = 'LINK'")
                .param(thana.sho().post().value())
                .query(java.util.UUID.class)
                .list())
        .containsExactly(now.person().value())
        .doesNotContain(yesterday.person().value(), later.person().value());
  }

  @Test
  @Holds("OP-7")
  void two_live_posts_of_a_district_never_bear_one_mark_even_past_the_doors() {
    var district = given.district();
    var thana = district.thana("सौरिख");
    org.assertj.core.api.Assertions.assertThatExceptionOfType(
            org.springframework.dao.DuplicateKeyException.class)
        .isThrownBy(() ->
            db.sql("UPDATE organisation.post SET mark = ? WHERE id = ?")
                .params(thana.sho().mark(), thana.si().post().value())
                .update());
  }

  @Test
  @Holds("OP-3")
  void two_regular_holders_of_one_desk_are_impossible_even_past_the_doors() {
    var district = given.district();
    var thana = district.thana("सौरिख");
    org.assertj.core.api.Assertions.assertThatExceptionOfType(
            org.springframework.dao.DuplicateKeyException.class)
        .isThrownBy(() -> district.charge(thana.si(), thana.sho().post(), Capacity.REGULAR));
  }

  @Test
  @Holds("OP-14")
  void the_programs_role_cannot_change_the_log_of_changes() {
    for (String what : List.of("UPDATE", "DELETE"))
      assertThat(
              db.sql("SELECT has_table_privilege('karyalay_app', 'organisation.change', ?)")
                  .param(what)
                  .query(Boolean.class)
                  .single())
          .as(what)
          .isFalse();
    assertThat(
            db.sql("SELECT has_table_privilege('karyalay_app', 'organisation.change', 'INSERT')")
                .query(Boolean.class)
                .single())
        .isTrue();
  }
}
