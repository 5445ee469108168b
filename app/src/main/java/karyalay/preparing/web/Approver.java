package karyalay.preparing.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import karyalay.preparing.Approval;
import karyalay.preparing.Item;
import karyalay.preparing.PreparedReading;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.Refused;
import karyalay.signatures.Keys;
import karyalay.signatures.PinField;
import karyalay.signatures.Unlocked;
import karyalay.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Approves many with one PIN, each an act of its own, and says of each what became of it. Pages
/// and API do it alike.
@Component
class Approver {
  private final Approval approval;
  private final PreparedReading reading;
  private final Keys keys;
  private final Words words;

  Approver(Approval approval, PreparedReading reading, Keys keys, Words words) {
    this.approval = approval;
    this.reading = reading;
    this.keys = keys;
    this.words = words;
  }

  /// @param refusal why it was held back; empty when it was approved
  record Done(Item item, String refusal) {}

  /// @param pin an officer who has a key approves with it; one who has none without
  /// @throws Refused `NOT_FOUND` when one of them is not his to see; those of opening a key
  List<Done> approve(List<UUID> ticked, @Nullable String pin, Act act, Caller caller) {
    List<Item> items =
        ticked.stream().distinct().map(id -> reading.one(id, caller.scope())).toList();
    if (items.isEmpty()) return List.of();
    try (Unlocked key = key(caller, pin)) {
      var done = new ArrayList<Done>();
      for (Item item : items) done.add(new Done(item, one(item, key, act, caller)));
      return done;
    }
  }

  private @Nullable Unlocked key(Caller caller, @Nullable String pin) {
    PinField field = keys.field(caller);
    return field.registered() ? keys.needed(caller, pin) : keys.of(caller, pin);
  }

  private String one(Item item, @Nullable Unlocked key, Act act, Caller caller) {
    try {
      approval.approve(act.part(item.id()), item.id(), key);
      return "";
    } catch (Refused refused) {
      return words.say(caller.language(), refused.reason().key(), refused.arguments().toArray());
    }
  }
}
