package karyalay.notices;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import karyalay.shared.Refused;

/// What may be written to whom, and when to try again; no clock and no server in sight.
final class MailRules {
  /// After so long nobody waits for a server any more: the sender is told.
  static final Duration PATIENCE = Duration.ofDays(3);

  /// Longer than one handing over can take: what has stood longer was left by a dead program.
  static final Duration LEASE = Duration.ofMinutes(5);

  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int MOST = 254;

  /// Plain addresses only: no names, comments or quoted parts, so that nothing can be slipped in.
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@"
              + "(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,}");

  private MailRules() {}

  /// @throws Refused `ADDRESS_MALFORMED`
  static String address(String typed) {
    String address = typed.strip();
    boolean good =
        address.length() <= MOST
            && ADDRESS.matcher(address).matches()
            && !address.contains("..")
            && !address.startsWith(".")
            && !address.contains(".@");
    if (!good) throw new Refused(NoticesRefusal.ADDRESS_MALFORMED, address);
    return address;
  }

  /// 30 seconds, then twice as long each time, up to an hour.
  static Duration wait(int tries) {
    Duration wait = FIRST.multipliedBy(1L << Math.min(tries, 10));
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }

  /// Whether trying is over.
  static boolean over(Instant made, Instant now) {
    return made.plus(PATIENCE).isBefore(now);
  }

  /// What a server's answer means.
  ///
  /// @param code of its last answer; 0 when it gave none
  /// @param begun whether it had begun to receive the letter itself
  static Handed judge(int code, boolean begun, String answer) {
    if (code >= 500) return new Handed.Declined(answer);
    if (code >= 400 || !begun) return new Handed.Later(answer, code >= 400);
    return new Handed.Unknown(answer);
  }
}
