package karyalay.drafts.web;

import java.util.List;
import karyalay.drafts.LetterDetails;
import karyalay.drafts.Originals;
import karyalay.web.Page;

/// The copies of one letter.
public record CopiesView(Page page, LetterDetails letter, List<Originals.Copy> copies) {
  public String path() {
    return "/letters/" + letter.id() + "/originals";
  }
}
