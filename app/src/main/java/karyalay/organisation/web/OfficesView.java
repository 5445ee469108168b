package karyalay.organisation.web;

import java.time.LocalDate;
import java.util.List;
import karyalay.organisation.Changes;
import karyalay.organisation.Master;
import karyalay.organisation.Office;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;

/// The offices of a district, or one of them with its form and log.
///
/// @param one the office that is shown for editing; null on the list
public record OfficesView(
    Page page,
    LocalDate today,
    List<Office> offices,
    List<Master> kinds,
    @Nullable Office one,
    List<Changes.Line> changes) {

  public boolean closed(Office office) {
    return !today.isBefore(office.until());
  }

  /// The kind in words; its code where no list names it.
  public String kind(Office office) {
    return kinds.stream()
        .filter(kind -> kind.code().equals(office.facts().kind()))
        .map(kind -> page.name(kind.nameHi(), kind.nameEn()))
        .findFirst()
        .orElse(office.facts().kind());
  }

  /// How deep it lies, for the indent of a tree.
  public int depth(Office office) {
    int depth = 0;
    var at = office.parent();
    while (at != null) {
      var above = at;
      Office parent = offices.stream().filter(o -> o.id().equals(above)).findFirst().orElse(null);
      if (parent == null) return depth;
      at = parent.parent();
      depth++;
    }
    return depth;
  }
}
