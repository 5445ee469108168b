package karyalay.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import karyalay.shared.Refused;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// What is refused, and why.
final class Refusals {
  private Refusals() {}

  static void assertRefused(Refused.Reason reason, ThrowingCallable asked) {
    Refused refused = catchThrowableOfType(Refused.class, asked);
    assertThat(refused).as("refused").isNotNull();
    assertThat(refused.reason()).isEqualTo(reason);
  }
}
