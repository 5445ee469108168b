package karyalay.dak;

import java.time.LocalDate;
import karyalay.shared.PaperId;

/// Something diarised before that may be the same. Number and day only: its words are behind its
/// own page.
public record Earlier(PaperId paper, String number, LocalDate day, Why why) {
  /// What they have in common.
  public enum Why {
    SAME_LETTER,
    SAME_PERSON
  }
}
