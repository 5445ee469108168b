package karyalay.web;

import java.util.List;

/// A refusal as a page: the sentence, and everything that was typed.
///
/// @param action where the form was going; empty when nothing was sent
/// @param signIn whether signing in is what is missing
/// @param filesLost whether files came with the form: they cannot be kept
/// @param fragment whether only the sentence is wanted, by our own script
public record RefusalView(
    Page page,
    int status,
    String sentence,
    String action,
    List<Kept> kept,
    boolean signIn,
    boolean fragment,
    boolean filesLost) {
  private static final int LOCKED = 423;

  /// The same fields in Unicode, when they were typed for a font such as KrutiDev; else empty.
  public List<Kept> legible() {
    return LegacyFields.legible(kept);
  }

  /// Whether the session is only locked: its owner goes on from here with his PIN (OP-125).
  public boolean locked() {
    return status == LOCKED;
  }

  /// Whether a field now reads otherwise than it was sent.
  public boolean changed(Kept field) {
    return !kept.contains(field);
  }

  /// One field that was sent.
  ///
  /// @param hidden not typed by hand, so it is carried on but not shown
  /// @param fixed shown, but what is sent stands in another field
  public record Kept(String name, String value, boolean hidden, boolean fixed) {
    public boolean longText() {
      return value.length() > 80 || value.indexOf('\n') >= 0;
    }
  }
}
