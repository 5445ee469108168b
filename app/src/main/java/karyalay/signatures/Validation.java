package karyalay.signatures;

import java.io.InputStream;
import karyalay.shared.Refused;
import org.springframework.stereotype.Service;

/// Judges the signatures of any PDF (OP-75). Nothing of it is stored.
@Service
public class Validation {
  /// @param in read to its end, not closed
  /// @throws Refused `NOT_A_PDF`, `CHECK_TOO_LARGE`, `CHECK_TOO_HEAVY`, and those of a document
  ///   that is encrypted, broken or a bomb
  public Verdict check(InputStream in) {
    throw new UnsupportedOperationException("with the next commit");
  }

  /// The same for bytes at hand, as of a letter that is read back.
  public Verdict check(byte[] pdf) {
    throw new UnsupportedOperationException("with the next commit");
  }
}
