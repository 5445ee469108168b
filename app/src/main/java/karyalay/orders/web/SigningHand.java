package karyalay.orders.web;

import java.util.UUID;
import java.util.function.Function;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.Ids;
import karyalay.signatures.Keys;
import karyalay.signatures.Unlocked;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The officer's key for the notes of an order. A PIN typed in the order bar keeps it open for the
/// minutes that the district set, so that a morning's orders ask for it once (OP-72).
@Component
class SigningHand {
  private final Keys keys;

  SigningHand(Keys keys) {
    this.keys = keys;
  }

  /// Does the work with the key that stands open, or is opened by the PIN; without either with
  /// none.
  UUID with(Act act, Caller caller, @Nullable String pin, Function<@Nullable Unlocked, UUID> work) {
    if (pin != null && !pin.isBlank() && keys.open(caller).isEmpty())
      keys.keepOpen(act.part(Ids.next()), caller, pin.strip());
    try (Unlocked key = keys.of(caller, null)) {
      return work.apply(key);
    }
  }
}
