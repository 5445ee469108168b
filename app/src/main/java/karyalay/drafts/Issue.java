package karyalay.drafts;

import java.time.Instant;
import java.time.LocalDate;

/// What signing puts on a letter.
///
/// @param kind key of the word for the signature's kind; empty where it is signed in ink (OP-142)
/// @param signer name of the person who signs, in the letter's language
record Issue(String number, LocalDate on, Instant at, String code, String kind, String signer) {
  boolean ink() {
    return kind.isEmpty();
  }
}
