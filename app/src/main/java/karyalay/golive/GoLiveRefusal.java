package karyalay.golive;

import karyalay.shared.Refused;

/// Why a row, a load or a step of going live is refused.
public enum GoLiveRefusal implements Refused.Reason {
  /// No heading of the sheet is one of ours; {0} those that are needed.
  NO_HEADINGS("OP-137", 422),
  NO_ROWS("OP-137", 422),
  /// {0} most rows of one file.
  TOO_MANY_ROWS("OP-137", 422),
  /// {0} heading of the column.
  CELL_NEEDED("OP-137", 422),
  /// {0} what stands there.
  DATE_UNCLEAR("OP-137", 422),
  GENDER_UNCLEAR("OP-137", 422),
  RANK_UNKNOWN("OP-137", 422),
  OFFICE_UNKNOWN("OP-137", 422),
  YES_OR_NO("OP-137", 422),
  /// {0} police number: it stands in this file before.
  TWICE("OP-137", 422),
  /// {0} mark of the post that the person has.
  SITS_ELSEWHERE("OP-137", 422),
  /// {0} police number: he serves in another district.
  OTHER_DISTRICT("OP-137", 422),
  /// {0} what stands there: no one post or person of the office is meant by it.
  HOLDER_UNKNOWN("OP-137", 422),
  HOLDER_UNCLEAR("OP-137", 422),
  /// It is not tried through yet, or is being carried out.
  NOT_TRIED("OP-137", 409),
  CERTIFIED("OP-137", 409),
  /// {0} day: it lies behind.
  DAY_PAST("OP-137", 422),
  DAY_TOO_FAR("OP-137", 422),
  /// Only a head of the office, his delegate, or the administrator.
  NOT_YOUR_OFFICE("OP-137", 404),
  ONLY_HEAD_DELEGATES("OP-137", 422),
  /// Heads, administrators and whoever has posts in other offices are the administrator's.
  ONLY_ADMINISTRATOR("OP-137", 422),
  /// The person still has posts in other offices.
  SERVES_ELSEWHERE("OP-13", 422);

  private final String rule;
  private final int status;

  GoLiveRefusal(String rule, int status) {
    this.rule = rule;
    this.status = status;
  }

  @Override
  public String module() {
    return "golive";
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
