package karyalay.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/// When a shift ends, in Indian time.
class ClaimRulesTest {
  private static final List<LocalTime> ENDS =
      List.of(LocalTime.of(8, 0), LocalTime.of(16, 0), LocalTime.of(22, 0));

  @Test
  void a_claim_of_the_morning_lapses_at_four() {
    assertThat(ClaimRules.lapse(ENDS, at("2026-11-25T10:15"))).isEqualTo(at("2026-11-25T16:00"));
  }

  @Test
  void a_claim_of_the_night_lapses_next_morning() {
    assertThat(ClaimRules.lapse(ENDS, at("2026-11-25T23:40"))).isEqualTo(at("2026-11-26T08:00"));
  }

  @Test
  void what_is_taken_as_the_shift_ends_belongs_to_the_next() {
    assertThat(ClaimRules.lapse(ENDS, at("2026-11-25T16:00"))).isEqualTo(at("2026-11-25T22:00"));
  }

  @Test
  void where_no_shift_is_set_a_claim_ends_with_the_day() {
    assertThat(ClaimRules.lapse(List.of(), at("2026-11-25T10:15")))
        .isEqualTo(at("2026-11-26T00:00"));
  }

  private static Instant at(String indian) {
    return java.time.LocalDateTime.parse(indian)
        .atZone(karyalay.shared.OfficeTime.ZONE)
        .toInstant();
  }
}
