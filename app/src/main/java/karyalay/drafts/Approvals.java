package karyalay.drafts;

import static karyalay.drafts.DraftsRefusal.MAY_NOT_APPROVE;
import static karyalay.drafts.DraftsRefusal.NOT_STANDARD;
import static karyalay.drafts.DraftsRefusal.REASON_NEEDED;
import static karyalay.drafts.DraftsRefusal.SIGNATORY_TOO_LOW;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karyalay.desk.Locked;
import karyalay.desk.Move;
import karyalay.desk.Papers;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// From a draft to an approved letter, and back (OP-68 to OP-70).
@Service
@Transactional
public class Approvals {
  private static final int LONGEST = 1000;

  private final LetterStore letters;
  private final VersionStore versions;
  private final Desks desks;
  private final Custody custody;
  private final Papers papers;
  private final Rights rights;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;

  Approvals(
      LetterStore letters,
      VersionStore versions,
      Desks desks,
      Custody custody,
      Papers papers,
      Rights rights,
      Acts acts,
      Ledger ledger,
      OfficeTime time) {
    this.letters = letters;
    this.versions = versions;
    this.desks = desks;
    this.custody = custody;
    this.papers = papers;
    this.rights = rights;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// Submits a draft for approval; with a post the paper goes there in the same act. What was
  /// submitted already is handed further up, which needs a post.
  ///
  /// @throws Refused what a complete letter lacks ({@link DraftsRefusal}), `NOT_WITH_YOU`, those of
  ///   forwarding
  public LetterId submit(Act act, LetterId letter, Move.@Nullable Forward on) {
    return once(
        act,
        letter,
        () -> {
          var held = held(act, letter, on);
          if (on == null && held.head().state() == LetterState.SUBMITTED)
            throw new Refused(DraftsRefusal.STATE_SUBMITTED);
          return step(act, held, Step.SUBMIT, "", on);
        });
  }

  /// Sends a standard form to its signatory without approval, where that is allowed (OP-70).
  ///
  /// @throws Refused `NOT_STANDARD` and those of {@link #submit}
  public LetterId standard(Act act, LetterId letter) {
    return once(
        act,
        letter,
        () -> {
          var held = held(act, letter, null);
          if (!held.head().standard() || !right(held.head()).skip())
            throw new Refused(NOT_STANDARD);
          return step(act, held, Step.STANDARD, "", null);
        });
  }

  /// Freezes the words (OP-69).
  ///
  /// @throws Refused `MAY_NOT_APPROVE` below the rank that approves such a letter,
  ///   `SIGNATORY_TOO_LOW`, and what a complete letter lacks
  public LetterId approve(Act act, LetterId letter) {
    return once(
        act,
        letter,
        () -> {
          var held = held(act, letter, null);
          if (desks.levelOf(act.post()) < right(held.head()).approve())
            throw new Refused(MAY_NOT_APPROVE);
          return step(act, held, Step.APPROVE, "", null);
        });
  }

  /// Gives a draft back with a reason; the paper goes back to whoever sent it, when it came from
  /// somebody.
  ///
  /// @param paperToo whether the paper goes back in the same act
  /// @throws Refused `REASON_NEEDED`
  public LetterId giveBack(Act act, LetterId letter, String reason, boolean paperToo) {
    return once(
        act,
        letter,
        () -> {
          var held = held(act, letter, null);
          requireReason(reason);
          boolean back = paperToo && held.paper().paper().from() != null;
          return step(
              act, held, Step.RETURN, reason.strip(), back ? new Move.SendBack(reason) : null);
        });
  }

  /// Ends a letter that is not signed.
  ///
  /// @throws Refused `REASON_NEEDED`; `STATE_SIGNED` for a signed one, which its signatory
  ///   withdraws
  public LetterId cancel(Act act, LetterId letter, String reason) {
    return once(
        act,
        letter,
        () -> {
          var held = held(act, letter, null);
          requireReason(reason);
          var head = held.head();
          if (head.state() == LetterState.SIGNED) throw new Refused(DraftsRefusal.STATE_SIGNED);
          LetterState next = LetterRules.after(head.state(), Step.CANCEL);
          Instant now = time.now();
          letters.ended(letter, next, null, now);
          letters.step(letter, Step.CANCEL, head.version(), reason.strip(), act, now);
          custody.lift(head.paper(), letter);
          return List.of(entry("drafts.cancelled", head, reason));
        });
  }

  private static void requireReason(String reason) {
    if (reason.isBlank()) throw new Refused(REASON_NEEDED);
    if (reason.length() > LONGEST)
      throw new Refused(
          DraftsRefusal.LINE_TOO_LONG, reason.substring(0, 30), Integer.toString(LONGEST));
  }

  private record Held(Locked paper, LetterHead head) {}

  private Held held(Act act, LetterId letter, Move.@Nullable Forward on) {
    PaperId paper =
        letters
            .find(letter)
            .map(LetterHead::paper)
            .orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
    Locked locked = on == null ? custody.held(act, paper) : custody.held(act, paper, on.to());
    LetterHead head = letters.lock(letter).orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
    return new Held(locked, head);
  }

  private List<Entry> step(Act act, Held held, Step step, String remark, @Nullable Move move) {
    LetterHead head = held.head();
    LetterState next = LetterRules.after(head.state(), step);
    if (step != Step.RETURN) complete(head);
    boolean approved = next == LetterState.APPROVED;
    Instant now = time.now();
    letters.stepped(head.id(), next, approved ? act : null, now);
    letters.step(head.id(), step, head.version(), remark, act, now);
    // Who is to sign must be able to read what lies in the signing list.
    if (approved) custody.show(head.paper(), head.signatory());
    var entries = new ArrayList<Entry>();
    entries.add(entry(word(step), head, remark));
    if (move != null) entries.add(papers.move(act, held.paper(), move));
    return entries;
  }

  private static String word(Step step) {
    return switch (step) {
      case SUBMIT -> "drafts.submitted";
      case STANDARD, APPROVE -> "drafts.approved";
      case RETURN -> "drafts.returned";
      case EDIT, SIGN, DISPATCH, CANCEL -> throw new IllegalStateException("not here: " + step);
    };
  }

  /// A letter that cannot be signed is not put before an officer.
  private void complete(LetterHead head) {
    LetterRules.complete(versions.read(head.id(), head.version()).words());
    if (desks.levelOf(head.signatory()) < right(head).sign()) {
      String mark = desks.signatory(head.signatory(), null).map(Signatory::mark).orElse("—");
      throw new Refused(SIGNATORY_TOO_LOW, mark);
    }
  }

  private Rights.Right right(LetterHead head) {
    return rights.of(head.form(), head.category(), head.district());
  }

  private Entry entry(String act, LetterHead head, String remark) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("letter", head.id().toString());
    details.put("version", head.version());
    details.put("sha256", Fingerprint.of(versions.read(head.id(), head.version()).words()));
    if (!remark.isBlank()) details.put("remark", remark);
    return new Entry(act, "paper/" + head.paper(), details);
  }

  private LetterId once(Act act, LetterId letter, java.util.function.Supplier<List<Entry>> work) {
    return new LetterId(
        acts.once(act, letter.value(), () -> ledger.append(act, work.get().toArray(Entry[]::new))));
  }
}
