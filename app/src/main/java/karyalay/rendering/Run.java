package karyalay.rendering;

import java.util.List;

/// A stretch of text in one hand. A line end in it ends the line.
///
/// @param scale of the letters; 1 is the page's ordinary size
/// @param ink how dark: 0 black, 1 white
public record Run(
    String text, boolean bold, boolean slanted, boolean underlined, double scale, double ink) {

  public static Run of(String text) {
    return new Run(text, false, false, false, 1, 0);
  }

  public static Run bold(String text) {
    return of(text).strong();
  }

  /// As a line's only run.
  public static List<Run> line(String text) {
    return List.of(of(text));
  }

  public Run strong() {
    return new Run(text, true, slanted, underlined, scale, ink);
  }

  public Run emphasised() {
    return new Run(text, bold, true, underlined, scale, ink);
  }

  public Run lined() {
    return new Run(text, bold, slanted, true, scale, ink);
  }

  public Run scaled(double scale) {
    return new Run(text, bold, slanted, underlined, scale, ink);
  }

  /// Grey, for what is said beside the matter.
  public Run pale() {
    return new Run(text, bold, slanted, underlined, scale, 0.4);
  }
}
