package karyalay.dak;

import static karyalay.dak.DakRefusal.*;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import karyalay.casenumbers.CaseNumbers;
import karyalay.dak.Receipt.State;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.ContentId;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import karyalay.shared.Scope;
import karyalay.shared.SharedRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of the diary: unfinished entries, and giving the number.
@Service
@Transactional
public class Diary {
  private final ReceiptStore receipts;
  private final DuplicateStore duplicates;
  private final MasterWords words;
  private final Generation generation;
  private final Seats seats;
  private final ObjectProvider<EntryWatcher> watchers;
  private final CaseNumbers caseNumbers;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;

  Diary(
      ReceiptStore receipts,
      DuplicateStore duplicates,
      MasterWords words,
      Generation generation,
      Seats seats,
      ObjectProvider<EntryWatcher> watchers,
      CaseNumbers caseNumbers,
      Acts acts,
      Ledger ledger,
      OfficeTime time) {
    this.receipts = receipts;
    this.duplicates = duplicates;
    this.words = words;
    this.generation = generation;
    this.seats = seats;
    this.watchers = watchers;
    this.caseNumbers = caseNumbers;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// Keeps an entry unfinished: no number, nobody else sees it.
  ///
  /// @throws Refused `TOO_LONG`, `FUTURE_DATE`, `MOBILE_UNCLEAR`; `HAS_NUMBER` when it was given
  ///   one
  public ContentId keep(Act act, Sheet sheet) {
    ContentId id = sheet.entry() == null ? ContentId.next() : sheet.entry();
    return new ContentId(
        acts.once(
            act,
            id.value(),
            () -> {
              DiaryRules.require(DiaryRules.unkeepable(sheet.particulars(), time.today()));
              write(act, id, sheet, seats.of(act.post()), time.now());
              ledger.append(act, new Entry("dak.entry_kept", "content/" + id));
            }));
  }

  /// What stands against giving it a number, field by field; empty when nothing does. For forms,
  /// which say all of it at once.
  @Transactional(readOnly = true)
  public List<Problem> problems(Sheet sheet, PostId post) {
    return problems(sheet, seats.of(post));
  }

  private List<Problem> problems(Sheet sheet, Seat seat) {
    Particulars it = sheet.particulars();
    var problems =
        new ArrayList<>(
            DiaryRules.problems(
                it,
                words.rules(it.shape(), seat.district()),
                sheet.uploads().size(),
                time.today()));
    problems.addAll(words.unknown(it, seat.district()));
    return problems;
  }

  /// The fields of a shape that bear a mandatory mark in the district of this post (OP-20): true
  /// where the field itself is required, false where one of its group is.
  @Transactional(readOnly = true)
  public Map<Field, Boolean> marked(Shape shape, PostId post) {
    return words.rules(shape, seats.of(post).district()).stream()
        .filter(rule -> rule.mark() != FieldRule.Mark.OPTIONAL)
        .collect(
            Collectors.toMap(FieldRule::field, rule -> rule.mark() == FieldRule.Mark.REQUIRED));
  }

  /// The same sender, letter number and date, if the asker may read it (OP-35).
  @Transactional(readOnly = true)
  public Optional<Earlier> earlier(Particulars it, Scope scope) {
    return duplicates.same(it, scope);
  }

  /// Gives it its number, and sends it when there is an order (OP-22).
  ///
  /// @return its first paper
  /// @throws Refused whatever {@link #problems} names first; `ALREADY_DIARISED` unless the clerk
  ///   wants it anew; `HAS_NUMBER`; those of the desk when it is sent
  public PaperId diarise(Act act, Sheet sheet, @Nullable Order order) {
    PaperId paper = PaperId.next();
    return new PaperId(
        acts.once(
            act,
            paper.value(),
            () -> {
              Seat seat = seats.of(act.post());
              DiaryRules.require(problems(sheet, seat));
              refuseDuplicate(act, sheet);
              ContentId id = sheet.entry() == null ? ContentId.next() : sheet.entry();
              write(act, id, sheet, seat, time.now());
              if (sheet.entry() != null)
                watchers.forEach(watcher -> watcher.numbering(act, id, paper));
              var entries =
                  new ArrayList<>(generation.generate(act, id, paper, sheet, seat, order));
              CaseNumbers.Read number = sheet.caseNumber();
              if (number != null) entries.add(caseNumbers.enterNew(act, paper, number));
              ledger.append(act, entries);
            }));
  }

  private void refuseDuplicate(Act act, Sheet sheet) {
    if (sheet.anew()) return;
    duplicates
        .same(sheet.particulars(), new Scope(act.person(), act.post()))
        .ifPresent(earlier -> {
          throw new Refused(ALREADY_DIARISED, earlier.number(), earlier.day().toString());
        });
  }

  private void write(Act act, ContentId id, Sheet sheet, Seat seat, Instant now) {
    if (sheet.entry() == null) receipts.insert(id, seat, sheet.uploads(), now);
    else {
      mine(act, id, State.ENTRY);
      receipts.uploads(id, sheet.uploads());
    }
    receipts.write(id, sheet.particulars(), act, now);
    receipts.forgetDrafts(id);
  }

  private Receipt mine(Act act, ContentId id, State state) {
    Receipt receipt =
        receipts
            .lock(id)
            .filter(one -> one.post().equals(act.post()))
            .orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
    if (receipt.state() == State.GENERATED) throw new Refused(HAS_NUMBER);
    if (receipt.state() != state) throw new Refused(SharedRefusal.NOT_FOUND);
    return receipt;
  }

  /// Throws an entry away; it can be had back (OP-34).
  ///
  /// @throws Refused `HAS_NUMBER` once it is dak; `HANDED_OVER` when the registry handed it here
  public void discard(Act act, ContentId id) {
    change(
        act,
        id,
        "dak.entry_discarded",
        () -> {
          if (mine(act, id, State.ENTRY).handedBy() != null) throw new Refused(HANDED_OVER);
          receipts.state(id, State.BIN, time.now());
        });
  }

  /// Takes an entry out of the bin again.
  public void restore(Act act, ContentId id) {
    change(
        act,
        id,
        "dak.entry_restored",
        () -> {
          mine(act, id, State.BIN);
          receipts.state(id, State.ENTRY, null);
        });
  }

  /// Urgent dak by name goes straight to the addressee, who then diarises it (OP-16).
  ///
  /// @throws Refused `NOT_URGENT_BY_NAME`; `NOT_FOUND` when the post is not live
  public void handOver(Act act, ContentId id, PostId to) {
    acts.once(
        act,
        id.value(),
        () -> {
          Receipt receipt = mine(act, id, State.ENTRY);
          DiaryRules.requireHandable(receipt.particulars());
          Seat addressee = seats.of(to);
          receipts.handOver(id, act.post(), addressee);
          ledger.append(
              act,
              new Entry("dak.handed_undiarised", "content/" + id, Map.of("to", to.toString())));
        });
  }

  private void change(Act act, ContentId id, String what, Runnable work) {
    UUID done =
        acts.once(
            act,
            id.value(),
            () -> {
              work.run();
              ledger.append(act, new Entry(what, "content/" + id));
            });
    if (!done.equals(id.value())) throw new IllegalStateException("act of another entry");
  }
}
