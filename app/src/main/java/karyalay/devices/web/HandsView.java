package karyalay.devices.web;

import java.util.List;
import karyalay.devices.Hands;
import karyalay.devices.Machine;
import karyalay.devices.Tile;
import karyalay.shared.PersonId;
import karyalay.web.Page;
import karyalay.web.RefusalView;
import org.jspecify.annotations.Nullable;

/// The names on a shared machine.
///
/// @param sight null on a machine that nobody has marked
/// @param chosen whose tile is chosen already; null when none is
/// @param to where to go afterwards, inside the program
/// @param sentence why the last try failed; empty on the first
/// @param action where a form was going that the lock kept back; empty without one
/// @param kept everything typed in it
public record HandsView(
    Page page,
    Hands.@Nullable Sight sight,
    @Nullable PersonId chosen,
    String to,
    String sentence,
    String action,
    List<RefusalView.Kept> kept) {

  /// Where nobody has chosen, whose session is there has: he goes on most often.
  public boolean chosen(Tile tile) {
    PersonId locked = sight == null ? null : sight.locked();
    return tile.person().equals(chosen == null ? locked : chosen);
  }

  public List<Tile> tiles() {
    return sight == null ? List.of() : sight.tiles();
  }

  public @Nullable Machine machine() {
    return sight == null ? null : sight.machine();
  }

  public String name(Tile tile) {
    return page.name(tile.nameHi(), tile.nameEn());
  }

  public String post(Tile tile) {
    return page.name(tile.designationHi(), tile.designationEn());
  }
}
