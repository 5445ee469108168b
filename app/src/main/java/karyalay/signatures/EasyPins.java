package karyalay.signatures;

import java.util.Set;

/// PINs that anybody guesses first.
public final class EasyPins {
  private static final Set<String> KNOWN =
      Set.of("1212", "1122", "2580", "123123", "112233", "121212");
  private static final String UP = "01234567890123456789";
  private static final String DOWN = "98765432109876543210";

  private EasyPins() {}

  /// Whether it is one digit over and over, a run up or down, or one of the best known.
  public static boolean easy(String pin) {
    boolean oneDigit = pin.chars().distinct().count() == 1;
    return oneDigit || UP.contains(pin) || DOWN.contains(pin) || KNOWN.contains(pin);
  }
}
