package karyalay.scanning;

import static karyalay.scanning.PileRefusal.LETTER_DIARISED;
import static karyalay.scanning.PileRefusal.LETTER_WITHDRAWN;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import karyalay.dak.ScannedLetters;
import karyalay.documents.DocumentId;
import karyalay.documents.Documents;
import karyalay.scanning.PileLetterStore.Card;
import karyalay.shared.OfficeTime;
import karyalay.shared.Refused;
import karyalay.shared.Scope;
import karyalay.shared.SharedRefusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Letters of a pile on their way to a number: each opens the diary form with its pages in it, and
/// the next follows.
@Service
@Transactional(propagation = Propagation.NEVER)
public class PileLetters implements ScannedLetters {
  /// So long one who has opened a letter has it to himself when the next is offered to another.
  private static final Duration HIS = Duration.ofMinutes(15);

  private final PileLetterStore store;
  private final LetterOffers offers;
  private final Documents documents;
  private final OfficeTime time;

  PileLetters(PileLetterStore store, LetterOffers offers, Documents documents, OfficeTime time) {
    this.store = store;
    this.offers = offers;
    this.documents = documents;
    this.time = time;
  }

  /// @throws Refused `NOT_FOUND`; `LETTER_DIARISED`; `LETTER_WITHDRAWN`
  @Override
  public Letter open(UUID id, Scope scope) {
    Card card = card(id, scope);
    if (card.withdrawn()) throw new Refused(LETTER_WITHDRAWN);
    List<PileLetter> all = store.of(card.pile(), scope);
    int at = at(all, id);
    if (card.done()) throw new Refused(LETTER_DIARISED, all.get(at).number());
    DocumentId document = card.document();
    String place = (at + 1) + " / " + all.size();
    String name = "pile-" + (at + 1) + ".pdf";
    UUID upload =
        offers.offer(id, document == null ? made(id) : document, name, scope.person(), time.now());
    return new Letter(id, upload, place);
  }

  /// A letter with its pile, of a post that the reader works.
  private Card card(UUID id, Scope scope) {
    return store.find(id, scope.post()).orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
  }

  /// The pile that a letter was cut out of.
  ///
  /// @throws Refused `NOT_FOUND`
  public UUID pile(UUID id, Scope scope) {
    return card(id, scope).pile();
  }

  private static int at(List<PileLetter> all, UUID id) {
    for (int i = 0; i < all.size(); i++) if (all.get(i).id().equals(id)) return i;
    throw new Refused(LETTER_WITHDRAWN);
  }

  /// Its own document. Two who open it at once may make it twice; one stays.
  private DocumentId made(UUID id) {
    store.made(id, documents.assemble(store.leaves(id)).id());
    return store.document(id);
  }

  @Override
  public Optional<UUID> after(UUID id, Scope scope) {
    Optional<Card> card = store.find(id, scope.post());
    if (card.isEmpty()) return Optional.empty();
    List<PileLetter> waiting =
        store.of(card.get().pile(), scope).stream().filter(letter -> !letter.done()).toList();
    Instant limit = time.now().minus(HIS);
    Predicate<PileLetter> free =
        letter -> {
          Instant opened = letter.opened();
          return opened == null || opened.isBefore(limit);
        };
    return waiting.stream()
        .filter(free)
        .findFirst()
        .or(() -> waiting.stream().filter(letter -> !letter.id().equals(id)).findFirst())
        .map(PileLetter::id);
  }
}
