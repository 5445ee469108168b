package karyalay.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import karyalay.shared.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A document that is not what was stored never arrives whole.
class VerifiedStreamTest {
  private static final byte[] WHOLE = new byte[10_000];

  static {
    new Random(7).nextBytes(WHOLE);
  }

  private static InputStream of(byte[] stored, byte[] found, long length) {
    byte[] hash = Sha256.digest().digest(stored);
    return new VerifiedStream(new ByteArrayInputStream(found), hash, length);
  }

  @Test
  void what_was_stored_is_read_back_byte_for_byte() throws IOException {
    try (InputStream in = of(WHOLE, WHOLE, WHOLE.length)) {
      assertThat(in.readAllBytes()).isEqualTo(WHOLE);
      assertThat(in.read()).isEqualTo(-1);
      assertThat(in.read(new byte[5], 0, 5)).isEqualTo(-1);
    }
  }

  @Test
  void read_one_byte_at_a_time_it_is_the_same() throws IOException {
    try (InputStream in = of(WHOLE, WHOLE, WHOLE.length)) {
      for (byte expected : WHOLE) assertThat(in.read()).isEqualTo(expected & 0xff);
      assertThat(in.read()).isEqualTo(-1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5_000, 9_999})
  void one_changed_byte_anywhere_keeps_the_end_back(int place) {
    byte[] changed = WHOLE.clone();
    changed[place] ^= 1;
    assertDamaged(changed, WHOLE.length);
  }

  @Test
  void a_document_cut_short_and_one_grown_longer_are_damaged() {
    assertDamaged(Arrays.copyOf(WHOLE, 9_999), WHOLE.length);
    assertDamaged(new byte[0], WHOLE.length);
    assertDamaged(Arrays.copyOf(WHOLE, 10_001), WHOLE.length);
  }

  private static void assertDamaged(byte[] found, long length) {
    byte[] got = new byte[WHOLE.length + 10];
    int[] count = {0};
    assertThatThrownBy(
            () -> {
              try (InputStream in = of(WHOLE, found, length)) {
                for (int n = in.read(got, 0, 512); n >= 0; n = in.read(got, count[0], 512))
                  count[0] += n;
              }
            })
        .isInstanceOf(DamagedDocument.class);
    assertThat(count[0]).as("bytes that were handed out").isLessThan(WHOLE.length);
  }

  @Test
  void what_is_passed_over_is_verified_too() throws IOException {
    byte[] changed = WHOLE.clone();
    changed[3] ^= 1;
    try (InputStream in = of(WHOLE, changed, WHOLE.length)) {
      assertThat(in.skip(9_000)).isEqualTo(9_000);
      assertThatThrownBy(in::readAllBytes).isInstanceOf(DamagedDocument.class);
      assertThat(in.markSupported()).isFalse();
    }
    try (InputStream in = of(WHOLE, WHOLE, WHOLE.length)) {
      assertThat(in.skip(20_000)).isEqualTo(10_000);
      assertThat(in.read(new byte[1], 0, 0)).isZero();
    }
  }
}
