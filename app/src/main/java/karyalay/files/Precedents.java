package karyalay.files;

import static karyalay.files.FilingRefusal.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import karyalay.desk.Paper;
import karyalay.desk.Reading;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.organisation.Folding;
import karyalay.organisation.Posts;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.Ids;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.shared.Scope;
import karyalay.shared.SharedRefusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The precedent register of each branch, to be searched while noting (OP-64).
@Service
@Transactional
public class Precedents {
  /// Entries shown at once.
  public static final int PAGE = 50;

  private final PrecedentStore store;
  private final FlagStore sheet;
  private final Reading reading;
  private final Posts posts;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;

  Precedents(
      PrecedentStore store,
      FlagStore sheet,
      Reading reading,
      Posts posts,
      Acts acts,
      Ledger ledger,
      OfficeTime time) {
    this.store = store;
    this.sheet = sheet;
    this.reading = reading;
    this.posts = posts;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// What is entered.
  ///
  /// @param paragraph of the note sheet in which it was decided; 0 for none
  /// @param ruling what was decided, in one or a few sentences
  public record Ruling(
      PaperId file, int paragraph, String subject, String ruling, LocalDate decidedOn) {}

  /// Enters a ruling in the register of the actor's branch.
  ///
  /// @throws Refused `NOT_FOUND`, `RULING_NEEDED`, `TOO_LONG`, `DATE_IN_FUTURE`, `NO_SUCH_PLACE`,
  ///   `PRECEDENT_PROTECTED`
  public UUID enter(Act act, Ruling ruling) {
    UUID id = Ids.next();
    return acts.once(act, id, () -> enterNow(act, id, ruling));
  }

  private void enterNow(Act act, UUID id, Ruling typed) {
    Paper file = reading.open(typed.file(), new Scope(act.person(), act.post())).paper();
    TieRules.requireFile(file);
    // A register is read by a whole branch; what is protected has no place in it.
    if (file.guarded() || file.barred()) throw new Refused(PRECEDENT_PROTECTED, file.number());
    if (typed.paragraph() > 0 && sheet.paragraph(typed.file(), typed.paragraph()).isEmpty())
      throw new Refused(NO_SUCH_PLACE, Integer.toString(typed.paragraph()));
    if (typed.decidedOn().isAfter(time.today())) throw new Refused(DATE_IN_FUTURE);
    var ruling =
        new Ruling(
            typed.file(),
            typed.paragraph(),
            words(typed.subject(), 200),
            words(typed.ruling(), 2000),
            typed.decidedOn());
    String key = Folding.key(ruling.subject(), ruling.ruling(), file.number());
    int serial = store.insert(id, posts.live(act.post()).office(), ruling, key, act, time.now());
    ledger.append(
        act,
        new Entry(
            "files.precedent_entered",
            "paper/" + file.id(),
            Map.of("precedent", id.toString(), "serial", serial, "ruling", ruling.ruling())));
  }

  private static String words(String typed, int most) {
    String words = typed.strip();
    if (words.isEmpty()) throw new Refused(RULING_NEEDED);
    if (words.length() > most)
      throw new Refused(SharedRefusal.TOO_LONG, words.substring(0, 30) + "…", most);
    return words;
  }

  /// Marks an entry as no longer gone by; it stays to be read with the reason.
  ///
  /// @throws Refused `PRECEDENT_OF_ANOTHER_BRANCH`, `WITHDRAWN_ALREADY`, `REASON_NEEDED`
  public void withdraw(Act act, UUID id, String typed) {
    String reason = TieRules.requireReason(typed);
    acts.once(
        act,
        id,
        () -> {
          var entered = store.lock(id).orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
          if (!entered.office().equals(posts.live(act.post()).office()))
            throw new Refused(PRECEDENT_OF_ANOTHER_BRANCH);
          if (entered.withdrawn()) throw new Refused(WITHDRAWN_ALREADY);
          store.withdraw(id, reason, act, time.now());
          ledger.append(
              act,
              new Entry(
                  "files.precedent_withdrawn",
                  "paper/" + entered.paper(),
                  Map.of("precedent", id.toString(), "reason", reason)));
        });
  }

  /// Entries in which every typed word occurs, in whatever spelling or script; all when none was
  /// typed. At most {@link #PAGE}, newest decision first.
  @Transactional(readOnly = true)
  public List<Precedent> find(Scope scope, String typed) {
    return store.find(
        scope, Folding.words(typed).stream().filter(w -> !w.isEmpty()).toList(), PAGE);
  }
}
