package karyalay.drafts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import karyalay.desk.Reading;
import karyalay.documents.DocumentId;
import org.jspecify.annotations.Nullable;

/// A letter with all around it, as one reader sees it.
///
/// @param mine whether its paper lies on the reader's desk, so that he may work on it
/// @param approves whether the reader's post is of the rank that approves such a letter (OP-70)
/// @param standard whether it may go to the signatory without an approval of its own
/// @param words the current version
/// @param versions who wrote which, oldest first
/// @param steps what became of it, oldest first
/// @param issue what signing brought; null until then
public record LetterDetails(
    LetterHead head,
    Reading.Card card,
    boolean mine,
    boolean approves,
    boolean standard,
    Wording words,
    Signatory signatory,
    List<VersionLine> versions,
    List<StepLine> steps,
    @Nullable Issue issue) {

  public LetterId id() {
    return head.id();
  }

  public LetterState state() {
    return head.state();
  }

  public int revision() {
    return head.revision();
  }

  /// A version, without its words.
  public record VersionLine(
      int n, String nameHi, String nameEn, String mark, Instant at, int letters) {}

  /// A line of its history.
  public record StepLine(
      Step step,
      int version,
      String nameHi,
      String nameEn,
      String mark,
      Instant at,
      String remark) {}

  /// @param nameHi who signed
  public record Issue(
      String number,
      LocalDate on,
      Instant signedAt,
      String nameHi,
      String nameEn,
      DocumentId document,
      String sha256,
      int pages,
      String code,
      @Nullable Instant dispatchedAt) {}

  /// Whether its words may still be changed.
  public boolean editable() {
    return mine && Step.EDIT.from(state()).isPresent();
  }

  public boolean may(Step step) {
    return step.from(state()).isPresent();
  }

  /// Why it came back, while it is back.
  public String returnedWith() {
    if (state() != LetterState.RETURNED) return "";
    return steps.stream()
        .filter(line -> line.step() == Step.RETURN)
        .reduce((_, later) -> later)
        .map(StepLine::remark)
        .orElse("");
  }
}
