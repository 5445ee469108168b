package karyalay.dak.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import karyalay.dak.Original;
import karyalay.dak.Register;
import karyalay.organisation.Series;
import karyalay.web.Page;

/// आवक पंजी on the screen (OP-104).
///
/// @param count how many lines the span has; all are shown up to {@link Register#MOST}
/// @param gaps numbers of the year that no paper bears
public record RegisterView(
    Page page,
    List<Register.Office> offices,
    UUID office,
    LocalDate from,
    LocalDate until,
    int count,
    List<Register.Line> lines,
    List<Series.Gap> gaps,
    Choices choices) {

  public String name(Register.Office one) {
    return page.name(one.nameHi(), one.nameEn());
  }

  public String path(Register.Line line) {
    return page.link("/receipts/" + line.paper());
  }

  public String sheet() {
    return page.link("/registers/inward.csv" + span());
  }

  public String print() {
    return page.link("/registers/inward.pdf" + span());
  }

  private String span() {
    return "?office=" + office + "&from=" + from + "&until=" + until;
  }

  public boolean cut() {
    return count > lines.size();
  }

  /// Where the original is; empty without paper.
  public String original(Register.Line line) {
    Original original = line.original();
    return original == null ? "" : BundleView.where(page, original);
  }

  public String category(Register.Line line) {
    var caller = page.caller();
    return caller == null ? "" : choices.name("CATEGORY", line.category(), caller);
  }
}
