package karyalay.shared;

/// The two languages of every label and sentence. Hindi is first.
public enum Language {
  HI,
  EN;

  /// As in `<html lang>`.
  public String tag() {
    return this == HI ? "hi" : "en";
  }

  public String pick(String hindi, String english) {
    return this == HI || english.isBlank() ? hindi : english;
  }
}
