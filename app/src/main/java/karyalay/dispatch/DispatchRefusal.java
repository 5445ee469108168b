package karyalay.dispatch;

import karyalay.shared.Refused;

/// Why a letter is not sent, answered, reminded of or exchanged.
public enum DispatchRefusal implements Refused.Reason {
  /// Neither the registry of that office, nor who signed or wrote it.
  NOT_YOURS_TO_SEND("OP-76", 422),
  /// {0} number.
  NOT_WAITING("OP-76", 409),
  NOTHING_CHOSEN("OP-77", 422),
  /// {0} addressee, {1} when and how it was sent.
  ALREADY_SENT("OP-77", 409),
  /// {0} addressee: no post of ours, or none any more.
  NO_POST_THERE("OP-77", 422),
  /// {0} addressee.
  NO_EMAIL("OP-77", 422),
  /// {0} addressee.
  NO_POSTAL_ADDRESS("OP-77", 422),
  /// {0} what was typed.
  TRACKING_MALFORMED("OP-77", 422),
  /// What is proved one by one is sent one by one.
  ONE_AT_A_TIME("OP-77", 422),
  RECEIVER_NEEDED("OP-77", 422),
  /// The receiver's time lies ahead, or before the letter was signed.
  TIME_IMPOSSIBLE("OP-77", 422),
  NO_SUCH_PEER("OP-77", 422),
  /// {0} addressee: it is not out, so it cannot come back or be acknowledged.
  NOT_OUT("OP-78", 409),
  REASON_NEEDED("OP-78", 422),
  /// {0} number: part of it has left.
  SENT_IN_PART("OP-78", 409),
  /// The mail of this item is neither refused nor uncertain.
  NOTHING_TO_SEND_AGAIN("OP-77", 409),
  TARGET_PASSED("OP-83", 422),
  /// {0} number: it is asked about already.
  CALLED_ALREADY("OP-83", 409),
  CALL_CLOSED("OP-83", 409),
  /// {0} how many have not answered.
  ANSWERS_MISSING("OP-83", 422),
  /// {0} addressee.
  ANSWERED_ALREADY("OP-83", 409),
  /// Nobody has asked this post for an answer on this paper.
  NOT_ASKED("OP-83", 422),
  ANSWER_NEEDED("OP-83", 422),
  /// {0} number that was typed.
  NO_SUCH_LETTER("OP-83", 422),
  /// All have answered: there is nobody to remind.
  ALL_ANSWERED("OP-81", 409),
  /// {0} number: it has not been sent.
  NOT_SENT_YET("OP-81", 422),
  ONLY_OWNER("OP-83", 422),
  PEER_ADDRESS("OP-77", 422),
  PEER_KEY("OP-77", 422),
  PEER_CERTIFICATE("OP-77", 422),
  PEER_KNOWN("OP-77", 409),
  /// Said to another instance.
  PACKAGE_UNREADABLE("OP-77", 400),
  PACKAGE_TOO_LARGE("OP-77", 413),
  PEER_UNKNOWN("OP-77", 403),
  PACKAGE_ALTERED("OP-77", 422),
  PACKAGE_NOT_FOR_US("OP-77", 422),
  PACKAGE_DIFFERS("OP-77", 409),
  /// {0} code or mark that the package names.
  NO_SUCH_OFFICE("OP-77", 422),
  TOO_MANY_CHECKS("OP-79", 503);

  private final String rule;
  private final int status;

  DispatchRefusal(String rule, int status) {
    this.rule = rule;
    this.status = status;
  }

  @Override
  public String module() {
    return "dispatch";
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
