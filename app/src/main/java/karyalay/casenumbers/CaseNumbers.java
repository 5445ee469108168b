package karyalay.casenumbers;

import static karyalay.casenumbers.CaseNumbersRefusal.*;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import karyalay.desk.Locked;
import karyalay.desk.Paper;
import karyalay.desk.Papers;
import karyalay.desk.Reading;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.organisation.Folding;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.Ids;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import karyalay.shared.Scope;
import karyalay.shared.SharedRefusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The door of the one field (OP-141): what is typed once on one paper is seen on all that bear the
/// same number. Writing a number here registers nothing: no case, no report, no diary entry
/// (OP-118).
@Service
@Transactional
public class CaseNumbers {
  private static final int LONGEST = 300;

  private final NumberStore store;
  private final Papers papers;
  private final Reading reading;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;

  CaseNumbers(
      NumberStore store,
      Papers papers,
      Reading reading,
      Acts acts,
      Ledger ledger,
      OfficeTime time) {
    this.store = store;
    this.papers = papers;
    this.reading = reading;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// Numbers of a paper and what they link it with.
  public record OnPaper(List<NumberLine> numbers, List<LinkedPaper> linked) {}

  /// What was read of a text, to be written with the paper that it was typed for.
  public record Read(CaseNumber number, OfficeId thana) {}

  /// Reads what was typed; thana and year are the writer's own where they are left away.
  ///
  /// @throws Refused those of {@link CaseNumbersRefusal}
  @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
  public Read read(String typed, PostId writer) {
    if (typed.length() > LONGEST) throw new Refused(TOO_LONG);
    CaseNumber number = NumberReader.read(typed, time.today());
    return new Read(number, thana(number.thana(), writer));
  }

  private OfficeId thana(String typed, PostId writer) {
    if (typed.isEmpty()) return store.thanaOf(writer).orElseThrow(() -> new Refused(THANA_NEEDED));
    String key = Folding.key(typed);
    return store.thanas(writer).stream()
        .filter(thana -> named(thana, key))
        .findFirst()
        .map(NumberStore.Thana::id)
        .orElseThrow(() -> new Refused(THANA_UNKNOWN, typed));
  }

  /// By its code or by its name in either script, with or without the word for it.
  private static boolean named(NumberStore.Thana thana, String key) {
    return Folding.key(thana.code()).equals(key)
        || bare(Folding.key(thana.nameHi()), "थाना", "कोतवाली").equals(key)
        || bare(Folding.key(thana.nameEn()), "Thana", "Kotwali").equals(key);
  }

  private static String bare(String name, String... words) {
    for (String word : words) {
      String key = Folding.key(word);
      if (name.startsWith(key + " ")) return name.substring(key.length());
    }
    return name;
  }

  /// Writes a number on a paper that lies on the actor's desk.
  ///
  /// @throws Refused those of {@link #read}; `THERE_ALREADY`; `NOT_WITH_YOU` and the like
  public UUID enter(Act act, PaperId id, String typed) {
    Read it = read(typed, act.post());
    UUID entry = Ids.next();
    return acts.once(
        act,
        entry,
        () -> {
          Locked locked = papers.lock(id);
          papers.requireOnDesk(locked, act);
          if (store.there(locked.paper().content(), it.number(), it.thana()))
            throw new Refused(THERE_ALREADY);
          ledger.append(act, written(act, entry, locked.paper(), it));
        });
  }

  /// The same inside the act that makes the paper.
  ///
  /// @return what the ledger is told
  @Transactional(propagation = Propagation.MANDATORY)
  public Entry enterNew(Act act, PaperId id, Read it) {
    return written(act, Ids.next(), papers.lock(id).paper(), it);
  }

  private Entry written(Act act, UUID entry, Paper paper, Read it) {
    store.insert(entry, paper.content(), paper.id(), it.number(), it.thana(), act, time.now());
    return new Entry(
        "casenumbers.entered",
        "paper/" + paper.id(),
        Map.of("entry", entry.toString(), "written", it.number().words()));
  }

  /// Strikes out a number that was wrong.
  ///
  /// @throws Refused `NOT_FOUND`; `NOT_WITH_YOU` and the like
  public void strike(Act act, PaperId id, UUID entry) {
    acts.once(
        act,
        entry,
        () -> {
          Locked locked = papers.lock(id);
          papers.requireOnDesk(locked, act);
          if (!store.strike(entry, locked.paper().content(), time.now()))
            throw new Refused(SharedRefusal.NOT_FOUND);
          ledger.append(
              act,
              new Entry("casenumbers.struck", "paper/" + id, Map.of("entry", entry.toString())));
        });
  }

  /// The numbers of a paper, with the other papers of the reader's reach that bear one of them.
  ///
  /// @throws Refused `NOT_FOUND`
  @Transactional(readOnly = true)
  public OnPaper of(PaperId paper, Scope scope) {
    return of(reading.open(paper, scope).paper(), scope);
  }

  /// The same for a page that has the paper already.
  @Transactional(readOnly = true)
  public OnPaper of(Paper paper, Scope scope) {
    var numbers = store.of(paper.content());
    boolean alone = numbers.isEmpty();
    return new OnPaper(numbers, alone ? List.of() : store.linked(paper.content(), scope));
  }

  /// Diary entries under one number with two hours, for whoever stands above the thana (L-2).
  @Transactional(readOnly = true)
  public List<TwoHours> twoHours(Scope scope) {
    return store.twoHours(scope);
  }
}
