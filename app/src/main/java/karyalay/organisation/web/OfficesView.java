package karyalay.organisation.web;

import java.time.LocalDate;
import java.util.List;
import karyalay.organisation.Changes;
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
    @Nullable Office one,
    List<Changes.Line> changes) {

  public boolean closed(Office office) {
    return !today.isBefore(office.until());
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
