package karyalay.organisation.web;

import java.time.LocalDate;
import java.util.List;
import karyalay.organisation.Changes;
import karyalay.organisation.Place;
import karyalay.organisation.PlaceList;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;

/// The villages and towns of a district, or one of them.
///
/// @param next where the next page begins; null on the last
/// @param one the entry that is shown alone
public record PlacesView(
    Page page,
    LocalDate today,
    String typed,
    List<Place.Dated> places,
    @Nullable Integer next,
    Place.@Nullable Dated one,
    List<Changes.Line> changes) {

  public List<String> kinds() {
    return PlaceList.KINDS;
  }

  public String kind(String kind) {
    return page.t("organisation.place." + kind);
  }

  /// The last day; empty without end.
  public String last(Place.Dated place) {
    return place.until().equals(LocalDate.MAX) ? "" : page.dates().day(place.until().minusDays(1));
  }
}
