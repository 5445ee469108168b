package karyalay.files.web;

import static karyalay.files.web.FilingApi.text;
import static karyalay.web.MayCall.Who.CHAIR;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import karyalay.desk.Reading;
import karyalay.desk.web.Addressee;
import karyalay.files.Consultations;
import karyalay.files.FileNumbers;
import karyalay.files.LegacyFile;
import karyalay.files.LegacyFiles;
import karyalay.files.Precedent;
import karyalay.files.Precedents;
import karyalay.files.Watchlists;
import karyalay.organisation.Posts;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Registers and lists of files for other systems: precedents, legacy files, watch lists, numbers,
/// consultations.
@RestController
@RequestMapping("/api/v1")
class FileRegistersApi {
  private final Precedents precedents;
  private final LegacyFiles legacy;
  private final Watchlists lists;
  private final Consultations consultations;
  private final FileNumbers numbers;
  private final Posts posts;
  private final Reading reading;

  FileRegistersApi(
      Precedents precedents,
      LegacyFiles legacy,
      Watchlists lists,
      Consultations consultations,
      FileNumbers numbers,
      Posts posts,
      Reading reading) {
    this.precedents = precedents;
    this.legacy = legacy;
    this.lists = lists;
    this.consultations = consultations;
    this.numbers = numbers;
    this.posts = posts;
    this.reading = reading;
  }

  record SearchJson(@Nullable String q) {}

  record NumberJson(String number) {}

  record RulingJson(
      String file, @Nullable Integer paragraph, String subject, String ruling, LocalDate decided) {}

  record LegacyJson(
      String oldNumber,
      String subject,
      LocalDate openedOn,
      @Nullable String holder,
      @Nullable String keptAt,
      @Nullable String remarks,
      @Nullable List<UUID> uploads) {}

  record SheetJson(String sheet) {}

  /// @param id the file that was made; null on a trial and for a bad row
  /// @param refusal why not; empty for a good row
  record RowJson(int line, String oldNumber, @Nullable UUID id, String refusal) {}

  record WatchJson(List<Watchlists.Line> toAndFro, List<Watchlists.Line> manyHands, int levels) {}

  record ConsultationJson(String to, String question, LocalDate target) {}

  record EndJson(@Nullable String remark, @Nullable LocalDate target) {}

  @GetMapping("/precedents")
  @MayCall(CHAIR)
  List<Precedent> precedents(Caller caller) {
    return precedents.find(caller.scope(), "");
  }

  @PostMapping("/precedents/search")
  @MayCall(CHAIR)
  List<Precedent> search(@RequestBody SearchJson body, Caller caller) {
    return precedents.find(caller.scope(), text(body.q()));
  }

  @PostMapping("/precedents")
  @MayCall(CHAIR)
  @ResponseStatus(HttpStatus.CREATED)
  FilingApi.MadeJson enter(@RequestBody RulingJson body, Act act, Caller caller) {
    PaperId file = numbers.one(caller.scope(), body.file());
    int paragraph = Objects.requireNonNullElse(body.paragraph(), 0);
    var ruling =
        new Precedents.Ruling(file, paragraph, body.subject(), body.ruling(), body.decided());
    return new FilingApi.MadeJson(precedents.enter(act, ruling));
  }

  @PostMapping("/files/numbers")
  @MayCall(CHAIR)
  List<FileNumbers.Found> numbers(@RequestBody NumberJson body, Caller caller) {
    return numbers.find(caller.scope(), body.number());
  }

  @GetMapping("/files/watch")
  @MayCall(CHAIR)
  WatchJson watch(Caller caller) {
    var scope = caller.scope();
    int levels = lists.levels(scope);
    return new WatchJson(lists.toAndFro(scope), lists.manyHands(scope, levels), levels);
  }

  @PostMapping("/files/legacy")
  @MayCall(CHAIR)
  @ResponseStatus(HttpStatus.CREATED)
  FilingApi.MadeJson legacy(@RequestBody LegacyJson body, Act act) {
    var file =
        new LegacyFile(
            body.oldNumber(),
            body.subject(),
            body.openedOn(),
            text(body.holder()),
            text(body.keptAt()),
            text(body.remarks()));
    List<UUID> uploads = Objects.requireNonNullElse(body.uploads(), List.of());
    return new FilingApi.MadeJson(legacy.enter(act, file, uploads).value());
  }

  @PostMapping("/files/legacy/trial")
  @MayCall(CHAIR)
  List<RowJson> examine(@RequestBody SheetJson body, Caller caller, Page page) {
    return legacy.examine(caller.seat().post(), body.sheet()).stream()
        .map(row -> json(row, null, row.refused().orElse(null), page))
        .toList();
  }

  /// Enters the good rows, each in an act of its own that follows from this one's.
  @PostMapping("/files/legacy/rows")
  @MayCall(CHAIR)
  List<RowJson> load(@RequestBody SheetJson body, Act act, Caller caller, Page page) {
    List<RowJson> rows = new ArrayList<>();
    for (LegacyFiles.Row row : legacy.load(caller.seat().post(), body.sheet()))
      rows.add(enter(row, act, page));
    return rows;
  }

  private RowJson enter(LegacyFiles.Row row, Act act, Page page) {
    if (row.file().isEmpty()) return json(row, null, row.refused().orElse(null), page);
    try {
      PaperId made = legacy.enter(LegacyFiles.part(act, row), row.file().get(), List.of());
      return json(row, made, null, page);
    } catch (Refused refused) {
      return json(row, null, refused, page);
    }
  }

  private static RowJson json(
      LegacyFiles.Row row, @Nullable PaperId made, @Nullable Refused refused, Page page) {
    String sentence =
        refused == null ? "" : page.t(refused.reason().key(), refused.arguments().toArray());
    return new RowJson(row.line(), row.shown(), made == null ? null : made.value(), sentence);
  }

  @PostMapping("/files/{paper}/consultations")
  @MayCall(CHAIR)
  @ResponseStatus(HttpStatus.CREATED)
  FilingApi.MadeJson consult(
      @PathVariable PaperId paper, @RequestBody ConsultationJson body, Act act, Caller caller) {
    reading.open(paper, caller.scope());
    var asked = Addressee.of(posts, body.to(), caller);
    return new FilingApi.MadeJson(
        consultations.ask(act, paper, asked, body.question(), body.target()));
  }

  @PostMapping("/files/{paper}/consultations/{id}/answer")
  @MayCall(CHAIR)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void answered(
      @PathVariable PaperId paper,
      @PathVariable UUID id,
      @RequestBody EndJson body,
      Act act,
      Caller caller) {
    reading.open(paper, caller.scope());
    consultations.answered(act, paper, id, text(body.remark()));
  }

  @PostMapping("/files/{paper}/consultations/{id}/extension")
  @MayCall(CHAIR)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void extend(
      @PathVariable PaperId paper,
      @PathVariable UUID id,
      @RequestBody EndJson body,
      Act act,
      Caller caller) {
    reading.open(paper, caller.scope());
    LocalDate target = body.target();
    if (target == null) throw new Refused(karyalay.shared.SharedRefusal.MISSING, "target");
    consultations.extend(act, paper, id, target, text(body.remark()));
  }

  @PostMapping("/files/{paper}/consultations/{id}/proceeding")
  @MayCall(CHAIR)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void proceed(
      @PathVariable PaperId paper,
      @PathVariable UUID id,
      @RequestBody EndJson body,
      Act act,
      Caller caller) {
    reading.open(paper, caller.scope());
    consultations.proceed(act, paper, id, text(body.remark()));
  }
}
