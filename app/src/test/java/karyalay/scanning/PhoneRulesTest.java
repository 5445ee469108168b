package karyalay.scanning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import karyalay.scanning.PhoneStore.PageRow;
import karyalay.shared.Refused;
import org.junit.jupiter.api.Test;

class PhoneRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

  private static byte[] page(long seed) {
    byte[] page = new byte[48 * 68];
    var random = new Random(seed);
    for (int y = 0; y < 68; y++)
      for (int x = 0; x < 48; x++)
        page[y * 48 + x] = (byte) (y % 3 == 0 && x > 5 && x < 42 ? random.nextInt(200) : 250);
    return page;
  }

  private static byte[] pushed(byte[] page, int across, int down) {
    byte[] pushed = page.clone();
    for (int y = 2; y < 66; y++)
      for (int x = 2; x < 46; x++) pushed[y * 48 + x] = page[(y - down) * 48 + x - across];
    return pushed;
  }

  private static PageRow row(byte[] likeness) {
    return new PageRow(UUID.randomUUID(), 1, UUID.randomUUID(), new byte[32], likeness);
  }

  @Test
  void a_page_pushed_a_little_is_the_same_page() {
    byte[] page = page(1);
    assertThat(PhoneRules.alike(pushed(page, 1, -2), List.of(row(page(2)), row(page)))).isPresent();
    assertThat(PhoneRules.likeness(page, page)).isGreaterThan(0.999);
  }

  @Test
  void two_pages_with_the_same_margins_are_two_pages() {
    for (int seed = 10; seed < 40; seed++)
      assertThat(PhoneRules.alike(page(seed), List.of(row(page(1)), row(page(2))))).isEmpty();
  }

  @Test
  void an_empty_page_is_like_none() {
    byte[] empty = new byte[48 * 68];
    assertThat(PhoneRules.alike(empty, List.of(row(empty)))).isEmpty();
    assertThat(PhoneRules.likeness(new byte[0], new byte[0])).isEqualTo(-1);
    assertThat(PhoneRules.likeness(page(1), new byte[10])).isEqualTo(-1);
  }

  @Test
  void fifteen_minutes_end_with_the_fifteenth() {
    PhoneRules.requireOpen(false, NOW.plusSeconds(1), NOW);
    assertRefused(() -> PhoneRules.requireOpen(false, NOW, NOW), ScanningRefusal.QR_OVER);
    assertRefused(
        () -> PhoneRules.requireOpen(true, NOW.plusSeconds(60), NOW), ScanningRefusal.FORM_GONE);
  }

  @Test
  void a_hundred_pages_are_the_most_and_taking_some_off_again_is_no_way_round() {
    PhoneRules.requireRoom(99, 299);
    assertRefused(() -> PhoneRules.requireRoom(100, 100), ScanningRefusal.TOO_MANY_PAGES);
    assertRefused(() -> PhoneRules.requireRoom(3, 300), ScanningRefusal.TOO_MANY_PAGES);
  }

  private static void assertRefused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable what, ScanningRefusal why) {
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.reason()).isEqualTo(why));
  }
}
