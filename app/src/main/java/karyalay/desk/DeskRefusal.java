package karyalay.desk;

import karyalay.shared.Refused;

/// Why a paper does not move.
public enum DeskRefusal implements Refused.Reason {
  /// {0} number: another post holds it.
  NOT_WITH_YOU("OP-1", 409),
  ALREADY_THERE("", 422),
  /// {0} what was typed.
  NO_SUCH_POST("OP-7", 422),
  /// The post was abolished or never was.
  POST_NOT_LIVE("OP-4", 422),
  RECEIVE_FIRST("OP-21", 422),
  /// Some of what was ticked is on paper, some is not.
  MIXED("OP-26", 422),
  NOT_IN_TRANSIT("OP-21", 409),
  PARKED("OP-42", 409),
  NOT_PARKED("OP-42", 409),
  CLOSED("OP-43", 409),
  NOT_CLOSED("OP-43", 409),
  INSIDE_ANOTHER("OP-28", 409),
  NOT_INSIDE("OP-62", 409),
  /// It lies in itself, directly or by way of others.
  CIRCLE("", 422),
  DATE_PASSED("", 422),
  REASON_NEEDED("", 422),
  /// {0} who opened it first.
  OPENED_ALREADY("OP-41", 409),
  NOT_YOURS_TO_PULL_BACK("OP-41", 409),
  NOBODY_TO_SEND_BACK_TO("OP-32", 422),
  /// {0} what still holds it.
  HELD("OP-44", 422),
  ONLY_MAKER_CLOSES("OP-43", 422),
  ONLY_CLOSER_REOPENS("OP-43", 422),
  ONLY_MARKER_OR_SENIOR("OP-84", 422),
  CLASS_NOT_USED("OP-85", 422),
  ONLY_ORIGINATOR_OR_SENIOR("OP-87", 422),
  /// The addressee may not receive this paper.
  ADDRESSEE_BARRED("CP-62", 422),
  ONLY_HOLDER_OR_SENIOR_GRANTS("OP-52", 422),
  NO_CLOCK("", 422),
  /// The post is one officer's desk, where nothing need be taken.
  NOT_A_COUNTER("OP-123", 422),
  /// {0} number, {1} and {2} who has it, in both scripts, {3} since when.
  CLAIMED("OP-123", 409),
  /// {0} number: another member has it, or nobody.
  NOT_YOUR_CLAIM("OP-123", 409),
  REASON_IN_LEGACY_FONT("OP-122", 422),
  /// An upload is another's, was attached before or never was.
  UPLOAD_GONE("", 422),
  /// The code of a physical paper was scanned by somebody out of its reach, or leads nowhere.
  NOT_YOURS_TO_SEE("OP-52", 404),
  /// {0} number: it is electronic, so nobody can have it in his hands.
  NOT_ON_PAPER("OP-128", 422);

  private final String rule;
  private final int status;

  DeskRefusal(String rule, int status) {
    this.rule = rule;
    this.status = status;
  }

  @Override
  public String module() {
    return "desk";
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
