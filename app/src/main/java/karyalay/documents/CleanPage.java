package karyalay.documents;

import java.util.List;

/// A page made clean, not kept yet.
///
/// @param bytes JPEG or PNG, at most 250 KB
/// @param blank that nothing is written on it; a page number or an initial is writing
/// @param written that it looks like a page of writing; a photo of anything else is left as it was
///   but for its size
/// @param corners where the sheet lay in the photo, in parts of its sides: x and y of top left, top
///   right, bottom right, bottom left; empty where none stood out
/// @param angle degrees clockwise by which the writing leaned and no longer does
/// @param likeness a small picture of it, 48 wide, one byte a point, by which it is known again
public record CleanPage(
    byte[] bytes,
    DocumentType type,
    boolean blank,
    boolean written,
    List<Double> corners,
    double angle,
    byte[] likeness) {
  public CleanPage {
    corners = List.copyOf(corners);
  }
}
