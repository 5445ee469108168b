package karyalay.casenumbers;

import karyalay.shared.Refused;

/// Why a number is not taken as typed. Each sentence shows how it is written.
public enum CaseNumbersRefusal implements Refused.Reason {
  /// {0} what was typed: no word says what kind of number it is.
  KIND_UNCLEAR("OP-141"),
  /// {0} the kind, as its words stand in the messages.
  NUMBER_MISSING("OP-141"),
  /// {0} what was typed.
  YEAR_UNCLEAR("OP-141"),
  TIME_MISSING("OP-141"),
  /// {0} what was typed.
  TIME_UNCLEAR("OP-141"),
  /// {0} what was typed.
  DAY_UNCLEAR("OP-141"),
  /// {0} what was typed as sections.
  SECTIONS_UNCLEAR("OP-141"),
  SECTIONS_NOT_PREVENTIVE("OP-141"),
  /// {0} what is left over that nobody can read.
  NOT_UNDERSTOOD("OP-141"),
  THANA_NEEDED("OP-141"),
  /// {0} what was typed.
  THANA_UNKNOWN("OP-141"),
  THERE_ALREADY("OP-141"),
  TOO_LONG("OP-141");

  private final String rule;

  CaseNumbersRefusal(String rule) {
    this.rule = rule;
  }

  @Override
  public String module() {
    return "casenumbers";
  }

  @Override
  public String rule() {
    return rule;
  }
}
