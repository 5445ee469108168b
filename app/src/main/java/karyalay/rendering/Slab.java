package karyalay.rendering;

import java.util.List;
import java.util.Optional;

/// A laid-out piece that no page parts, such as a line: pages are piles of these.
///
/// @param gap whether it is mere space, dropped at the top of a page
/// @param glued whether the next one must follow on the same page
/// @param heads what is said again above it when it begins a page
record Slab(double height, boolean gap, boolean glued, Drawing drawing, List<Slab> heads) {

  /// Draws it, its top at a height of the page.
  interface Drawing {
    void draw(Pen pen, double top);

    /// Parts a piece too tall for any page.
    ///
    /// @param room how tall the first part may be
    default Optional<Parts> part(double room) {
      return Optional.empty();
    }

    /// The same, smaller.
    default Optional<Slab> shrunk(double room) {
      return Optional.empty();
    }
  }

  record Parts(Slab first, Slab rest) {}

  /// Receives pieces in order.
  @FunctionalInterface
  interface Pile {
    void add(Slab slab);
  }

  static Slab of(double height, Drawing drawing) {
    return new Slab(height, false, false, drawing, List.of());
  }

  static Slab space(double height) {
    return new Slab(height, true, false, (_, _) -> {}, List.of());
  }

  Slab glue(boolean more) {
    return more == glued ? this : new Slab(height, gap, more, drawing, heads);
  }

  Slab under(List<Slab> heads) {
    return new Slab(height, gap, glued, drawing, heads);
  }

  /// Draws something more before it.
  Slab before(Drawing more) {
    Drawing both =
        (pen, top) -> {
          more.draw(pen, top);
          drawing.draw(pen, top);
        };
    return new Slab(height, gap, glued, both, heads);
  }

  static double height(List<Slab> slabs) {
    return slabs.stream().mapToDouble(Slab::height).sum();
  }
}
