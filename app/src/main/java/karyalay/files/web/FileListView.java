package karyalay.files.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import karyalay.files.FileFilter;
import karyalay.files.FileLine;
import karyalay.files.FileLists;
import karyalay.web.Page;

/// Files that the reader may see.
public record FileListView(Page page, List<FileLine> lines, FileFilter filter) {

  public String stateKey(FileFilter.State state) {
    return "files.state." + state.name().toLowerCase(Locale.ROOT);
  }

  public String placeKey(FileLine line) {
    return "files.place." + line.place().toLowerCase(Locale.ROOT);
  }

  public boolean mine() {
    return filter.whose() == FileFilter.Whose.MINE;
  }

  public boolean more() {
    return lines.size() == FileLists.PAGE;
  }

  /// The list in another state, from its beginning.
  public String to(FileFilter.State state) {
    return address(filter.whose(), state, "");
  }

  /// The other pile: the office's or one's own.
  public String whose(FileFilter.Whose whose) {
    return address(whose, filter.state(), "");
  }

  public String next() {
    return address(filter.whose(), filter.state(), lines.getLast().cursor());
  }

  /// The whole list on paper.
  public String register() {
    return address("/files/register.pdf", filter.whose(), filter.state(), "");
  }

  private String address(FileFilter.Whose whose, FileFilter.State state, String after) {
    return address("/files", whose, state, after);
  }

  private String address(
      String path, FileFilter.Whose whose, FileFilter.State state, String after) {
    return page.link(
        path
            + "?whose="
            + whose
            + "&state="
            + state
            + "&q="
            + URLEncoder.encode(filter.typed(), StandardCharsets.UTF_8)
            + (after.isEmpty()
                ? ""
                : "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8)));
  }
}
