package karyalay.preparing;

import java.util.List;
import java.util.UUID;
import karyalay.drafts.LetterFilter;
import karyalay.drafts.LetterLine;
import karyalay.drafts.LetterReading;
import karyalay.drafts.LetterState;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.shared.Scope;
import karyalay.shared.SharedRefusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// «आपकी स्वीकृति हेतु»: what waits for an officer's word, and what became of what one prepared.
/// Each under the reader's reach of the paper; what concerns neither of the two is not there.
@Service
@Transactional(readOnly = true)
public class PreparedReading {
  private final PreparedLists lists;
  private final LetterReading letters;

  PreparedReading(PreparedLists lists, LetterReading letters) {
    this.lists = lists;
    this.letters = letters;
  }

  /// What waits for this post's approval, oldest first, with what is held back.
  public List<Item> waiting(Scope scope) {
    return lists.waiting(scope);
  }

  /// What this post prepared for others.
  public List<Item> mine(Scope scope) {
    return lists.mine(scope);
  }

  /// What waits on one paper and concerns the reader's post.
  public List<Item> on(PaperId paper, Scope scope) {
    return lists.on(paper, scope);
  }

  /// @throws Refused `NOT_FOUND`
  public Item one(UUID id, Scope scope) {
    return lists.one(id, scope).orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
  }

  /// Drafts on this desk that were submitted for approval.
  public List<LetterLine> toApprove(Scope scope) {
    var filter = new LetterFilter(LetterFilter.Whose.DESK, LetterState.SUBMITTED, "");
    return letters.page(scope, filter).lines();
  }

  /// Approved letters that wait for this post's signature.
  public List<LetterLine> toSign(Scope scope) {
    return letters.toSign(scope);
  }

  /// How much waits in all; one statement.
  public int count(Scope scope) {
    var counts = lists.counts(scope);
    return counts.prepared() + counts.letters();
  }
}
