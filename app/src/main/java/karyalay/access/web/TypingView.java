package karyalay.access.web;

import java.util.List;
import karyalay.shared.Typing;
import karyalay.web.Page;

/// The keyboards, and old text put into Unicode.
///
/// @param old what was typed for KrutiDev; empty at first
public record TypingView(Page page, Keyboards keyboards, String old, String unicode) {

  /// What is typed by ear, and what comes of it.
  public record Sound(String latin, String letters) {}

  /// Keyboards with fixed places.
  public List<Typing> pictures() {
    return List.of(Typing.INSCRIPT, Typing.REMINGTON);
  }

  /// The sounds of phonetic typing, by rows of the letters' own table.
  public List<List<Sound>> sounds() {
    return Keyboards.SOUNDS;
  }
}
