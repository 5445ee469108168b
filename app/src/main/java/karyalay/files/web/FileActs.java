package karyalay.files.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import karyalay.desk.Move;
import karyalay.desk.Movements;
import karyalay.desk.Reading;
import karyalay.desk.Task;
import karyalay.desk.web.Addressee;
import karyalay.files.Cover;
import karyalay.files.Files;
import karyalay.files.NewNote;
import karyalay.files.NoteKind;
import karyalay.files.Notes;
import karyalay.organisation.Posts;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// What is done on a file: each change of state is a resource.
@Controller
@RequestMapping("/files/{paper}")
class FileActs {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final Files files;
  private final Notes notes;
  private final Movements movements;
  private final Reading reading;
  private final Posts posts;

  FileActs(Files files, Notes notes, Movements movements, Reading reading, Posts posts) {
    this.files = files;
    this.notes = notes;
    this.movements = movements;
    this.reading = reading;
    this.posts = posts;
  }

  /// What the foot of the note sheet sends.
  ///
  /// @param to a suggested post; `other`, when typed, goes before it
  /// @param agree a signature under what is proposed, no words needed
  /// @param stay sign, and keep the file here
  record NoteForm(
      @Nullable String text,
      @Nullable NoteKind kind,
      @Nullable Integer corrects,
      @Nullable String orderedBy,
      @Nullable String to,
      @Nullable String other,
      @Nullable Task task,
      @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate due,
      @Nullable String agree,
      @Nullable String stay) {

    String addressee() {
      if (given(stay)) return "";
      if (other != null && !other.isBlank()) return other.strip();
      return to == null ? "" : to.strip();
    }

    NewNote note(@Nullable PostId oral) {
      NoteKind asked = kind == null ? NoteKind.NOTE : kind;
      if (given(agree)) asked = NoteKind.AGREEMENT;
      if (oral != null) asked = NoteKind.ORAL_ORDER;
      else if (asked == NoteKind.ORAL_ORDER) asked = NoteKind.NOTE;
      if (asked == NoteKind.CORRECTION && corrects == null) asked = NoteKind.NOTE;
      return new NewNote(
          asked, text == null ? "" : text, asked == NoteKind.CORRECTION ? corrects : null, oral);
    }

    private static boolean given(@Nullable String value) {
      return value != null && !value.isBlank();
    }
  }

  /// A green note; with an addressee the file goes on at once: write, choose, send.
  @PostMapping("/notes")
  @MayCall(CHAIR)
  String note(@PathVariable PaperId paper, NoteForm form, Act act, Caller caller, Page page) {
    String by = form.orderedBy();
    NewNote note = form.note(by == null || by.isBlank() ? null : Addressee.of(posts, by, caller));
    String to = form.addressee();
    if (to.isEmpty()) {
      notes.write(act, paper, note);
      return "redirect:" + page.link("/files/" + paper) + "#write";
    }
    PostId next = Addressee.of(posts, to, caller);
    Task task = form.task() == null ? Task.ACTION : form.task();
    notes.writeAndSend(act, paper, note, new Move.Forward(next, task, "", form.due(), false));
    return "redirect:" + page.link("/desk?sent=" + paper);
  }

  /// What is being typed, kept for its author alone.
  @PostMapping("/draft")
  @MayCall(CHAIR)
  @ResponseBody
  Map<String, String> draft(
      @PathVariable PaperId paper, @RequestParam String text, Act act, Page page) {
    var at = notes.keepDraft(act, paper, text).atZone(OfficeTime.ZONE);
    return Map.of("saved", page.t("files.saved", CLOCK.format(at)));
  }

  @PostMapping("/parking")
  @MayCall(CHAIR)
  String park(
      @PathVariable PaperId paper,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
      @RequestParam String reason,
      Act act,
      Caller caller,
      Page page) {
    reading.card(paper, caller.scope());
    movements.move(act, paper, new Move.Park(until, reason));
    return "redirect:" + page.link("/desk");
  }

  @PostMapping("/closure")
  @MayCall(CHAIR)
  String close(
      @PathVariable PaperId paper, @RequestParam String reason, Act act, Caller caller, Page page) {
    reading.card(paper, caller.scope());
    files.close(act, paper, reason);
    return "redirect:" + page.link("/files/" + paper);
  }

  @PostMapping("/reopening")
  @MayCall(CHAIR)
  String reopen(
      @PathVariable PaperId paper,
      @RequestParam String reason,
      @RequestParam String approver,
      Act act,
      Caller caller,
      Page page) {
    reading.card(paper, caller.scope());
    files.reopen(act, paper, reason, Addressee.of(posts, approver, caller));
    return "redirect:" + page.link("/files/" + paper);
  }

  @PostMapping("/cover")
  @MayCall(CHAIR)
  String cover(
      @PathVariable PaperId paper,
      @RequestParam String subject,
      @RequestParam(defaultValue = "") String category,
      @RequestParam(defaultValue = "hi") String language,
      @RequestParam(defaultValue = "") String earlier,
      @RequestParam(defaultValue = "") String later,
      @RequestParam(defaultValue = "") String remarks,
      Act act,
      Caller caller,
      Page page) {
    reading.card(paper, caller.scope());
    files.edit(act, paper, new Cover(subject, category, language, earlier, later, remarks));
    return "redirect:" + page.link("/files/" + paper + "/details");
  }

  @PostMapping("/consideration")
  @MayCall(CHAIR)
  String consider(
      @PathVariable PaperId paper, @RequestParam int serial, Act act, Caller caller, Page page) {
    reading.card(paper, caller.scope());
    files.consider(act, paper, serial);
    return "redirect:" + page.link("/files/" + paper);
  }

  @PostMapping("/enclosures")
  @MayCall(CHAIR)
  String enclose(
      @PathVariable PaperId paper,
      @RequestParam PaperId receipt,
      Act act,
      Caller caller,
      Page page) {
    reading.card(paper, caller.scope());
    reading.card(receipt, caller.scope());
    files.enclose(act, receipt, paper);
    return "redirect:" + page.link("/files/" + paper);
  }

  @PostMapping("/oral-orders/{note}/confirmation")
  @MayCall(CHAIR)
  String confirm(
      @PathVariable PaperId paper, @PathVariable UUID note, Act act, Caller caller, Page page) {
    reading.card(paper, caller.scope());
    notes.confirmOral(act, note);
    return "redirect:" + page.link("/files/oral-orders");
  }
}
