package karyalay.drafts;

import java.util.List;
import karyalay.ledger.Entry;
import karyalay.shared.Act;
import karyalay.shared.CheckReturnValue;
import karyalay.shared.OfficeId;
import karyalay.shared.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Signed letters, for the module that sends them.
@Service
@Transactional
public class Letters {

  /// A signed, dispatched or withdrawn letter, under the reach of its paper.
  ///
  /// @throws karyalay.shared.Refused `NOT_FOUND` also while it is unsigned
  @Transactional(readOnly = true)
  public IssuedLetter issued(LetterId letter, Scope scope) {
    throw new UnsupportedOperationException("on its way");
  }

  /// The signed letters of an office that were not dispatched yet, oldest first; not judged by
  /// anyone's reach.
  @Transactional(readOnly = true)
  public List<IssuedLetter> awaiting(OfficeId office) {
    throw new UnsupportedOperationException("on its way");
  }

  /// Locks a signed letter for the rest of the caller's act; not judged by anyone's reach.
  ///
  /// @throws karyalay.shared.Refused `NOT_FOUND`, `NOT_SIGNED`
  @Transactional(propagation = Propagation.MANDATORY)
  public IssuedLetter lock(LetterId letter) {
    throw new UnsupportedOperationException("on its way");
  }

  /// SIGNED → DISPATCHED within the caller's act; lifts the hold on its paper (OP-44). A letter that
  /// is dispatched already stays so: it may go to many, one after another.
  ///
  /// @return the entry that the door appends last
  /// @throws karyalay.shared.Refused `NOT_FOUND`, `NOT_SIGNED`
  @CheckReturnValue
  @Transactional(propagation = Propagation.MANDATORY)
  public Entry dispatched(Act act, LetterId letter) {
    throw new UnsupportedOperationException("on its way");
  }

  /// SIGNED → CANCELLED within the caller's act, for a letter that was sent to nobody: its number goes
  /// out on none; lifts the hold on its paper.
  ///
  /// @return the entry that the door appends last
  /// @throws karyalay.shared.Refused `NOT_FOUND`, `NOT_SIGNED`
  @CheckReturnValue
  @Transactional(propagation = Propagation.MANDATORY)
  public Entry withdrawn(Act act, LetterId letter, String reason) {
    throw new UnsupportedOperationException("on its way");
  }
}
