package karyalay.dak;

import java.util.Optional;
import java.util.UUID;
import karyalay.shared.Scope;

/// Letters whose pages were scanned before anybody diarised them, one after the other. Implemented
/// above, by whoever cuts piles; the diary only opens its form with the pages in it. That a letter
/// gets one number, whoever opened it, is seen to where its pages are attached.
public interface ScannedLetters {
  /// Lays the pages of a letter before a person as an upload of his own.
  ///
  /// @throws karyalay.shared.Refused `NOT_FOUND` to whoever does not work the counter; a sentence
  ///   when it has its number already
  Letter open(UUID letter, Scope scope);

  /// The letter that follows, for this person; empty when all have their numbers.
  Optional<UUID> after(UUID letter, Scope scope);

  /// @param upload its pages
  /// @param place which of how many, as `12 / 30`
  record Letter(UUID id, UUID upload, String place) {}
}
