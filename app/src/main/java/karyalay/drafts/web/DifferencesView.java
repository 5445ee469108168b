package karyalay.drafts.web;

import karyalay.drafts.Differences;
import karyalay.drafts.LetterDetails;
import karyalay.web.Page;

/// What one version says otherwise than another.
///
/// @param onlyDress whether only bold words, lists or lines of tables changed
public record DifferencesView(
    Page page, LetterDetails letter, int from, int to, Differences differences, boolean onlyDress) {

  public String path() {
    return "/letters/" + letter.id();
  }
}
