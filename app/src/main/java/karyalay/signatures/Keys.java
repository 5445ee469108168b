package karyalay.signatures;

import java.util.Optional;
import karyalay.shared.Actor;
import karyalay.shared.Caller;
import karyalay.shared.PersonId;
import karyalay.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// The officers' signing keys (OP-72, OP-74).
@Service
public class Keys {
  /// Whether the person has a key that can sign.
  public boolean registered(PersonId person) {
    throw new UnsupportedOperationException("with the next commit");
  }

  /// Opens the officer's key with his PIN. Hashing is slow: call it outside any transaction, and
  /// close what it returns.
  ///
  /// @throws Refused `NO_KEY`, `KEY_LOCKED`, `WRONG_PIN`, `CERTIFICATE_EXPIRED`
  public Unlocked unlock(Actor actor, String pin) {
    throw new UnsupportedOperationException("with the next commit");
  }

  /// The key that stands open in the caller's session; empty when none does. No statement is sent.
  public Optional<Unlocked> open(Caller caller) {
    throw new UnsupportedOperationException("with the next commit");
  }

  /// What a form that may be signed sends: the open key of the session, else the one that the typed
  /// PIN opens, else null. Use it in `try (Unlocked key = keys.of(caller, pin))`.
  ///
  /// @throws Refused those of {@link #unlock}, when a PIN was typed
  public @Nullable Unlocked of(Caller caller, @Nullable String pin) {
    throw new UnsupportedOperationException("with the next commit");
  }

  /// The same where a signature there must be.
  ///
  /// @throws Refused `PIN_NEEDED` and those of {@link #unlock}
  public Unlocked needed(Caller caller, @Nullable String pin) {
    throw new UnsupportedOperationException("with the next commit");
  }

  /// What the form of this caller shows; one statement at most.
  public PinField field(Caller caller) {
    throw new UnsupportedOperationException("with the next commit");
  }
}
