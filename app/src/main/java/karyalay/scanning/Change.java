package karyalay.scanning;

/// What can be done at one page of a pile.
public enum Change {
  /// A letter begins here, or no longer does.
  CUT,
  /// It goes into no letter, or does again.
  DROP,
  /// A quarter to the right.
  TURN
}
