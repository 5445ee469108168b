package karyalay.scanning;

import java.util.Map;
import java.util.Set;

/// How a person wants a pile cut: all of it at once, so that what is saved last is what he saw.
///
/// @param begins pages where a letter begins
/// @param removed pages that go into no letter
/// @param kept pages that look blank and are to stay
/// @param turns by how many degrees to the right; pages that stand upright are left out
public record Cuts(
    Set<Integer> begins, Set<Integer> removed, Set<Integer> kept, Map<Integer, Integer> turns) {
  public Cuts {
    begins = Set.copyOf(begins);
    removed = Set.copyOf(removed);
    kept = Set.copyOf(kept);
    turns = Map.copyOf(turns);
  }
}
