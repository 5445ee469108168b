package karyalay.files.web;

import java.util.List;
import karyalay.files.FileLine;
import karyalay.web.Page;

/// Files that the reader may see.
///
/// @param next offset of the next page; 0 on the last
public record FileListView(Page page, List<FileLine> lines, String place, String typed, int next) {
  public static final List<String> PLACES = List.of("", "DESK", "PARKED", "CLOSED");

  public String placeKey(String place) {
    return place.isEmpty()
        ? "files.place.all"
        : "files.place." + place.toLowerCase(java.util.Locale.ROOT);
  }

  public String to(String place, int from) {
    return page.link(
        "/files?place="
            + place
            + "&q="
            + java.net.URLEncoder.encode(typed, java.nio.charset.StandardCharsets.UTF_8)
            + "&from="
            + from);
  }
}
