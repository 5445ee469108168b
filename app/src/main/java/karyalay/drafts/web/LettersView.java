package karyalay.drafts.web;

import java.util.List;
import karyalay.drafts.LetterFilter;
import karyalay.drafts.LetterLine;
import karyalay.drafts.LetterState;
import karyalay.web.Page;

/// A list of letters with their states.
public record LettersView(Page page, LetterFilter filter, List<LetterLine> lines, String next) {
  public List<LetterFilter.Whose> whose() {
    return List.of(LetterFilter.Whose.values());
  }

  public List<LetterState> states() {
    return List.of(LetterState.values());
  }

  public String to(LetterFilter.Whose whose) {
    return page.link("/letters?whose=" + whose + state(filter.state()));
  }

  public String to(LetterState state) {
    return page.link("/letters?whose=" + filter.whose() + state(state));
  }

  public String all() {
    return page.link("/letters?whose=" + filter.whose());
  }

  public String more() {
    return page.link("/letters?whose=" + filter.whose() + state(filter.state()) + "&after=" + next);
  }

  private static String state(@org.jspecify.annotations.Nullable LetterState state) {
    return state == null ? "" : "&state=" + state;
  }
}
