package karyalay.orders;

import karyalay.shared.Refused;

/// Why an order is not given, or not taken back.
public enum OrdersRefusal implements Refused.Reason {
  NOTHING_TICKED("OP-130", 422),
  /// {0} how many papers one order may go on.
  TOO_MANY("OP-130", 422),
  WORDS_NEEDED("OP-130", 422),
  /// {0} the longest there may be.
  WORDS_TOO_LONG("OP-130", 422),
  TO_WHOM("OP-130", 422),
  /// {0} number of the paper, which came from nobody.
  ADDRESSEE_NEEDED("OP-130", 422),
  /// {0} number of the file: it goes to one post; a part or a circular goes to many.
  FILE_TO_MANY("OP-130", 422),
  /// {0} number: this kind of paper takes no orders.
  NO_ORDERS("OP-130", 422),
  GROUP_UNKNOWN("OP-130", 422),
  /// {0} what the group is called.
  GROUP_EMPTY("OP-130", 422),
  PHRASE_UNKNOWN("OP-130", 422),
  ONLY_HEAD_FOR_OFFICE("OP-130", 422),
  /// {0} number of a paper kept beyond its time.
  DELAY_UNEXPLAINED("OP-90", 422),
  REASON_UNKNOWN("OP-90", 422),
  /// {0} number: its time has not run out.
  NOT_OVERDUE("OP-90", 422),
  NOTHING_TO_TAKE_BACK("OP-41", 409),
  /// {0} number: it is back, or its matter is closed.
  NOT_WAITED_FOR("OP-130", 409);

  private final String rule;
  private final int status;

  OrdersRefusal(String rule, int status) {
    this.rule = rule;
    this.status = status;
  }

  @Override
  public String module() {
    return "orders";
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
