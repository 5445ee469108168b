package karyalay.files.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import karyalay.desk.Classification;
import karyalay.desk.Reading;
import karyalay.desk.Urgency;
import karyalay.desk.Views;
import karyalay.files.Cover;
import karyalay.files.FileFilter;
import karyalay.files.FileLine;
import karyalay.files.FileLists;
import karyalay.files.Files;
import karyalay.files.Flags;
import karyalay.files.NewFile;
import karyalay.files.Sheet;
import karyalay.files.Sheets;
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
  private final Files files;
  private final Sheets sheets;
  private final FileLists lists;
  private final Reading reading;
  private final Flags flags;
  private final Views views;

  FilesApi(Files files, Sheets sheets, FileLists lists, Reading reading, Flags flags, Views views) {
    this.files = files;
    this.sheets = sheets;
    this.lists = lists;
    this.reading = reading;
    this.flags = flags;
    this.views = views;
  }

  /// What a new file needs; heads go before a free number.
  record NewFileJson(
      @Nullable String subject,
      @Nullable List<String> heads,
      @Nullable String number,
      @Nullable String category,
      @Nullable String language,
      @Nullable String earlier,
      @Nullable String remarks,
      @Nullable Classification classification,
      @Nullable Urgency urgency,
      @Nullable Boolean physical,
      @Nullable PaperId receipt) {

    NewFile file() {
      return new NewFile(
          or(subject, ""),
          or(heads, List.of()),
          or(number, ""),
          or(category, ""),
          or(language, "hi"),
          or(earlier, ""),
          or(remarks, ""),
          or(classification, Classification.NORMAL),
          or(urgency, Urgency.ORDINARY),
          or(physical, false));
    }
  }

  private static <T> T or(@Nullable T value, T otherwise) {
    return Objects.requireNonNullElse(value, otherwise);
  }

  record CoverJson(
      String subject,
      @Nullable String category,
      @Nullable String language,
      @Nullable String earlier,
      @Nullable String later,
      @Nullable String remarks) {

    Cover cover() {
      return new Cover(
          or(subject, ""),
          or(category, ""),
          or(language, "hi"),
          or(earlier, ""),
          or(later, ""),
          or(remarks, ""));
    }
  }

  record LetterJson(
      int serial, UUID paper, String number, String title, int from, int to, boolean puc) {
    static LetterJson of(Sheet.Letter letter) {
      return new LetterJson(
          letter.serial(),
          letter.paper().value(),
          letter.number(),
          letter.title(),
          letter.from(),
          letter.to(),
          letter.underConsideration());
    }
  }

  /// @param earlier the cursor for the notes before these, see `/notes`; null when there are none
  record FileJson(
      UUID id,
      long computerNumber,
      String number,
      CoverJson cover,
      String place,
      int paragraphs,
      int pages,
      List<NotesApi.NoteJson> notes,
      @Nullable Integer earlier,
      List<LetterJson> correspondence) {}

  record ListJson(List<FileLine> files, @Nullable String cursor) {}

  @PostMapping
  @MayCall(CHAIR)
  FileJson open(@RequestBody NewFileJson body, Act act, Caller caller) {
    PaperId receipt = body.receipt();
    if (receipt != null) reading.open(receipt, caller.scope());
    return file(files.open(act, body.file(), receipt), caller);
  }

  @GetMapping
  @MayCall(CHAIR)
  ListJson list(
      Caller caller,
      @RequestParam(defaultValue = "OFFICE") FileFilter.Whose whose,
      @RequestParam(defaultValue = "ALL") FileFilter.State state,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String cursor) {
    var lines = lists.page(caller.scope(), new FileFilter(whose, state, q, cursor));
    boolean full = lines.size() == FileLists.PAGE;
    return new ListJson(lines, full ? lines.getLast().cursor() : null);
  }

  /// A file with its newest notes.
  @GetMapping("/{paper}")
  @MayCall(CHAIR)
  FileJson file(@PathVariable PaperId paper, Caller caller) {
    Sheet sheet = sheets.of(paper, caller.scope());
    var row = sheet.card().paper();
    views.seen(row, caller.scope());
    var cover = sheet.cover();
    return new FileJson(
        row.id().value(),
        cover.computerNumber(),
        row.number(),
        new CoverJson(
            cover.subject(),
            cover.category(),
            cover.language(),
            cover.earlier(),
            cover.later(),
            cover.remarks()),
        row.place().code(),
        cover.paragraphs(),
        cover.pages(),
        NotesApi.notes(sheet, caller),
        NotesApi.earlier(sheet),
        sheet.letters().stream().map(LetterJson::of).toList());
  }

  @PostMapping("/{paper}/cover")
  @MayCall(CHAIR)
  FileJson cover(@PathVariable PaperId paper, @RequestBody CoverJson body, Act act, Caller caller) {
    reading.open(paper, caller.scope());
    files.edit(act, paper, body.cover());
    return file(paper, caller);
  }

  record EnclosureJson(PaperId receipt) {}

  /// Puts a receipt into the file (OP-28).
  @PostMapping("/{paper}/enclosures")
  @MayCall(CHAIR)
  FileJson enclose(
      @PathVariable PaperId paper, @RequestBody EnclosureJson body, Act act, Caller caller) {
    reading.open(paper, caller.scope());
    reading.open(body.receipt(), caller.scope());
    files.enclose(act, body.receipt(), paper);
    return file(paper, caller);
  }

  record SerialJson(int serial) {}

  /// Marks the paper under consideration.
  @PostMapping("/{paper}/consideration")
  @MayCall(CHAIR)
  FileJson consider(
      @PathVariable PaperId paper, @RequestBody SerialJson body, Act act, Caller caller) {
    reading.open(paper, caller.scope());
    flags.consider(act, paper, body.serial());
    return file(paper, caller);
  }
}
