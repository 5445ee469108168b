package karyalay.notices;

import java.time.Duration;
import java.util.regex.Pattern;
import karyalay.shared.Refused;

/// What may be texted to whom, what a gateway's answer means, and when to try again; no clock and
/// no gateway in sight.
final class TextRules {
  /// Longer than one handing over can take: what has stood longer was left by a dead program.
  static final Duration LEASE = Duration.ofMinutes(5);

  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final Pattern MOBILE = Pattern.compile("[6-9][0-9]{9}");
  private static final Pattern CODE = Pattern.compile("\\p{Nd}{4,}");
  private static final int LONGEST_WORDS = 600;

  private TextRules() {}

  /// @throws Refused `MOBILE_MALFORMED`, `TEXT_TOO_LONG`
  static void check(Text text) {
    if (!MOBILE.matcher(text.to()).matches())
      throw new Refused(NoticesRefusal.MOBILE_MALFORMED, text.to());
    if (text.words().isBlank() || text.words().length() > LONGEST_WORDS)
      throw new Refused(NoticesRefusal.TEXT_TOO_LONG, Integer.toString(LONGEST_WORDS));
  }

  /// 5 seconds, then twice as long each time, up to ten minutes.
  static Duration wait(int tries) {
    Duration wait = FIRST.multipliedBy(1L << Math.min(Math.max(tries, 0), 10));
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }

  /// What a gateway's answer means. A fault of its own (500, 502, 504) comes after it has read the
  /// message: it may have it. A refusal of us (401, 403, 407) is not of the message.
  ///
  /// @param status of the answer
  /// @param accepted what a good answer must contain; empty when the status says it all
  static Handed judge(int status, String body, Pattern accepted) {
    String answer = cut(status + " " + body);
    if (status >= 200 && status < 300)
      return accepted.matcher(body).find() ? new Handed.Taken(answer) : new Handed.Declined(answer);
    return switch (status) {
      case 401, 403, 407 -> new Handed.Later(answer, false);
      case 408, 425, 429, 503 -> new Handed.Later(answer, true);
      default -> status >= 500 ? new Handed.Unknown(answer) : new Handed.Declined(answer);
    };
  }

  /// An answer in which no code stands any more.
  static String withoutCodes(String answer) {
    return CODE.matcher(answer).replaceAll("…");
  }

  static String cut(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= 300 ? line : line.substring(0, 300);
  }
}
