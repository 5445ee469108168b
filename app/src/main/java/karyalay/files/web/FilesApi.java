package karyalay.files.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import karyalay.desk.Classification;
import karyalay.desk.Move;
import karyalay.desk.Task;
import karyalay.desk.Urgency;
import karyalay.desk.web.Addressee;
import karyalay.files.FileLine;
import karyalay.files.Files;
import karyalay.files.NewFile;
import karyalay.files.NewNote;
import karyalay.files.NoteKind;
import karyalay.files.Notes;
import karyalay.files.Sheet;
import karyalay.files.Sheets;
import karyalay.organisation.Posts;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.PaperId;
import karyalay.web.MayCall;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Files for other systems: the same doors as the pages.
@RestController
@RequestMapping("/api/v1/files")
class FilesApi {
  private static final int LIST = 50;

  private final Files files;
  private final Notes notes;
  private final Sheets sheets;
  private final Posts posts;

  FilesApi(Files files, Notes notes, Sheets sheets, Posts posts) {
    this.files = files;
    this.notes = notes;
    this.sheets = sheets;
    this.posts = posts;
  }

  /// What a new file needs; heads go before a free number.
  record NewFileJson(
      String subject,
      @Nullable List<String> heads,
      @Nullable String number,
      @Nullable String category,
      @Nullable Classification classification,
      @Nullable Urgency urgency,
      @Nullable Boolean physical,
      @Nullable PaperId receipt) {}

  /// A green note; with `to` the file goes on.
  record NoteJson(
      @Nullable String text,
      @Nullable NoteKind kind,
      @Nullable Integer corrects,
      @Nullable String to,
      @Nullable Task task,
      @Nullable LocalDate due) {}

  record ParagraphsJson(
      int serial,
      int first,
      NoteKind kind,
      List<String> paragraphs,
      String by,
      String name,
      Instant at) {}

  record LetterJson(
      int serial, UUID paper, String number, String title, int from, int to, boolean puc) {}

  record FileJson(
      UUID id,
      long computerNumber,
      String number,
      String subject,
      String place,
      List<ParagraphsJson> notes,
      List<LetterJson> correspondence) {}

  record ListJson(List<FileLine> files, @Nullable String cursor) {}

  @PostMapping
  @MayCall(CHAIR)
  FileJson open(@RequestBody NewFileJson body, Act act, Caller caller) {
    var file =
        new NewFile(
            body.subject(),
            body.heads() == null ? List.of() : body.heads(),
            body.number() == null ? "" : body.number(),
            body.category() == null ? "" : body.category(),
            "hi",
            "",
            "",
            body.classification() == null ? Classification.NORMAL : body.classification(),
            body.urgency() == null ? Urgency.ORDINARY : body.urgency(),
            Boolean.TRUE.equals(body.physical()));
    return file(files.open(act, file, body.receipt()), caller);
  }

  @GetMapping
  @MayCall(CHAIR)
  ListJson list(
      Caller caller,
      @RequestParam(defaultValue = "") String place,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "0") int cursor) {
    int offset = Math.clamp(cursor, 0, 100_000);
    List<FileLine> lines = sheets.list(caller.scope(), place, q, offset, LIST + 1);
    boolean more = lines.size() > LIST;
    return new ListJson(
        more ? lines.subList(0, LIST) : lines, more ? Integer.toString(offset + LIST) : null);
  }

  @GetMapping("/{paper}")
  @MayCall(CHAIR)
  FileJson file(@PathVariable PaperId paper, Caller caller) {
    return json(sheets.of(paper, caller.scope()), caller);
  }

  @PostMapping("/{paper}/notes")
  @MayCall(CHAIR)
  FileJson note(@PathVariable PaperId paper, @RequestBody NoteJson body, Act act, Caller caller) {
    NoteKind kind = body.kind() == null ? NoteKind.NOTE : body.kind();
    var note = new NewNote(kind, body.text() == null ? "" : body.text(), body.corrects(), null);
    String to = body.to();
    if (to == null || to.isBlank()) notes.write(act, paper, note);
    else {
      Task task = body.task() == null ? Task.ACTION : body.task();
      var move = new Move.Forward(Addressee.of(posts, to, caller), task, "", body.due(), false);
      notes.writeAndSend(act, paper, note, move);
    }
    return file(paper, caller);
  }

  private static FileJson json(Sheet sheet, Caller caller) {
    var paper = sheet.card().paper();
    return new FileJson(
        paper.id().value(),
        sheet.cover().computerNumber(),
        paper.number(),
        paper.title(),
        paper.place().code(),
        sheet.notes().stream().map(note -> json(note, caller)).toList(),
        sheet.letters().stream()
            .map(letter ->
                new LetterJson(
                    letter.serial(),
                    letter.paper().value(),
                    letter.number(),
                    letter.title(),
                    letter.from(),
                    letter.to(),
                    letter.underConsideration()))
            .toList());
  }

  private static ParagraphsJson json(Sheet.Note note, Caller caller) {
    return new ParagraphsJson(
        note.serial(),
        note.first(),
        note.kind(),
        note.paragraphs(),
        note.by().mark(),
        caller.language().pick(note.nameHi(), note.nameEn()),
        note.at());
  }
}
