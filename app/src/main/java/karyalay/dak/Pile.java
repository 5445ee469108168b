package karyalay.dak;

import java.util.Locale;

/// The lists of receipts (OP-36).
public enum Pile {
  /// On this desk, or on its way to it.
  INBOX,
  /// Diarised here and not yet sent.
  CREATED,
  /// Sent from here.
  SENT,
  CLOSED,
  /// Acknowledgements that this post gave.
  ACKNOWLEDGEMENTS,
  /// Entries without a number.
  ENTRIES,
  /// Entries thrown away.
  BIN,
  /// Marked to be followed up.
  FOLLOWED,
  /// In one folder of the post.
  FOLDER,
  /// Letters of which an enclosure is still awaited (OP-30).
  MISSING,
  /// Dak that no gazetted officer saw in time (OP-33).
  UNSEEN,
  /// Dak whose owner this post is to settle (OP-32).
  DISPUTED;

  public String key() {
    return "dak.pile." + name().toLowerCase(Locale.ROOT);
  }

  /// Whether it lists papers that have a number.
  public boolean papers() {
    return this != ENTRIES && this != BIN;
  }
}
