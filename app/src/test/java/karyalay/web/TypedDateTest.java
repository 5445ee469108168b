package karyalay.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedDateTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @ParameterizedTest
  @CsvSource({
    "1310, 2026-10-13",
    "131026, 2026-10-13",
    "13102026, 2026-10-13",
    "13.10.26, 2026-10-13",
    "13-10-2026, 2026-10-13",
    "13/10, 2026-10-13",
    "1.9, 2026-09-01",
    "2026-10-13, 2026-10-13",
    "0, 2026-11-23",
    "-1, 2026-11-22",
    "-30, 2026-10-24",
    "१३१०, 2026-10-13",
    "१३.१०.२६, 2026-10-13",
    "-१, 2026-11-22",
    "23, 2026-11-23",
    "24, 2026-10-24",
    "31, 2026-10-31"
  })
  void a_date_is_read_as_people_type_it(String typed, LocalDate meant) {
    assertThat(TypedDate.parse(typed, TODAY)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"2512, 2025-12-25", "24.11, 2025-11-24", "2902, 2024-02-29"})
  void without_a_year_it_is_the_latest_such_day_that_has_come(String typed, LocalDate meant) {
    assertThat(TypedDate.parse(typed, TODAY)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "कल", "3113", "31.02.2026", "99", "13.10.26.1", "131", "1310261"})
  void what_cannot_be_a_day_is_none(String typed) {
    assertThat(TypedDate.parse(typed, TODAY)).isEmpty();
  }

  @Test
  void a_day_to_come_is_read_as_such_and_left_to_the_rules() {
    assertThat(TypedDate.parse("24.11.2026", TODAY)).contains(TODAY.plusDays(1));
  }

  @ParameterizedTest
  @CsvSource({
    "+3, 2026-11-26",
    "0, 2026-11-23",
    "23, 2026-11-23",
    "5, 2026-12-05",
    "31, 2026-12-31",
    "1511, 2027-11-15",
    "15.12, 2026-12-15",
    "१५.१२.२६, 2026-12-15",
    "01-01-2020, 2020-01-01"
  })
  void a_day_by_which_is_the_next_such_day(String typed, LocalDate meant) {
    assertThat(TypedDate.coming(typed, TODAY)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"2902, 2028-02-29", "29.2, 2028-02-29", "29.02.28, 2028-02-29"})
  void the_next_leap_day_is_no_other_day(String typed, LocalDate meant) {
    assertThat(TypedDate.coming(typed, TODAY)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({
    "1.11, 2026-11-01",
    "1512, 2026-12-15",
    "1.1, 2027-01-01",
    "1.8, 2026-08-01",
    "23, 2026-11-23",
    "30, 2026-11-30",
    "20, 2026-11-20",
    "-1, 2026-11-22",
    "+2, 2026-11-25",
    "1.11.2019, 2019-11-01",
    "2027-06-01, 2027-06-01"
  })
  void a_day_from_which_something_holds_is_the_nearer_one(String typed, LocalDate meant) {
    assertThat(TypedDate.nearest(typed, TODAY)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "कल", "3113", "31.02.2026", "99", "13.10.26.1", "+", "-", "--1"})
  void what_is_no_day_is_none_whichever_way_one_looks(String typed) {
    assertThat(TypedDate.coming(typed, TODAY)).isEmpty();
    assertThat(TypedDate.nearest(typed, TODAY)).isEmpty();
  }
}
