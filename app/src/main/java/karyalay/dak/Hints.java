package karyalay.dak;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import karyalay.shared.OfficeId;
import karyalay.shared.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the diary form offers while it is being filled: senders met before, where their dak usually
/// goes, a category, and what may have been diarised before. All of it offers; none of it fills.
@Service
@Transactional(readOnly = true)
public class Hints {
  private final SenderStore senders;
  private final DuplicateStore duplicates;
  private final MasterWords words;
  private final Seats seats;

  Hints(SenderStore senders, DuplicateStore duplicates, MasterWords words, Seats seats) {
    this.senders = senders;
    this.duplicates = duplicates;
    this.words = words;
    this.seats = seats;
  }

  /// Senders of official letters that the reader's office has met.
  public List<Sender> senders(Scope scope, String typed) {
    return senders.matching(office(scope), typed);
  }

  /// Marking abbreviation of whom dak of this sender and category last went to.
  public Optional<String> addressee(Scope scope, Sender sender, String category) {
    return senders.usual(office(scope), sender, category);
  }

  /// A category by the words of subject and gist.
  public Optional<String> category(Scope scope, String text) {
    return words.guess(text, seats.of(scope.post()).district());
  }

  /// The same letter first, then petitions of the same person.
  public List<Earlier> earlier(Scope scope, Particulars it) {
    var found = new ArrayList<Earlier>();
    duplicates.same(it, scope).ifPresent(found::add);
    if (it.petition()) found.addAll(duplicates.alike(it, scope));
    return found;
  }

  private OfficeId office(Scope scope) {
    return seats.of(scope.post()).office();
  }
}
