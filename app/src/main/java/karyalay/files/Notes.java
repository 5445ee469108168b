package karyalay.files;

import static karyalay.files.FileRefusal.*;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import karyalay.desk.Locked;
import karyalay.desk.Move;
import karyalay.desk.Papers;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.ContentId;
import karyalay.shared.KrutiDev;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import karyalay.signatures.Unlocked;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The note sheet: private yellow drafts, and green notes that nobody alters (OP-53 to OP-58).
@Service
@Transactional
public class Notes {
  private final NoteStore store;
  private final GreenNotes writer;
  private final Papers papers;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;

  Notes(
      NoteStore store,
      GreenNotes writer,
      Papers papers,
      Acts acts,
      Ledger ledger,
      OfficeTime time) {
    this.store = store;
    this.writer = writer;
    this.papers = papers;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// Writes a green note and leaves the file where it is.
  ///
  /// @throws Refused `NOT_WITH_YOU`, `PARKED`, `CLOSED`, `NOTE_BLANK`, `NOTE_OVERSIZE`,
  ///   `NOTE_UNREADABLE`, `NOTE_IN_LEGACY_FONT`, `NO_SUCH_PARAGRAPH`, `RANK_TOO_LOW`
  public UUID write(Act act, PaperId file, NewNote note) {
    return write(act, file, note, null);
  }

  /// The same, signed.
  ///
  /// @param key of the officer; null leaves the note unsigned
  /// @throws Refused also `NOTE_MUST_BE_SIGNED`, and those of signing
  public UUID write(Act act, PaperId file, NewNote note, @Nullable Unlocked key) {
    return acts.once(act, file.value(), () -> writeNow(act, file, note, key));
  }

  private void writeNow(Act act, PaperId file, NewNote note, @Nullable Unlocked key) {
    Locked locked = papers.lock(file);
    papers.requireOnDesk(locked, act);
    ledger.append(act, writer.green(act, locked.paper(), note, key).entries());
  }

  /// Writes a green note and sends the file on: the hot path of an office.
  ///
  /// @throws Refused those of {@link #write} and of forwarding
  public UUID writeAndSend(Act act, PaperId file, NewNote note, Move.Forward to) {
    return writeAndSend(act, file, note, to, null);
  }

  /// The same, signed.
  ///
  /// @param key of the officer; null leaves the note unsigned
  public UUID writeAndSend(
      Act act, PaperId file, NewNote note, Move.Forward to, @Nullable Unlocked key) {
    return acts.once(
        act,
        file.value(),
        () -> {
          Locked locked = papers.lock(file, to.to());
          List<Entry> entries =
              new ArrayList<>(writer.green(act, locked.paper(), note, key).entries());
          var move =
              new Move.Forward(to.to(), to.task(), to.remark(), to.due(), note.kind().decides());
          entries.add(papers.move(act, locked, move));
          ledger.append(act, entries);
        });
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
