package karyalay.files;

import static karyalay.files.FileRefusal.*;

import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import karyalay.desk.Kind;
import karyalay.desk.Locked;
import karyalay.desk.Move;
import karyalay.desk.Paper;
import karyalay.desk.Papers;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.ContentId;
import karyalay.shared.Ids;
import karyalay.shared.KrutiDev;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import karyalay.shared.Sha256;
import karyalay.shared.SharedRefusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The note sheet: private yellow drafts, and green notes that nobody alters (OP-53 to OP-58).
@Service
@Transactional
public class Notes {
  private final NoteStore store;
  private final CitationStore citations;
  private final Papers papers;
  private final Acts acts;
  private final Ledger ledger;
  private final ClosingRank rank;
  private final OfficeTime time;

  Notes(
      NoteStore store,
      CitationStore citations,
      Papers papers,
      Acts acts,
      Ledger ledger,
      ClosingRank rank,
      OfficeTime time) {
    this.store = store;
    this.citations = citations;
    this.papers = papers;
    this.acts = acts;
    this.ledger = ledger;
    this.rank = rank;
    this.time = time;
  }

  /// Writes a green note and leaves the file where it is.
  ///
  /// @throws Refused `NOT_WITH_YOU`, `PARKED`, `CLOSED`, `NOTE_BLANK`, `NOTE_OVERSIZE`,
  ///   `NOTE_UNREADABLE`, `NOTE_IN_LEGACY_FONT`, `NO_SUCH_PARAGRAPH`, `RANK_TOO_LOW`
  public UUID write(Act act, PaperId file, NewNote note) {
    return acts.once(act, file.value(), () -> writeNow(act, file, note));
  }

  private void writeNow(Act act, PaperId file, NewNote note) {
    Locked locked = papers.lock(file);
    papers.requireOnDesk(locked, act);
    ledger.append(act, green(act, locked.paper(), note));
  }

  /// Writes a green note and sends the file on: the hot path of an office.
  ///
  /// @throws Refused those of {@link #write} and of forwarding
  public UUID writeAndSend(Act act, PaperId file, NewNote note, Move.Forward to) {
    return acts.once(
        act,
        file.value(),
        () -> {
          Locked locked = papers.lock(file, to.to());
          Entry written = green(act, locked.paper(), note);
          var move =
              new Move.Forward(to.to(), to.task(), to.remark(), to.due(), note.kind().decides());
          Entry moved = papers.move(act, locked, move);
          ledger.append(act, written, moved);
        });
  }

  private Entry green(Act act, Paper paper, NewNote note) {
    if (paper.kind() != Kind.FILE) throw new Refused(NOT_A_FILE);
    boolean signatureOnly = note.kind() == NoteKind.AGREEMENT && note.isEmpty();
    Written words = signatureOnly ? Written.NOTHING : Written.of(note.structure(), note.typed());
    check(act, paper, note);
    if (KrutiDev.in(words.plain())) throw new Refused(NoteRefusal.NOTE_IN_LEGACY_FONT);
    // Who is to confirm an order must be able to read what was noted as his.
    PostId orderedBy = note.orderedBy();
    if (orderedBy != null) papers.grant(paper.id(), orderedBy);
    UUID id = Ids.next();
    if (!store.add(paper.content(), id, note, words, act, time.now()))
      throw new Refused(SharedRefusal.NOT_FOUND);
    citations.add(id, words.plain());
    return new Entry("files.noted", "paper/" + paper.id(), details(id, note, words));
  }

  private static Map<String, Object> details(UUID id, NewNote note, Written words) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("note", id.toString());
    details.put("kind", note.kind().name());
    details.put("sha256", HexFormat.of().formatHex(Sha256.of(words.plain())));
    if (!words.rich().isEmpty())
      details.put("structure_sha256", HexFormat.of().formatHex(Sha256.of(words.rich())));
    return details;
  }

  private void check(Act act, Paper paper, NewNote note) {
    Integer corrects = note.corrects();
    if (corrects != null && (corrects < 1 || corrects > store.lastParagraph(paper.content())))
      throw new Refused(NO_SUCH_PARAGRAPH, corrects.toString());
    if (note.kind() == NoteKind.CLOSING_APPROVAL && store.levelOf(act.post()) < rank.level(paper))
      throw new Refused(RANK_TOO_LOW);
  }

  /// What became of a draft.
  ///
  /// @param repeats whether it repeats long text of the file (OP-59): a warning, no refusal
  /// @param legacyFont whether it was typed for a font such as KrutiDev and so cannot turn green
  public record Kept(Instant at, boolean repeats, boolean legacyFont) {}

  /// Keeps what is being typed, for its author alone (OP-53). A blank text drops the draft.
  ///
  /// @param structure what the editor made; blank without the editor
  /// @throws Refused `NOT_WITH_YOU`, `NOTE_UNREADABLE`, `NOTE_OVERSIZE`
  public Kept keepDraft(Act act, PaperId file, String structure, String typed) {
    Locked locked = papers.lock(file);
    papers.requireOnDesk(locked, act);
    ContentId content = locked.paper().content();
    Instant now = time.now();
    if (structure.isBlank() && typed.isBlank()) {
      store.dropDraft(content, act);
      return new Kept(now, false, false);
    }
    Written words = Written.of(structure, typed);
    store.saveDraft(content, act, words, now);
    boolean judge = Repetition.isLong(words.plain());
    return new Kept(
        now,
        judge && Repetition.in(words.plain(), store.texts(content)),
        KrutiDev.in(words.plain()));
  }

  /// The officer who gave an order by mouth confirms it in writing (OP-57).
  ///
  /// @throws Refused `NOT_FOUND`, `NOT_YOURS_TO_CONFIRM`, `CONFIRMED_ALREADY`
  public void confirmOral(Act act, UUID note) {
    acts.once(
        act,
        note,
        () -> {
          var oral = store.oral(note).orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
          if (!oral.orderedBy().equals(act.post().value())) throw new Refused(NOT_YOURS_TO_CONFIRM);
          if (oral.confirmed()) throw new Refused(CONFIRMED_ALREADY);
          store.confirm(note, act, time.now());
          ledger.append(
              act,
              new Entry(
                  "files.oral_order_confirmed",
                  "content/" + oral.content(),
                  Map.of("note", note.toString())));
        });
  }
}
