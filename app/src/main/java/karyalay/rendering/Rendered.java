package karyalay.rendering;

import java.util.List;
import java.util.Optional;

/// What became of a print.
///
/// @param places one for each {@link Block.SignaturePlace}, in order
public record Rendered(int pages, List<Place> places) {
  /// A box on a page, in points from the lower left corner as PDF counts.
  ///
  /// @param page counted from 1
  public record Place(String id, int page, double x, double y, double width, double height) {}

  public Optional<Place> place(String id) {
    return places.stream().filter(place -> place.id().equals(id)).findFirst();
  }
}
