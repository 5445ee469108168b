package karyalay.dak.web;

import java.util.ArrayList;
import java.util.List;
import karyalay.dak.Field;
import karyalay.dak.Original;
import karyalay.dak.ReceiptReading.Details;
import karyalay.dak.Revision;
import karyalay.shared.Caller;
import karyalay.web.Page;

/// Who changed what on a receipt, newest first (OP-23).
public record HistoryView(Page page, Details details, List<Step> steps) {

  /// One version.
  public record Step(String at, String by, String mark, List<Change> changes) {}

  /// One changed field, in words.
  public record Change(String label, String was, String is) {}

  static HistoryView of(
      Page page, Details details, List<Revision> versions, Choices choices, Caller caller) {
    var steps = new ArrayList<Step>();
    for (int i = versions.size() - 1; i >= 0; i--) {
      Revision version = versions.get(i);
      List<Change> changes =
          i == 0
              ? List.of()
              : version.since(versions.get(i - 1)).stream()
                  .map(change -> words(page, change, choices, caller))
                  .toList();
      steps.add(
          new Step(
              page.dates().time(version.at()),
              version.by(page.language()),
              version.mark(),
              changes));
    }
    return new HistoryView(page, details, List.copyOf(steps));
  }

  private static Change words(Page page, Revision.Change change, Choices choices, Caller caller) {
    Field field = change.field();
    if (field == Field.ORIGINAL)
      return new Change(page.t(field.key()), kept(page, change.was()), kept(page, change.is()));
    boolean category = field == Field.CATEGORY || field == Field.SUBCATEGORY;
    return new Change(
        page.t(field.key()),
        category ? choices.name("CATEGORY", change.was(), caller) : change.was(),
        category ? choices.name("CATEGORY", change.is(), caller) : change.is());
  }

  /// Where the original lay, in words; nothing before it was first said.
  private static String kept(Page page, String code) {
    return code.isEmpty() ? "" : page.t(Original.Keeping.valueOf(code).key());
  }
}
