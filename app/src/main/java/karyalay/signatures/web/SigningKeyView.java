package karyalay.signatures.web;

import java.util.List;
import java.util.Optional;
import karyalay.signatures.KeyCard;
import karyalay.signatures.PinField;
import karyalay.web.Page;

/// One's own signing key.
///
/// @param keys all there ever were, the newest first
/// @param minutes for how long the PIN keeps it open
/// @param token whether this machine has a token
/// @param done message key of what was just done; empty otherwise
public record SigningKeyView(
    Page page, List<KeyCard> keys, PinField pin, int minutes, boolean token, String done) {
  public Optional<KeyCard> live() {
    return keys.stream().filter(KeyCard::live).findFirst();
  }

  public List<KeyCard> earlier() {
    return keys.stream().filter(card -> !card.live()).toList();
  }
}
