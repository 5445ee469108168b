package karyalay.drafts;

import java.util.List;
import java.util.UUID;
import karyalay.desk.Reading;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.shared.Scope;
import karyalay.shared.SharedRefusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The one way to a single letter: through the reader's reach of its paper.
@Service
@Transactional(readOnly = true)
public class LetterReading {
  private final Reading reading;
  private final DetailStore details;
  private final VersionStore versions;
  private final LetterLists lists;
  private final Rights rights;

  LetterReading(
      Reading reading,
      DetailStore details,
      VersionStore versions,
      LetterLists lists,
      Rights rights) {
    this.reading = reading;
    this.details = details;
    this.versions = versions;
    this.lists = lists;
    this.rights = rights;
  }

  /// All that stands on a letter; four statements.
  ///
  /// @throws Refused `NOT_FOUND`
  public LetterDetails open(LetterId letter, Scope scope) {
    var found =
        details.find(letter, scope.post()).orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
    var head = found.head();
    Reading.Card card = reading.open(head.paper(), scope);
    return details.with(found, card, rights.of(head.form(), head.category(), head.district()));
  }

  /// The documents that the letter may enclose, for one who has opened it.
  public List<Enclosure> documents(LetterDetails letter, Scope scope) {
    return versions.documents(letter.card().paper().id(), scope);
  }

  /// A version's words, for one who has opened the letter.
  ///
  /// @throws Refused `NOT_FOUND` for a version that there is not
  public Wording version(LetterDetails letter, int n) {
    if (letter.versions().stream().noneMatch(one -> one.n() == n))
      throw new Refused(SharedRefusal.NOT_FOUND);
    return versions.compared(letter.id(), n);
  }

  /// That the reader may read the words of a paper, before anything is said of what he asks there.
  ///
  /// @throws Refused `NOT_FOUND`
  public void requireReadable(PaperId paper, Scope scope) {
    var _ = reading.open(paper, scope);
  }

  /// The letters of a paper, for its reader.
  ///
  /// @throws Refused `NOT_FOUND`
  public OnPaper onPaper(PaperId paper, Scope scope) {
    Reading.Card card = reading.open(paper, scope);
    return new OnPaper(
        card, details.holds(card.paper().root(), scope.post()), lists.of(paper, scope));
  }

  /// @param mine whether the reader may begin one
  public record OnPaper(Reading.Card card, boolean mine, List<LetterLine> letters) {}

  /// A page of letters, newest change first.
  public Lines page(Scope scope, LetterFilter filter) {
    var found = lists.page(scope, filter);
    boolean more = found.size() > LetterLists.PAGE;
    var shown = more ? found.subList(0, LetterLists.PAGE) : found;
    return new Lines(List.copyOf(shown), more ? LetterFilter.cursor(shown.getLast()) : "");
  }

  /// @param next the cursor of the page after; empty when there is none
  public record Lines(List<LetterLine> lines, String next) {}

  /// What waits for this post's signature (OP-73).
  public List<LetterLine> toSign(Scope scope) {
    return lists.toSign(scope);
  }

  /// The same as ids that a form ticks.
  static List<LetterId> ids(List<UUID> ticked) {
    return ticked.stream().map(LetterId::new).distinct().toList();
  }
}
