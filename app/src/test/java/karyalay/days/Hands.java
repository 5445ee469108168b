package karyalay.days;

import com.microsoft.playwright.Page;
import java.util.Locale;

/// A person at a keyboard: every key is counted, and nothing else is touched.
///
/// A Hindi letter or sign counts as one key, as on an Inscript keyboard; a chord counts as one.
final class Hands {
  /// Keys that somebody types in a second who types all day.
  static final double KEYS_A_SECOND = 4;

  private final Page page;
  private final long begun = System.nanoTime();
  private int keys;
  private int pauses;

  Hands(Page page) {
    this.page = page;
  }

  /// One key or chord, as `Control+Enter`.
  Hands press(String key) {
    keys++;
    page.keyboard().press(key);
    return this;
  }

  /// Words, letter by letter.
  Hands type(String words) {
    words
        .codePoints()
        .forEach(c -> {
          keys++;
          page.keyboard().type(Character.toString(c));
        });
    return this;
  }

  /// He reads for so long. Nobody waits for it here; it is added to the typist's time.
  Hands reads(int seconds) {
    pauses += seconds;
    return this;
  }

  int keys() {
    return keys;
  }

  /// What the machine took for everything, in seconds.
  double machine() {
    return (System.nanoTime() - begun) / 1e9;
  }

  /// What a person takes: his keys and his reading.
  double person() {
    return keys / KEYS_A_SECOND + pauses;
  }

  int reading() {
    return pauses;
  }

  String minutes() {
    return String.format(Locale.ROOT, "%.1f", person() / 60);
  }
}
