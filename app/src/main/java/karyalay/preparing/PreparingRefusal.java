package karyalay.preparing;

import karyalay.shared.Refused;

/// Why something is not prepared, or not approved.
public enum PreparingRefusal implements Refused.Reason {
  /// {0} number: it is parked, closed, on its way or in another paper.
  NOT_ON_A_DESK("OP-124", 409),
  /// {0} number.
  YOUR_OWN_DESK("OP-124", 422),
  /// {0} mark of the officer's post.
  MAY_NOT_PREPARE("OP-124", 422),
  /// {0} mark of the officer's post, which was abolished.
  OFFICER_GONE("OP-4", 422),
  ADDRESSEE_NEEDED("OP-25", 422),
  /// A note goes to one.
  ONE_NEXT("OP-41", 422),
  /// A kind of note that nobody prepares for another.
  NOT_THIS_KIND("OP-124", 422),
  TO_ITS_OWN_OFFICER("", 422),
  DATE_PASSED("", 422),
  ORDER_IN_LEGACY_FONT("OP-122", 422),
  REASON_NEEDED("OP-124", 422),
  REASON_IN_LEGACY_FONT("OP-122", 422),
  /// {0} number: approved, returned or withdrawn meanwhile.
  SETTLED("OP-124", 409),
  /// {0} number.
  MOVED("OP-124", 409),
  /// {0} number.
  NEW_PARAGRAPH("OP-124", 409);

  private final String rule;
  private final int status;

  PreparingRefusal(String rule, int status) {
    this.rule = rule;
    this.status = status;
  }

  @Override
  public String module() {
    return "preparing";
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
