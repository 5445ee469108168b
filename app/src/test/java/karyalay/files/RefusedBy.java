package karyalay.files;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import karyalay.shared.Refused;

/// Says that a door refuses, and why.
final class RefusedBy {
  private RefusedBy() {}

  static void refused(Refused.Reason reason, Runnable act) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(act::run)
        .extracting(Refused::reason)
        .isEqualTo(reason);
  }
}
