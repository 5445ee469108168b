package karyalay.scanning;

import karyalay.shared.Refused;

/// Why a pile is not taken or not cut.
public enum PileRefusal implements Refused.Reason {
  /// {0} how many pages, {1} how many a pile may have.
  PILE_TOO_HIGH(422),
  /// {0} name of a file whose pages are ours, not a scanner's.
  WORD_NOT_CUT(422),
  PILE_EMPTY(422),
  /// {0} who changed the cuts meanwhile, {1} when.
  PILE_CHANGED(409),
  /// {0} how many pages have been looked at, {1} of how many.
  PILE_NOT_READ(409),
  /// Every page is dropped or has its letter.
  NOTHING_TO_CUT(422),
  PILE_IS_CUT(409),
  PILE_NOT_CUT(409),
  /// {0} number that the letter was given.
  LETTER_DIARISED(409),
  /// The pile was cut anew since its form was opened.
  LETTER_WITHDRAWN(409);

  private final int status;

  PileRefusal(int status) {
    this.status = status;
  }

  @Override
  public String module() {
    return "scanning";
  }

  @Override
  public String rule() {
    return "OP-127";
  }

  @Override
  public int status() {
    return status;
  }
}
