package karyalay.files;

import karyalay.shared.Refused;

/// Why files are not tied, flagged, merged or brought in as asked.
public enum FilingRefusal implements Refused.Reason {
  /// {0} number of the file that lies on the actor's own desk.
  PART_NOT_NEEDED("OP-45"),
  /// {0} number of the main file.
  MAIN_CLOSED("OP-45"),
  PART_OF_PART("OP-45"),
  /// {0} number: it goes on in a later volume, or has become one with another file.
  GOES_ON_ELSEWHERE("OP-46"),
  /// {0} how many pages it has, {1} how many it needs.
  VOLUME_TOO_THIN("OP-46"),
  VOLUME_BY_MAKER("OP-46"),
  PART_HAS_NO_VOLUMES("OP-46"),
  SAME_FILE("OP-47"),
  TIED_ALREADY("OP-47"),
  /// {0} number of the protected file.
  LINK_NEEDS_HOLDER("OP-47"),
  NOT_TIED("OP-47"),
  NO_SUCH_BUNDLE("OP-63"),
  REASON_NEEDED(""),
  MERGING_ASKED("OP-48"),
  MERGING_DECIDED("OP-48"),
  MERGING_NOT_APPROVED("OP-48"),
  MERGING_DONE("OP-48"),
  /// {0} the rank that must approve.
  MERGING_NEEDS_RANK("OP-48"),
  PART_MERGES_INTO_MAIN("OP-45"),
  NO_SUCH_PAPER("OP-62"),
  WHERE_TO("OP-62"),
  FLAG_MALFORMED("OP-61"),
  /// {0} what was asked for: a page, a paragraph or a note that is not there.
  NO_SUCH_PLACE("OP-61"),
  FLAG_NOT_SET("OP-61"),
  PUC_IS_A_PAGE("OP-61"),
  RULING_NEEDED("OP-64"),
  PRECEDENT_PROTECTED("OP-64"),
  PRECEDENT_OF_ANOTHER_BRANCH("OP-64"),
  WITHDRAWN_ALREADY("OP-64"),
  DATE_IN_FUTURE(""),
  OLD_NUMBER_NEEDED("OP-51"),
  /// {0} the old number that another file of the office bears.
  OLD_NUMBER_TAKEN("OP-51"),
  /// {0} the old number that stands in an earlier row too.
  OLD_NUMBER_TWICE("OP-51"),
  /// {0} what was written for a date.
  DATE_NOT_READ("OP-51"),
  /// {0} how many cells the row has, {1} how many it may have.
  TOO_MANY_CELLS("OP-51"),
  /// {0} what was written for a post.
  HOLDER_NOT_HERE("OP-51"),
  /// {0} how many rows may come at once.
  TOO_MANY_ROWS("OP-51"),
  NO_ROWS("OP-51"),
  NOT_UNICODE("OP-51"),
  /// {0} what was typed.
  NO_SUCH_FILE("OP-37"),
  /// {0} what was typed, {1} how many bear it.
  MANY_SUCH_FILES("OP-37"),
  TARGET_NOT_LATER("OP-91"),
  CONSULTATION_ENDED("OP-91"),
  NOT_EXPIRED("OP-91");

  private final String rule;

  FilingRefusal(String rule) {
    this.rule = rule;
  }

  @Override
  public String module() {
    return "filing";
  }

  @Override
  public String rule() {
    return rule;
  }
}
