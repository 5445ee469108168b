package karyalay.signatures;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a form that signs asks for: `@template.signatures.pin(page = …, pin = …)`. The field it
/// draws is named `pin`.
///
/// @param registered whether the officer has a key at all; without one the page offers to make it
/// @param openUntil until when his key stays open in this session; null when the PIN is needed
public record PinField(boolean registered, @Nullable Instant openUntil) {
  public boolean open() {
    return openUntil != null;
  }
}
