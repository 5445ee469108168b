package karyalay.casenumbers;

import java.util.Locale;

/// What kind of number it is, and how it is written in full.
public enum NumberType {
  /// मुकदमा अपराध संख्या of a registered case.
  FIR("मु0अ0सं0"),
  /// Report of a non-cognizable offence.
  NCR("एनसीआर"),
  /// Entry of the general diary: a number of its day, with an hour.
  GD("जी0डी0 सं0"),
  /// Proceedings to keep the peace (126, 135, 170 BNSS).
  PREVENTIVE("निरोधात्मक सं0"),
  MISSING("गुमशुदगी सं0");

  private final String words;

  NumberType(String words) {
    this.words = words;
  }

  /// As it is written before the number.
  public String words() {
    return words;
  }

  public String key() {
    return "casenumbers.type." + name().toLowerCase(Locale.ROOT);
  }
}
