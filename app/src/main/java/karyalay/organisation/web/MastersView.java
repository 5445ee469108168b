package karyalay.organisation.web;

import java.time.LocalDate;
import java.util.List;
import karyalay.organisation.Changes;
import karyalay.organisation.Master;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;

/// One master list as the district has it, or one entry of it for editing.
///
/// @param one the entry that is shown for editing; null on the list
public record MastersView(
    Page page,
    LocalDate today,
    List<String> kinds,
    String kind,
    List<Master> masters,
    @Nullable Master one,
    List<Changes.Line> changes) {

  /// The name of a list; a list of the district's own making bears its code.
  public String name(String kind) {
    String key = "organisation.master." + kind;
    return page.words().has(key) ? page.t(key) : kind;
  }

  /// The particulars of an entry, one a line, as they are typed.
  public String data(Master master) {
    return MasterData.write(master.data());
  }
}
