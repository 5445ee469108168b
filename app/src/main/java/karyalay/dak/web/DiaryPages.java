package karyalay.dak.web;

import static karyalay.web.MayCall.Who.CHAIR;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import karyalay.casenumbers.CaseNumbers;
import karyalay.dak.DakRefusal;
import karyalay.dak.Diary;
import karyalay.dak.Drafts;
import karyalay.dak.Field;
import karyalay.dak.Order;
import karyalay.dak.Problem;
import karyalay.dak.ReceiptReading;
import karyalay.dak.Shape;
import karyalay.dak.Sheet;
import karyalay.dak.web.DiaryForms.Showing;
import karyalay.dak.web.DiaryView.Purpose;
import karyalay.desk.Attachments;
import karyalay.desk.FormFiles;
import karyalay.desk.Task;
import karyalay.desk.Upload;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.ContentId;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// आवक: the diary form, fresh or going on from an entry without a number.
@Controller
class DiaryPages {
  private final Diary diary;
  private final DiaryForms forms;
  private final ReceiptReading reading;
  private final Attachments attachments;
  private final Addressees addressees;
  private final Drafts drafts;
  private final CaseNumbers caseNumbers;
  private final ScannedForms scanned;

  DiaryPages(
      Diary diary,
      DiaryForms forms,
      ReceiptReading reading,
      Attachments attachments,
      Addressees addressees,
      Drafts drafts,
      CaseNumbers caseNumbers,
      ScannedForms scanned) {
    this.diary = diary;
    this.forms = forms;
    this.reading = reading;
    this.attachments = attachments;
    this.addressees = addressees;
    this.drafts = drafts;
    this.caseNumbers = caseNumbers;
    this.scanned = scanned;
  }

  /// @param done what was just given a number
  /// @param letter one cut out of a pile, whose pages lie in the form already (OP-127)
  /// @param like whose fields are kept for the next one (OP-22)
  @GetMapping("/receipts/new")
  @MayCall(CHAIR)
  String blank(
      @RequestParam(defaultValue = "LETTER") Shape shape,
      @RequestParam(defaultValue = "") String mode,
      @RequestParam(required = false) @Nullable PaperId done,
      @RequestParam(required = false) @Nullable PaperId like,
      @RequestParam(required = false) @Nullable UUID letter,
      Caller caller,
      Page page,
      Model model) {
    DiaryForm form = like == null ? blank(shape, mode) : like(like, caller);
    if (letter != null) scanned.put(form, letter, caller);
    var showing = new Showing(Purpose.NEW, "/receipts", "", forms.done(done, caller, page), "");
    DiaryView view =
        like == null ? kept(form.draft(null), showing, caller, page).orElse(null) : null;
    model.addAttribute(
        "view", view == null ? forms.open(page, caller, showing, form, form.uploads()) : view);
    return "dak/diary";
  }

  /// The form with what this person was typing when he left it.
  private Optional<DiaryView> kept(
      @Nullable ContentId entry, Showing showing, Caller caller, Page page) {
    return drafts
        .find(caller.scope(), entry)
        .map(draft -> {
          var form = new DiaryForm(new LinkedMultiValueMap<>(draft.typed()));
          var restored = showing.restored(page.dates().time(draft.at()));
          return forms.open(page, caller, restored, form, form.uploads());
        });
  }

  private static DiaryForm blank(Shape shape, String mode) {
    var typed = new LinkedMultiValueMap<String, String>();
    typed.set(DiaryForm.name(Field.SHAPE), shape.name());
    typed.set(DiaryForm.name(Field.MODE), mode);
    return new DiaryForm(typed);
  }

  /// Everything as before but what belongs to one letter alone.
  private DiaryForm like(PaperId paper, Caller caller) {
    DiaryForm form = DiaryForm.of(reading.open(paper, caller.scope()).receipt().particulars());
    for (Field field :
        List.of(
            Field.LETTER_NUMBER,
            Field.LETTER_DATE,
            Field.RECEIVED,
            Field.ENCLOSURES,
            Field.MISSING,
            Field.ORIGINAL_PLACE)) form.typed().remove(DiaryForm.name(field));
    return form;
  }

  @GetMapping("/receipts/entries/{entry}")
  @MayCall(CHAIR)
  String entry(@PathVariable UUID entry, Caller caller, Page page, Model model) {
    var id = new ContentId(entry);
    var written = reading.entry(id, caller.seat().post());
    var showing = Showing.of(Purpose.ENTRY, "/receipts/entries/" + entry);
    model.addAttribute(
        "view",
        kept(id, showing, caller, page)
            .orElseGet(() ->
                forms.open(
                    page,
                    caller,
                    showing,
                    DiaryForm.of(written.particulars()),
                    written.uploads())));
    return "dak/diary";
  }

  @PostMapping("/receipts")
  @MayCall(CHAIR)
  String diarise(
      @RequestParam MultiValueMap<String, String> typed,
      @RequestParam(required = false) @Nullable List<MultipartFile> files,
      Act act,
      Caller caller,
      Page page,
      Model model,
      HttpServletResponse response)
      throws IOException {
    return sent(null, typed, files, new Sending(act, caller, page, model, response));
  }

  @PostMapping("/receipts/entries/{entry}")
  @MayCall(CHAIR)
  String diariseEntry(
      @PathVariable UUID entry,
      @RequestParam MultiValueMap<String, String> typed,
      @RequestParam(required = false) @Nullable List<MultipartFile> files,
      Act act,
      Caller caller,
      Page page,
      Model model,
      HttpServletResponse response)
      throws IOException {
    var sending = new Sending(act, caller, page, model, response);
    return sent(new ContentId(entry), typed, files, sending);
  }

  private record Sending(
      Act act, Caller caller, Page page, Model model, HttpServletResponse response) {}

  private String sent(
      @Nullable ContentId entry,
      MultiValueMap<String, String> typed,
      @Nullable List<MultipartFile> files,
      Sending sending)
      throws IOException {
    var form = new DiaryForm(typed);
    var uploads = new ArrayList<>(form.uploads());
    var showing =
        entry == null
            ? Showing.of(Purpose.NEW, "/receipts")
            : Showing.of(Purpose.ENTRY, "/receipts/entries/" + entry);
    try {
      if (files != null)
        FormFiles.receive(attachments, files, sending.caller()).stream()
            .map(Upload::id)
            .forEach(uploads::add);
      return act(entry, form, uploads, showing, sending);
    } catch (Refused refused) {
      String sentence = sending.page().t(refused.reason().key(), refused.arguments().toArray());
      return shown(form, uploads, showing.refused(sentence), List.of(), sending);
    }
  }

  private String act(
      @Nullable ContentId entry,
      DiaryForm form,
      List<UUID> uploads,
      Showing showing,
      Sending sending) {
    String then = form.text("then");
    if (then.equals("shape")) return shown(form, uploads, showing, List.of(), sending);
    var parsed = forms.parse(form, sending.caller());
    boolean anew = form.text("anew").equals("true");
    var sheet =
        new Sheet(entry, parsed.particulars(), uploads, anew, caseNumber(form, sending.caller()));
    if (then.equals("keep") && parsed.problems().isEmpty()) return keep(form, sheet, sending);
    var problems = new ArrayList<>(parsed.problems());
    if (!then.equals("keep"))
      problems.addAll(diary.problems(sheet, sending.caller().seat().post()));
    if (!problems.isEmpty()) return shown(form, uploads, showing, problems, sending);
    return number(form, sheet, then, sending);
  }

  /// What the one field says; the same letter's other numbers are added on its own page.
  private CaseNumbers.@Nullable Read caseNumber(DiaryForm form, Caller caller) {
    String typed = form.text("case-number");
    return typed.isEmpty() ? null : caseNumbers.read(typed, caller.seat().post());
  }

  private String keep(DiaryForm form, Sheet sheet, Sending sending) {
    ContentId id = diary.keep(sending.act(), sheet);
    drafts.spend(sending.act(), form.draft(sheet.entry()));
    return "redirect:" + sending.page().link("/receipts/entries/" + id);
  }

  private String number(DiaryForm form, Sheet sheet, String then, Sending sending) {
    boolean send = then.equals("send") || then.equals("copy") && !form.to().isEmpty();
    Order order = send ? order(form, sending.caller()) : null;
    PaperId paper = diary.diarise(sending.act(), sheet, order);
    drafts.spend(sending.act(), form.draft(sheet.entry()));
    String mode = sheet.particulars().arrival().mode();
    String next = then.equals("copy") ? "&like=" + paper : "&shape=" + sheet.particulars().shape();
    String following = scanned.following(form, sending.caller());
    return "redirect:"
        + sending.page().link("/receipts/new?done=" + paper + next + following + "&mode=" + mode);
  }

  private Order order(DiaryForm form, Caller caller) {
    if (form.to().isEmpty()) throw new Refused(DakRefusal.NO_ADDRESSEE);
    Task task = form.text("task").isEmpty() ? Task.ACTION : Task.valueOf(form.text("task"));
    return new Order(
        addressees.of(form.to(), caller), task, form.text("remark"), forms.due(form).orElse(null));
  }

  private String shown(
      DiaryForm form,
      List<UUID> uploads,
      Showing showing,
      List<Problem> problems,
      Sending sending) {
    boolean fine = problems.isEmpty() && showing.refusal().isEmpty();
    if (!fine) sending.response().setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    sending
        .model()
        .addAttribute(
            "view",
            forms.again(sending.page(), sending.caller(), showing, form, uploads, problems));
    return "dak/diary";
  }
}
