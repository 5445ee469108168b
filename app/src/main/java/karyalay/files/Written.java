package karyalay.files;

import java.util.List;
import karyalay.shared.KrutiDev;

/// The words of a note as they are stored: plain always, structured only where plain words do not
/// give the same note, so that an ordinary note is kept once.
///
/// @param rich the structure; empty when the words give it
/// @param paragraphs how many are numbered (OP-56)
public record Written(String plain, String rich, int paragraphs) {
  public static final Written NOTHING = new Written("", "", 0);

  /// @throws karyalay.shared.Refused `NOTE_UNREADABLE`, `NOTE_OVERSIZE`, `NOTE_BLANK`
  public static Written of(String structure, String typed) {
    NoteBody body = NoteBody.of(structure, typed);
    String plain = body.plain();
    boolean wordsDo = structure.isBlank() || NoteBody.of("", plain).equals(body);
    return new Written(plain, wordsDo ? "" : body.json(), body.numbered().size());
  }

  /// Reads what was stored.
  static NoteBody body(String plain, String rich) {
    if (!rich.isEmpty()) return NoteBody.stored(rich);
    return plain.isEmpty() ? new NoteBody(List.of()) : NoteBody.of("", plain);
  }

  /// The structure, for showing and printing it.
  public NoteBody body() {
    return body(plain, rich);
  }

  /// Whether it was typed for a font such as KrutiDev (OP-122).
  public boolean inLegacyFont() {
    return KrutiDev.in(plain);
  }
}
