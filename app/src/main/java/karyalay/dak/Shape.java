package karyalay.dak;

import java.util.Locale;

/// What kind of thing arrived; decides which fields the diary asks for.
public enum Shape {
  /// An official letter.
  LETTER,
  /// A citizen's application: applicant and gist take the place of sender and subject.
  PETITION,
  /// A cover by name or of a class that stays closed at the registry: outer facts only (OP-17).
  COVER;

  public String key() {
    return "dak.shape." + name().toLowerCase(Locale.ROOT);
  }
}
