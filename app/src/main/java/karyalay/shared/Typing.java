package karyalay.shared;

/// How a person types Hindi. `OWN` leaves all keys to the machine's own keyboard; the other three
/// are helps of the page's script (docs/adr/0011).
public enum Typing {
  OWN,
  PHONETIC,
  INSCRIPT,
  REMINGTON;

  /// Key of its name in the words.
  public String key() {
    return "web.typing." + name();
  }
}
