package karyalay.dak.web;

import static karyalay.web.MayCall.Who.CHAIR;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import karyalay.casenumbers.CaseNumbers;
import karyalay.dak.Corrections;
import karyalay.dak.Field;
import karyalay.dak.Particulars;
import karyalay.dak.Pavatis;
import karyalay.dak.Problem;
import karyalay.dak.Receipt;
import karyalay.dak.ReceiptReading;
import karyalay.dak.Shape;
import karyalay.dak.web.DiaryForms.Showing;
import karyalay.dak.web.DiaryView.Purpose;
import karyalay.desk.Attachments;
import karyalay.desk.FormFiles;
import karyalay.desk.Movements;
import karyalay.desk.Upload;
import karyalay.desk.Viewer;
import karyalay.desk.Views;
import karyalay.desk.web.PreparedBox;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// One receipt: details and scan, its history, its correction, its acknowledgement.
@Controller
class ReceiptPages {
  private final ReceiptReading reading;
  private final Corrections corrections;
  private final Pavatis pavatis;
  private final DiaryForms forms;
  private final Choices choices;
  private final Attachments attachments;
  private final Movements movements;
  private final Views views;
  private final CaseNumbers numbers;
  private final PreparedBox prepared;

  ReceiptPages(
      ReceiptReading reading,
      Corrections corrections,
      Pavatis pavatis,
      DiaryForms forms,
      Choices choices,
      Attachments attachments,
      Movements movements,
      Views views,
      CaseNumbers numbers,
      PreparedBox prepared) {
    this.reading = reading;
    this.corrections = corrections;
    this.pavatis = pavatis;
    this.forms = forms;
    this.choices = choices;
    this.attachments = attachments;
    this.movements = movements;
    this.views = views;
    this.numbers = numbers;
    this.prepared = prepared;
  }

  /// The full view. The holder's first one is an act: from then it is not pulled back (OP-41).
  @GetMapping("/receipts/{paper}")
  @MayCall(CHAIR)
  String receipt(
      @PathVariable PaperId paper,
      @RequestParam(name = "page", defaultValue = "1") int at,
      Caller caller,
      Page page,
      Model model) {
    var details = reading.open(paper, caller.scope());
    var card = details.card().paper();
    if (card.openedAt() == null && card.heldBy(caller.seat().post()))
      movements.open(Act.of(caller.actor()), paper);
    reading.seen(details, caller.scope());
    views.seen(card, caller.scope());
    var viewer =
        Viewer.of(page, "/receipts/" + paper, paper, attachments.of(details.receipt().id()), at);
    var box = prepared.of(page, details.card(), caller);
    var on = numbers.of(card, caller.scope());
    model.addAttribute("view", ReceiptView.of(page, details, viewer, choices, on, caller, box));
    return "dak/receipt";
  }

  @GetMapping("/receipts/{paper}/history")
  @MayCall(CHAIR)
  String history(@PathVariable PaperId paper, Caller caller, Page page, Model model) {
    var details = reading.open(paper, caller.scope());
    model.addAttribute(
        "view",
        HistoryView.of(page, details, reading.history(paper, caller.scope()), choices, caller));
    return "dak/history";
  }

  @GetMapping("/receipts/{paper}/acknowledgement")
  @MayCall(CHAIR)
  String pavati(@PathVariable PaperId paper, Caller caller, Page page, Model model) {
    model.addAttribute(
        "view", new PavatiView(page, paper, pavatis.of(paper, caller.scope()).orElse(null)));
    return "dak/pavati";
  }

  @GetMapping("/receipts/{paper}/edit")
  @MayCall(CHAIR)
  String edit(@PathVariable PaperId paper, Caller caller, Page page, Model model) {
    Receipt receipt = reading.open(paper, caller.scope()).receipt();
    DiaryForm form = DiaryForm.of(receipt.particulars());
    if (receipt.sealed()) form.typed().set(DiaryForm.name(Field.SHAPE), Shape.LETTER.name());
    model.addAttribute("view", forms.open(page, caller, showing(paper, receipt), form, List.of()));
    return "dak/diary";
  }

  private static Showing showing(PaperId paper, Receipt receipt) {
    return Showing.of(
        receipt.sealed() ? Purpose.OPENING : Purpose.CORRECTION,
        "/receipts/" + paper + "/particulars");
  }

  /// Writes the next version; of a closed cover, what was inside.
  @PostMapping("/receipts/{paper}/particulars")
  @MayCall(CHAIR)
  String write(
      @PathVariable PaperId paper,
      @RequestParam MultiValueMap<String, String> typed,
      @RequestParam(required = false) @Nullable List<MultipartFile> files,
      Act act,
      Caller caller,
      Page page,
      Model model,
      HttpServletResponse response)
      throws IOException {
    Receipt receipt = reading.open(paper, caller.scope()).receipt();
    var form = new DiaryForm(typed);
    var uploads = new ArrayList<>(form.uploads());
    if (files != null)
      FormFiles.receive(attachments, files, caller).stream().map(Upload::id).forEach(uploads::add);
    var parsed = forms.parse(form, caller);
    var problems = new ArrayList<>(parsed.problems());
    boolean paperless = !receipt.particulars().arrival().physical();
    problems.addAll(
        corrections.problems(receipt, parsed.particulars(), paperless ? 1 : uploads.size()));
    Showing showing = showing(paper, receipt);
    if (form.text("then").equals("shape")) problems.clear();
    else if (problems.isEmpty())
      try {
        written(act, paper, receipt, parsed.particulars(), uploads);
        return "redirect:" + page.link("/receipts/" + paper);
      } catch (Refused refused) {
        showing = showing.refused(page.t(refused.reason().key(), refused.arguments().toArray()));
      }
    return shown(form, uploads, showing, problems, caller, page, model, response);
  }

  private void written(
      Act act, PaperId paper, Receipt receipt, Particulars after, List<UUID> uploads) {
    if (receipt.sealed()) corrections.openCover(act, paper, after, uploads);
    else corrections.correct(act, paper, after);
  }

  private String shown(
      DiaryForm form,
      List<UUID> uploads,
      Showing showing,
      List<Problem> problems,
      Caller caller,
      Page page,
      Model model,
      HttpServletResponse response) {
    boolean fine = problems.isEmpty() && showing.refusal().isEmpty();
    if (!fine) response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    model.addAttribute("view", forms.again(page, caller, showing, form, uploads, problems));
    return "dak/diary";
  }
}
