package karyalay.files;

import java.time.Instant;
import karyalay.signatures.SignatureKind;
import karyalay.signatures.Verdict;

/// The signature under a green note, judged anew against the stored bytes each time it is read.
///
/// @param at when it was made
public record NoteSignature(Verdict.State state, SignatureKind kind, Instant at) {
  public boolean valid() {
    return state == Verdict.State.VALID;
  }
}
