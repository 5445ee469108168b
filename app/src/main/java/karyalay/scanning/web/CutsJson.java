package karyalay.scanning.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import karyalay.scanning.Cuts;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.jspecify.annotations.Nullable;

/// How a pile is to be cut, as another system says it.
///
/// @param version what it saw
/// @param begins pages where a letter begins
/// @param removed pages that go into no letter
/// @param kept pages that look blank and are to stay
/// @param turns as `4:90`, page and degrees to the right
record CutsJson(
    int version,
    List<Integer> begins,
    @Nullable List<Integer> removed,
    @Nullable List<Integer> kept,
    @Nullable List<String> turns) {

  Cuts cuts() {
    return cuts(begins, orNone(removed), orNone(kept), orNone(turns));
  }

  private static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  static Cuts cuts(
      List<Integer> begins, List<Integer> removed, List<Integer> kept, List<String> turns) {
    Map<Integer, Integer> read = new HashMap<>();
    for (String turn : turns) {
      if (!turn.matches("[0-9]{1,4}:[0-9]{1,3}"))
        throw new Refused(SharedRefusal.NOT_UNDERSTOOD, turn);
      String[] parts = turn.split(":", 2);
      read.put(Integer.valueOf(parts[0]), Integer.valueOf(parts[1]));
    }
    return new Cuts(Set.copyOf(begins), Set.copyOf(removed), Set.copyOf(kept), read);
  }
}
