package karyalay.dispatch;

import static karyalay.dispatch.DispatchRefusal.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import karyalay.desk.Papers;
import karyalay.drafts.Drafting;
import karyalay.drafts.LetterForm;
import karyalay.drafts.LetterId;
import karyalay.drafts.Nature;
import karyalay.drafts.NewLetter;
import karyalay.drafts.Party;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
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
import org.springframework.transaction.annotation.Transactional;

/// Circulars that are followed up (OP-82) and calls for report (OP-83): one object each, with
/// target date, recipients, replies, reminders and consolidated answer.
@Service
@Transactional
public class Calls {
  private final CallStore store;
  private final ItemStore items;
  private final DispatchReading letters;
  private final Replies replies;
  private final Carriage carriage;
  private final Consolidation consolidation;
  private final Drafting drafting;
  private final Papers papers;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;

  Calls(
      CallStore store,
      ItemStore items,
      DispatchReading letters,
      Replies replies,
      Carriage carriage,
      Consolidation consolidation,
      Drafting drafting,
      Papers papers,
      Acts acts,
      Ledger ledger,
      OfficeTime time) {
    this.store = store;
    this.items = items;
    this.letters = letters;
    this.replies = replies;
    this.carriage = carriage;
    this.consolidation = consolidation;
    this.drafting = drafting;
    this.papers = papers;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// Asks by a letter that is signed already.
  ///
  /// @throws Refused `NOT_FOUND`, `NOT_YOURS_TO_SEND`, `TARGET_PASSED`, `CALLED_ALREADY`,
  ///   `NOT_WAITING` for one that was voided
  public UUID open(Act act, LetterId letter, Call.Kind kind, LocalDate target) {
    UUID id = Ids.next();
    return acts.once(
        act,
        id,
        () -> {
          LetterSheet it = letters.open(letter, new Scope(act.person(), act.post()));
          if (!it.mine()) throw new Refused(NOT_YOURS_TO_SEND);
          if (!it.voided().isEmpty()) throw new Refused(NOT_WAITING, it.number());
          if (store.called(letter)) throw new Refused(CALLED_ALREADY, it.number());
          Entry entry =
              opened(act, id, letter, it.paper(), it.office(), it.subject(), kind, target);
          carriage.clocks(id, true, target);
          ledger.append(act, entry);
        });
  }

  /// Begins the letter that asks, on a paper of one's own desk, and the call with it.
  ///
  /// @param to addressees: posts, offices, groups
  /// @throws Refused `TARGET_PASSED`, and those of {@link Drafting#begin}
  public UUID ask(
      Act act, PaperId paper, OfficeId office, String subject, LocalDate target, List<Party> to) {
    UUID id = Ids.next();
    return acts.once(
        act,
        id,
        () -> {
          NewLetter letter =
              new NewLetter(
                  LetterForm.LETTER,
                  Nature.FRESH,
                  "",
                  "",
                  "hi",
                  subject.strip(),
                  "",
                  to,
                  null,
                  null);
          LetterId begun = drafting.begin(act.part(id), paper, letter);
          ledger.append(
              act, opened(act, id, begun, paper, office, subject, Call.Kind.REPORT, target));
        });
  }

  private Entry opened(
      Act act,
      UUID id,
      LetterId letter,
      PaperId paper,
      OfficeId office,
      String subject,
      Call.Kind kind,
      LocalDate target) {
    DispatchRules.requireTarget(target, time.today());
    var call =
        new Call(
            id, kind, letter, paper, act.post(), subject, target, "", time.now(), null, "", null);
    store.insert(call, office, act);
    papers.hold(paper, source(id), "CLOSING", "आख्या तलब: " + subject);
    return new Entry(
        "dispatch.called",
        "paper/" + paper,
        Map.of("call", id.toString(), "kind", kind.name(), "target", target.toString()));
  }

  private static String source(UUID call) {
    return "call/" + call;
  }

  /// Closes a call: the paper may be closed again, clocks of whoever has not answered stop.
  ///
  /// @param remark needed when some have not answered
  /// @throws Refused `NOT_FOUND`, `ONLY_OWNER`, `CALL_CLOSED`, `ANSWERS_MISSING`
  public void close(Act act, UUID call, String remark) {
    acts.once(
        act,
        call,
        () -> {
          Call it = mine(act, call);
          long missing =
              items.of(it.letter()).stream().filter(item -> item.repliedAt() == null).count();
          if (missing > 0 && remark.isBlank())
            throw new Refused(ANSWERS_MISSING, Long.toString(missing));
          carriage.clocks(call, false, it.target());
          store.close(call, remark.strip(), time.now());
          papers.lift(it.paper(), source(call));
          ledger.append(
              act,
              new Entry(
                  "dispatch.call_closed",
                  "paper/" + it.paper(),
                  Map.of("call", call.toString(), "missing", missing)));
        });
  }

  /// Enters an answer that came otherwise than from a desk of this instance.
  ///
  /// @param receipt diary number of the paper that answers; empty to answer in words
  /// @throws Refused `NOT_FOUND`, `ONLY_OWNER`, `CALL_CLOSED`, `NOT_OUT`, `ANSWERED_ALREADY`,
  ///   `NO_SUCH_LETTER`, `ANSWER_NEEDED`
  public void received(Act act, UUID call, int serial, String receipt, String text) {
    acts.once(
        act,
        call,
        () -> {
          Call it = mine(act, call);
          Item item =
              items.lock(it.letter(), List.of(serial)).stream()
                  .findFirst()
                  .orElseThrow(() -> new Refused(NOT_OUT, it.number()));
          if (item.state().here()) throw new Refused(NOT_OUT, item.name());
          ledger.append(act, replies.received(act, item.id(), receipt, text));
        });
  }

  /// Begins the consolidated answer on the paper on which it was asked.
  ///
  /// @throws Refused `NOT_FOUND`, `ONLY_OWNER`, those of {@link Drafting#begin}
  public LetterId consolidate(Act act, UUID call) {
    var begun = new ArrayList<LetterId>();
    UUID made =
        acts.once(
            act,
            call,
            () -> {
              Call it = owned(act, call);
              begun.add(consolidation.begin(act.part(call), it, grid(it)));
              store.answered(call, begun.getFirst());
              ledger.append(
                  act,
                  new Entry(
                      "dispatch.consolidated",
                      "paper/" + it.paper(),
                      Map.of("call", call.toString())));
            });
    return begun.isEmpty() ? new LetterId(answerOf(made)) : begun.getFirst();
  }

  private UUID answerOf(UUID call) {
    UUID answer = store.find(call).map(Call::answer).orElse(null);
    if (answer == null) throw new Refused(SharedRefusal.NOT_FOUND);
    return answer;
  }

  private Call mine(Act act, UUID call) {
    Call it = owned(act, call);
    if (!it.open()) throw new Refused(CALL_CLOSED);
    return it;
  }

  private Call owned(Act act, UUID call) {
    Call it = store.lock(call).orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
    if (!owner(it, act.post())) throw new Refused(ONLY_OWNER);
    return it;
  }

  static boolean owner(Call call, PostId post) {
    return call.post().equals(post);
  }

  /// A call with how far each addressee is.
  ///
  /// @throws Refused `NOT_FOUND` for whoever reads neither the letter nor the paper it is about
  @Transactional(readOnly = true)
  public Grid grid(UUID call, Scope scope) {
    Call it = store.find(call).orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
    if (!owner(it, scope.post())) letters.open(it.letter(), scope);
    return grid(it);
  }

  private Grid grid(Call it) {
    var answers = store.replies(it.letter());
    LocalDate today = time.today();
    var lines =
        items.of(it.letter()).stream()
            .map(item -> line(item, answers.get(item.id()), it.target(), today))
            .toList();
    return new Grid(it, lines, store.reminders(it.letter()));
  }

  private static Grid.Line line(
      Item item,
      CallStore.@org.jspecify.annotations.Nullable Reply reply,
      LocalDate target,
      LocalDate today) {
    Grid.Stage stage = Grid.Stage.of(item, target, today);
    return reply == null
        ? new Grid.Line(item, stage, null, "", "")
        : new Grid.Line(item, stage, reply.at(), reply.number(), reply.text());
  }

  /// The calls of this post and of those under it.
  @Transactional(readOnly = true)
  public List<Call> of(Scope scope, boolean closed) {
    return store.of(scope, closed);
  }
}
