package karyalay.drafts.web;

import java.util.List;
import karyalay.desk.Paper;
import karyalay.drafts.LetterForm;
import karyalay.drafts.LetterReading.OnPaper;
import karyalay.drafts.Nature;
import karyalay.drafts.Template;
import karyalay.drafts.Templates.Offered;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;

/// The letters of a file or receipt, and the form that begins one.
///
/// @param templates offered for a new one
/// @param chosen the template whose fields are asked for; null before one is chosen
public record PaperLettersView(
    Page page, OnPaper on, List<Offered> templates, @Nullable Template chosen, Nature nature) {
  public Paper paper() {
    return on.card().paper();
  }

  public String path() {
    return "/papers/" + paper().id() + "/letters";
  }

  public List<LetterForm> forms() {
    return LetterView.forms(null);
  }

  public List<Nature> natures() {
    return List.of(Nature.values());
  }
}
