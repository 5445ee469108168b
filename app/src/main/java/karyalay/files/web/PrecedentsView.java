package karyalay.files.web;

import java.util.List;
import karyalay.files.Precedent;
import karyalay.files.Precedents;
import karyalay.web.Page;

/// The precedent register of a branch, whole or searched.
///
/// @param typed what was searched for; empty for the newest
/// @param file number of the file from which one came to enter a ruling; empty otherwise
public record PrecedentsView(Page page, List<Precedent> entries, String typed, String file) {
  public boolean full() {
    return entries.size() == Precedents.PAGE;
  }

  /// How an entry is cited in a note.
  public String citation(Precedent entry) {
    String file =
        page.t("files.precedent.cite", Integer.toString(entry.serial()), entry.fileNumber());
    return entry.paragraph() == 0
        ? file
        : file + " " + page.t("paragraph") + " " + entry.paragraph();
  }
}
