package karyalay.notices;

import karyalay.shared.Refused;

/// Why an e-mail or a text is not taken in, or not sent again.
public enum NoticesRefusal implements Refused.Reason {
  /// {0} what was typed.
  ADDRESS_MALFORMED("OP-77", 422),
  /// Only what was refused or is uncertain is sent again by hand.
  NOT_TO_RESEND("OP-77", 409),
  /// {0} what was typed.
  MOBILE_MALFORMED("OP-6", 422),
  /// {0} how many letters a text may have.
  TEXT_TOO_LONG("", 422);

  private final String rule;
  private final int status;

  NoticesRefusal(String rule, int status) {
    this.rule = rule;
    this.status = status;
  }

  @Override
  public String module() {
    return "notices";
  }

  @Override
  public String rule() {
    return rule;
  }

  @Override
  public int status() {
    return status;
  }
}
