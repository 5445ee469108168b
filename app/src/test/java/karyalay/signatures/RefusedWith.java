package karyalay.signatures;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import karyalay.shared.Refused;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// What a rule says no to.
final class RefusedWith {
  private RefusedWith() {}

  static Refused refused(Refused.Reason reason, ThrowingCallable work) {
    var caught = new Refused[1];
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(work)
        .satisfies(refused -> {
          caught[0] = refused;
          org.assertj.core.api.Assertions.assertThat(refused.reason()).isEqualTo(reason);
        });
    return caught[0];
  }
}
