package karyalay.files;

import karyalay.shared.Refused;

/// Why a file or a note is not as asked.
public enum FileRefusal implements Refused.Reason {
  SUBJECT_NEEDED("OP-38"),
  SUBJECT_TOO_LONG("OP-38"),
  SUBJECT_IN_LEGACY_FONT("OP-122"),
  NUMBER_NEEDED("OP-37"),
  /// {0} the number that another file of the office bears.
  NUMBER_TAKEN("OP-37"),
  HEAD_UNKNOWN("OP-37"),
  NO_SUCH_PARAGRAPH("OP-55"),
  NOT_A_FILE(""),
  ONLY_MAKER_CLOSES("OP-43"),
  /// {0} the rank that must approve.
  APPROVAL_NEEDED("OP-43"),
  RANK_TOO_LOW("OP-43"),
  RECORD_CLASS_NEEDED("OP-38"),
  NOT_YOURS_TO_CONFIRM("OP-57"),
  CONFIRMED_ALREADY("OP-57"),
  NOT_A_RECEIPT("OP-28"),
  DATE_OR_EVENT_NEEDED("OP-42"),
  NOT_CLOSED_FOR_APPROVAL("OP-43");

  private final String rule;

  FileRefusal(String rule) {
    this.rule = rule;
  }

  @Override
  public String module() {
    return "files";
  }

  @Override
  public String rule() {
    return rule;
  }
}
