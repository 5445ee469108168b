package karyalay.signatures;

import java.util.List;
import karyalay.shared.Act;
import karyalay.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Signs finished PDFs (OP-72, OP-73), inside the act of another module.
@Service
public class Signing {
  /// Signs each PDF by itself, with a signature of its own, and writes down each. The caller stores
  /// the bytes and appends the entries to the ledger.
  ///
  /// @return in the order of `items`
  /// @throws Refused `NOT_YOUR_KEY`, `KEY_NOT_ACTIVE` when it was deactivated meanwhile,
  ///   `CERTIFICATE_EXPIRED`, `NOT_SIGNABLE` for what is no PDF of ours, `TIME_STAMP_FAILED`
  @Transactional(propagation = Propagation.MANDATORY)
  public List<SignedPdf> sign(Act act, Unlocked key, List<ToSign> items) {
    throw new UnsupportedOperationException("with the next commit");
  }
}
