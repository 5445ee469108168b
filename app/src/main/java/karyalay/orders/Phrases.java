package karyalay.orders;

import static karyalay.orders.OrdersRefusal.*;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import karyalay.desk.Task;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.organisation.Master;
import karyalay.organisation.Masters;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.Caller;
import karyalay.shared.Ids;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// वाक्यांश: the shipped ones are dated masters that a district edits; an officer adds his own, and
/// the head of an office some for all who sit in it.
@Service
@Transactional
public class Phrases {
  /// Kind of the masters that orders are given with.
  public static final String KIND = "ORDER_PHRASE";

  private static final int LONGEST = 200;

  private final PhraseStore store;
  private final Masters masters;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;

  Phrases(PhraseStore store, Masters masters, Acts acts, Ledger ledger, OfficeTime time) {
    this.store = store;
    this.masters = masters;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// What this officer is offered, each with whom it last went to. Of two with one digit, his own
  /// keeps it before the office's, and that before the shipped one.
  @Transactional(readOnly = true)
  public List<Phrase> offered(Caller caller) {
    Map<String, Phrase.Last> usual = store.habits(caller.seat().post());
    Set<Integer> taken = new HashSet<>();
    var own = store.own(caller.scope(), time.today());
    var shipped =
        masters.of(KIND, caller.seat().district()).stream().map(Phrases::shipped).toList();
    var all = new ArrayList<Phrase>();
    for (Phrase phrase : Stream.concat(own.stream(), shipped.stream()).toList()) {
      boolean free = phrase.digit() == 0 || taken.add(phrase.digit());
      Phrase offered = free ? phrase : withoutDigit(phrase);
      all.add(offered.at(usual.get(phrase.code())));
    }
    all.sort(java.util.Comparator.comparingInt(one -> one.digit() == 0 ? 10 : one.digit()));
    return all;
  }

  /// Those that he may edit.
  @Transactional(readOnly = true)
  public List<Phrase> own(Caller caller) {
    return store.own(caller.scope(), time.today());
  }

  private static Phrase withoutDigit(Phrase it) {
    return new Phrase(
        it.code(),
        it.owner(),
        it.wordsHi(),
        it.wordsEn(),
        0,
        it.does(),
        it.goes(),
        it.task(),
        it.days(),
        null);
  }

  private static Phrase shipped(Master master) {
    return new Phrase(
        master.code(),
        Phrase.Owner.EVERYBODY,
        master.nameHi(),
        master.nameEn(),
        master.number("digit", 0),
        one(Does.class, master.text("does"), Does.SEND),
        one(Phrase.Goes.class, master.text("goes"), Phrase.Goes.FROM),
        one(Task.class, master.text("task"), Task.ACTION),
        master.number("days", 0),
        null);
  }

  /// What a district wrote into a master, or the usual where it wrote nonsense.
  private static <E extends Enum<E>> E one(Class<E> type, String name, E otherwise) {
    for (E value : type.getEnumConstants()) if (value.name().equals(name)) return value;
    return otherwise;
  }

  /// Enters a phrase of one's own, or of the office that one heads.
  ///
  /// @throws Refused `WORDS_NEEDED`, `WORDS_TOO_LONG`, `ONLY_HEAD_FOR_OFFICE`
  public UUID enter(Act act, NewPhrase phrase) {
    if (phrase.words().isBlank()) throw new Refused(WORDS_NEEDED);
    if (phrase.words().length() > LONGEST)
      throw new Refused(WORDS_TOO_LONG, Integer.toString(LONGEST));
    UUID id = Ids.next();
    return acts.once(
        act,
        id,
        () -> {
          Optional<OfficeId> office = phrase.office() ? store.headed(act.post()) : Optional.empty();
          if (phrase.office() && office.isEmpty()) throw new Refused(ONLY_HEAD_FOR_OFFICE);
          store.insert(id, act, phrase, office, time.today());
          ledger.append(
              act,
              new Entry(
                  "orders.phrase_entered",
                  office.map(it -> "office/" + it).orElse("person/" + act.person()),
                  Map.of("phrase", id.toString(), "words", phrase.words())));
        });
  }

  /// Ends it from today.
  ///
  /// @throws Refused `NOT_FOUND` for one that is not his to end
  public void end(Act act, UUID phrase) {
    acts.once(
        act,
        phrase,
        () -> {
          if (!store.end(phrase, act, time.today())) throw new Refused(SharedRefusal.NOT_FOUND);
          ledger.append(
              act,
              new Entry(
                  "orders.phrase_ended",
                  "person/" + act.person(),
                  Map.of("phrase", phrase.toString())));
        });
  }
}
