package karyalay.web;

import java.util.List;

/// A refusal as a page: the sentence, and everything that was typed.
///
/// @param action where the form was going; empty when nothing was sent
/// @param signIn whether signing in is what is missing
/// @param fragment whether only the sentence is wanted, by our own script
public record RefusalView(
    Page page,
    int status,
    String sentence,
    String action,
    List<Kept> kept,
    boolean signIn,
    boolean fragment) {

  /// One field that was sent.
  ///
  /// @param hidden not typed by hand, or a password, which is never shown again
  public record Kept(String name, String value, boolean hidden) {
    public boolean longText() {
      return value.length() > 80 || value.indexOf('\n') >= 0;
    }
  }
}
