package karyalay.dispatch;

import static karyalay.dispatch.DispatchRefusal.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import karyalay.notices.Mails;
import karyalay.shared.Refused;
import org.jspecify.annotations.Nullable;

/// What may be sent how, with no clock, database or framework in sight.
final class DispatchRules {
  private static final Pattern TRACKING = Pattern.compile("[A-Z]{2}[0-9]{9}[A-Z]{2}");
  private static final int[] WEIGHTS = {8, 6, 4, 2, 3, 5, 9, 7};
  private static final int MOST_NAME = 120;

  private DispatchRules() {}

  /// That these may go this way now.
  ///
  /// @param signed when the letter was signed
  /// @throws Refused the first reason against it
  static void require(List<Item> items, Conveyance how, Instant signed, Instant now) {
    if (items.isEmpty()) throw new Refused(NOTHING_CHOSEN);
    if (items.size() > 1 && single(how)) throw new Refused(ONE_AT_A_TIME);
    for (Item item : items) {
      if (!item.state().here()) throw new Refused(ALREADY_SENT, item.name());
      requireAddress(item, how);
    }
    requireReceiver(receiver(how), signed, now);
  }

  /// What has a tracking number, a receiver or an address of its own cannot be had for many at
  /// once.
  private static boolean single(Conveyance how) {
    return switch (how) {
      case Conveyance.OwnOffice _ -> false;
      case Conveyance.Instance _, Conveyance.SpeedPost _ -> true;
      case Conveyance.Email(var address) -> !address.isBlank();
      case Conveyance.Post(var address) -> !address.isBlank();
      case Conveyance.ByHand(var receiver) -> receiver != null;
      case Conveyance.Messenger(var _, var receiver) -> receiver != null;
    };
  }

  private static void requireAddress(Item item, Conveyance how) {
    switch (how) {
      case Conveyance.OwnOffice _ -> {
        if (item.post() == null || !item.live()) throw new Refused(NO_POST_THERE, item.name());
      }
      case Conveyance.Instance(var _, var to) -> {
        if (to.isBlank()) throw new Refused(NO_SUCH_OFFICE, to);
      }
      case Conveyance.Email(var address) -> email(item, address);
      case Conveyance.Post(var address) -> postal(item, address);
      case Conveyance.SpeedPost(var address, var tracking) -> {
        postal(item, address);
        tracking(tracking);
      }
      case Conveyance.ByHand _, Conveyance.Messenger _ -> {}
    }
  }

  /// The address an e-mail goes to.
  ///
  /// @throws Refused `NO_EMAIL`, and `ADDRESS_MALFORMED` of notices
  static String email(Item item, String given) {
    String address = given.isBlank() ? item.email() : given;
    if (address.isBlank()) throw new Refused(NO_EMAIL, item.name());
    return Mails.address(address);
  }

  /// @throws Refused `NO_POSTAL_ADDRESS`
  static String postal(Item item, String given) {
    String address = given.isBlank() ? item.address() : given.strip();
    if (address.isBlank()) throw new Refused(NO_POSTAL_ADDRESS, item.name());
    return address;
  }

  /// The number of the post office, as S10 of the Universal Postal Union has it: two letters, eight
  /// digits, a check digit, two letters.
  ///
  /// @throws Refused `TRACKING_MALFORMED`
  static String tracking(String typed) {
    String number = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    boolean good = TRACKING.matcher(number).matches() && check(number) == number.charAt(10) - '0';
    if (!good) throw new Refused(TRACKING_MALFORMED, typed.strip());
    return number;
  }

  private static int check(String number) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) sum += WEIGHTS[i] * (number.charAt(2 + i) - '0');
    int rest = 11 - sum % 11;
    return rest == 10 ? 0 : rest == 11 ? 5 : rest;
  }

  static Conveyance.@Nullable Receiver receiver(Conveyance how) {
    return switch (how) {
      case Conveyance.ByHand(var receiver) -> receiver;
      case Conveyance.Messenger(var _, var receiver) -> receiver;
      case Conveyance.OwnOffice _,
          Conveyance.Instance _,
          Conveyance.Email _,
          Conveyance.Post _,
          Conveyance.SpeedPost _ ->
          null;
    };
  }

  /// @throws Refused `RECEIVER_NEEDED`, `TIME_IMPOSSIBLE`
  static void requireReceiver(Conveyance.@Nullable Receiver receiver, Instant signed, Instant now) {
    if (receiver == null) return;
    if (receiver.name().isBlank() || receiver.name().length() > MOST_NAME)
      throw new Refused(RECEIVER_NEEDED);
    boolean impossible = receiver.at().isAfter(now) || receiver.at().isBefore(signed);
    if (impossible) throw new Refused(TIME_IMPOSSIBLE);
  }

  static String reason(String typed) {
    if (typed.isBlank()) throw new Refused(REASON_NEEDED);
    return typed.strip();
  }

  /// I, II, III …: how reminders are counted.
  static String roman(int n) {
    String[] tens = {"", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"};
    String[] ones = {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
    return n > 99 ? Integer.toString(n) : tens[n / 10] + ones[n % 10];
  }

  /// @throws Refused `TARGET_PASSED`
  static void requireTarget(LocalDate target, LocalDate today) {
    if (target.isBefore(today)) throw new Refused(TARGET_PASSED);
  }
}
