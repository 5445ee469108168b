package karyalay.drafts;

import static karyalay.drafts.LetterState.APPROVED;
import static karyalay.drafts.LetterState.CANCELLED;
import static karyalay.drafts.LetterState.DISPATCHED;
import static karyalay.drafts.LetterState.DRAFT;
import static karyalay.drafts.LetterState.RETURNED;
import static karyalay.drafts.LetterState.SIGNED;
import static karyalay.drafts.LetterState.SUBMITTED;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Everything that can be done with a letter, and where it leads: the one table of states (OP-68).
/// A state that a step does not name refuses it.
public enum Step {
  /// A change of an approved letter cancels its approval (OP-69).
  EDIT(Map.of(DRAFT, DRAFT, RETURNED, RETURNED, SUBMITTED, SUBMITTED, APPROVED, SUBMITTED)),
  /// A submitted letter may be handed further up, by whoever holds it.
  SUBMIT(Map.of(DRAFT, SUBMITTED, RETURNED, SUBMITTED, SUBMITTED, SUBMITTED)),
  /// A standard form goes to the signatory without an approval of its own (OP-70).
  STANDARD(Map.of(DRAFT, APPROVED, RETURNED, APPROVED)),
  RETURN(Map.of(SUBMITTED, RETURNED, APPROVED, RETURNED)),
  APPROVE(Map.of(SUBMITTED, APPROVED)),
  SIGN(Map.of(APPROVED, SIGNED)),
  DISPATCH(Map.of(SIGNED, DISPATCHED)),
  /// A signed letter that is never sent is withdrawn; its number is void.
  CANCEL(
      Map.of(
          DRAFT, CANCELLED,
          SUBMITTED, CANCELLED,
          RETURNED, CANCELLED,
          APPROVED, CANCELLED,
          SIGNED, CANCELLED));

  private final Map<LetterState, LetterState> leads;

  Step(Map<LetterState, LetterState> leads) {
    this.leads = leads;
  }

  /// Where it leads from a state; empty when it is not taken there.
  public Optional<LetterState> from(LetterState state) {
    return Optional.ofNullable(leads.get(state));
  }

  /// Key of its word.
  public String key() {
    return "drafts.step." + name().toLowerCase(Locale.ROOT);
  }
}
