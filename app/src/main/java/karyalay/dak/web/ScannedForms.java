package karyalay.dak.web;

import java.util.UUID;
import karyalay.dak.ScannedLetters;
import karyalay.shared.Caller;
import org.springframework.stereotype.Component;

/// The diary form of a letter that was cut out of a pile: its pages are in it, and when it has its
/// number the next of the pile follows at once (OP-127).
@Component
class ScannedForms {
  private final ScannedLetters letters;

  ScannedForms(ScannedLetters letters) {
    this.letters = letters;
  }

  /// Puts a letter's pages into an empty form.
  void put(DiaryForm form, UUID letter, Caller caller) {
    var opened = letters.open(letter, caller.scope());
    form.typed().set(DiaryForm.LETTER, letter.toString());
    form.typed().set("letter-place", opened.place());
    form.typed().set("upload", opened.upload().toString());
  }

  /// What the address of the next form says of the next letter; empty when no pile is gone through
  /// or nothing of it is left.
  String following(DiaryForm form, Caller caller) {
    return form.letter()
        .flatMap(letter -> letters.after(letter, caller.scope()))
        .map(next -> "&letter=" + next)
        .orElse("");
  }
}
