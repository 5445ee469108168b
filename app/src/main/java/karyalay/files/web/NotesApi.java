package karyalay.files.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import karyalay.desk.Move;
import karyalay.desk.Reading;
import karyalay.desk.Task;
import karyalay.desk.Views;
import karyalay.desk.web.Addressee;
import karyalay.files.AwaitedOrder;
import karyalay.files.FileLists;
import karyalay.files.NewNote;
import karyalay.files.NoteKind;
import karyalay.files.Notes;
import karyalay.files.Sheet;
import karyalay.files.Sheets;
import karyalay.organisation.Posts;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import karyalay.signatures.Keys;
import karyalay.signatures.SignatureKind;
import karyalay.signatures.Unlocked;
import karyalay.signatures.Verdict;
import karyalay.web.MayCall;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Note sheets for other systems: the same doors as the pages.
@RestController
@RequestMapping("/api/v1/files")
class NotesApi {
  private final Notes notes;
  private final Sheets sheets;
  private final FileLists lists;
  private final Reading reading;
  private final Views views;
  private final Posts posts;
  private final Keys keys;

  NotesApi(
      Notes notes,
      Sheets sheets,
      FileLists lists,
      Reading reading,
      Views views,
      Posts posts,
      Keys keys) {
    this.notes = notes;
    this.sheets = sheets;
    this.lists = lists;
    this.reading = reading;
    this.views = views;
    this.posts = posts;
    this.keys = keys;
  }

  /// A green note.
  ///
  /// @param first number of its first paragraph
  /// @param preparedBy null where its officer wrote it himself
  /// @param signature null where it was not signed with a key
  record NoteJson(
      UUID id,
      int serial,
      int first,
      NoteKind kind,
      List<String> paragraphs,
      @Nullable Integer corrects,
      @Nullable String orderedBy,
      @Nullable Instant confirmedAt,
      String by,
      String name,
      String capacity,
      Instant at,
      @Nullable PreparedJson preparedBy,
      @Nullable SignatureJson signature) {}

  /// Who prepared the note for the officer (OP-124).
  record PreparedJson(String by, String name, Instant at) {}

  /// A signature, judged as the note was read.
  record SignatureJson(boolean valid, Verdict.State state, SignatureKind kind, Instant at) {}

  /// @param cursor for the notes before these; null when there are none
  record NotesJson(List<NoteJson> notes, @Nullable Integer cursor) {}

  /// A note to be made green; with `to` the file goes on.
  ///
  /// @param body the structure as the editor makes it, as JSON text; `text` is read without it
  record WriteJson(
      @Nullable String text,
      @Nullable String body,
      @Nullable NoteKind kind,
      @Nullable Integer corrects,
      @Nullable String orderedBy,
      @Nullable String to,
      @Nullable Task task,
      @Nullable LocalDate due) {

    NewNote note(@Nullable PostId oral) {
      return NewNote.asked(
          kind == null ? NoteKind.NOTE : kind,
          body == null ? "" : body,
          text == null ? "" : text,
          corrects,
          oral);
    }
  }

  record DraftJson(@Nullable String text, @Nullable String body) {}

  record KeptJson(Instant at, boolean repeats) {}

  /// The note sheet from its end.
  @GetMapping("/{paper}/notes")
  @MayCall(CHAIR)
  NotesJson notes(
      @PathVariable PaperId paper,
      @RequestParam(required = false) @Nullable Integer cursor,
      Caller caller) {
    int before = cursor == null ? Integer.MAX_VALUE : cursor;
    Sheet sheet = sheets.of(paper, caller.scope(), new Sheets.Window(before, 0, 0));
    views.seen(sheet.card().paper(), caller.scope());
    return new NotesJson(notes(sheet, caller), earlier(sheet));
  }

  /// @param pin opens the officer's signing key; it comes in a header, since the body of a call
  ///   leaves its hash with the act
  @PostMapping("/{paper}/notes")
  @MayCall(CHAIR)
  NotesJson write(
      @PathVariable PaperId paper,
      @RequestBody WriteJson body,
      @RequestHeader(name = "Signing-Pin", required = false) @Nullable String pin,
      Act act,
      Caller caller) {
    String by = body.orderedBy();
    NewNote note = body.note(by == null || by.isBlank() ? null : Addressee.of(posts, by, caller));
    String to = body.to();
    PostId next = to == null || to.isBlank() ? null : Addressee.of(posts, to, caller);
    try (Unlocked key = keys.of(caller, pin)) {
      if (next == null) notes.write(act, paper, note, key);
      else {
        Task task = body.task() == null ? Task.ACTION : body.task();
        var move = new Move.Forward(next, task, "", body.due(), false);
        notes.writeAndSend(act, paper, note, move, key);
      }
    } catch (Refused refused) {
      reading.open(paper, caller.scope());
      throw refused;
    }
    return notes(paper, null, caller);
  }

  /// Keeps a draft for its author alone.
  @PostMapping("/{paper}/draft")
  @MayCall(CHAIR)
  KeptJson draft(@PathVariable PaperId paper, @RequestBody DraftJson body, Act act, Caller caller) {
    reading.open(paper, caller.scope());
    String structure = body.body() == null ? "" : body.body();
    String text = body.text() == null ? "" : body.text();
    Notes.Kept kept = notes.keepDraft(act, paper, structure, text);
    return new KeptJson(kept.at(), kept.repeats());
  }

  @GetMapping("/oral-orders")
  @MayCall(CHAIR)
  List<AwaitedOrder> oralOrders(Caller caller) {
    return lists.awaited(caller.scope());
  }

  @PostMapping("/{paper}/oral-orders/{note}/confirmation")
  @MayCall(CHAIR)
  NotesJson confirm(@PathVariable PaperId paper, @PathVariable UUID note, Act act, Caller caller) {
    reading.open(paper, caller.scope());
    notes.confirmOral(act, note);
    return notes(paper, null, caller);
  }

  static List<NoteJson> notes(Sheet sheet, Caller caller) {
    return sheet.notes().stream().map(note -> json(note, caller)).toList();
  }

  static @Nullable Integer earlier(Sheet sheet) {
    return sheet.earlier() ? sheet.notes().getFirst().serial() : null;
  }

  private static NoteJson json(Sheet.Note note, Caller caller) {
    return new NoteJson(
        note.id(),
        note.serial(),
        note.first(),
        note.kind(),
        note.paragraphs(),
        note.corrects() == 0 ? null : note.corrects(),
        note.orderedBy().map(post -> post.mark()).orElse(null),
        note.confirmed().orElse(null),
        note.by().mark(),
        caller.language().pick(note.nameHi(), note.nameEn()),
        note.capacity().name(),
        note.at(),
        note.prepared()
            .map(one ->
                new PreparedJson(
                    one.by().mark(), caller.language().pick(one.nameHi(), one.nameEn()), one.at()))
            .orElse(null),
        note.signature()
            .map(one -> new SignatureJson(one.valid(), one.state(), one.kind(), one.at()))
            .orElse(null));
  }
}
