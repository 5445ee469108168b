package karyalay.files.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.util.List;
import java.util.stream.Stream;
import karyalay.desk.Classification;
import karyalay.desk.Reading;
import karyalay.desk.Urgency;
import karyalay.files.Files;
import karyalay.files.NewFile;
import karyalay.organisation.Masters;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.PaperId;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Opening a file, alone or with a receipt (OP-37, OP-38, OP-39).
@Controller
class NewFilePages {
  private final Files files;
  private final Masters masters;
  private final Reading reading;

  NewFilePages(Files files, Masters masters, Reading reading) {
    this.files = files;
    this.masters = masters;
    this.reading = reading;
  }

  @GetMapping("/files/new")
  @MayCall(CHAIR)
  String form(
      @RequestParam(required = false) @Nullable PaperId receipt,
      Caller caller,
      Page page,
      Model model) {
    var card = receipt == null ? null : reading.open(receipt, caller.scope());
    var district = caller.seat().district();
    model.addAttribute(
        "view",
        new NewFileView(
            page,
            masters.of("FILE_HEAD", district),
            masters.of("CATEGORY", district),
            receipt,
            card == null ? "" : card.paper().number(),
            card == null ? "" : card.paper().title()));
    return "files/new";
  }

  @PostMapping("/files")
  @MayCall(CHAIR)
  String open(
      @RequestParam(defaultValue = "") String subject,
      @RequestParam(defaultValue = "") String basic,
      @RequestParam(defaultValue = "") String primary,
      @RequestParam(defaultValue = "") String secondary,
      @RequestParam(defaultValue = "") String tertiary,
      @RequestParam(defaultValue = "") String number,
      @RequestParam(defaultValue = "") String category,
      @RequestParam(defaultValue = "hi") String language,
      @RequestParam(defaultValue = "") String earlier,
      @RequestParam(defaultValue = "") String remarks,
      @RequestParam(defaultValue = "NORMAL") Classification classification,
      @RequestParam(defaultValue = "ORDINARY") Urgency urgency,
      @RequestParam(defaultValue = "false") boolean physical,
      @RequestParam(required = false) @Nullable PaperId receipt,
      Act act,
      Caller caller,
      Page page) {
    if (receipt != null) reading.open(receipt, caller.scope());
    List<String> heads =
        Stream.of(basic, primary, secondary, tertiary).filter(head -> !head.isBlank()).toList();
    var file =
        new NewFile(
            subject,
            heads,
            number,
            category,
            language,
            earlier,
            remarks,
            classification,
            urgency,
            physical);
    return "redirect:" + page.link("/files/" + files.open(act, file, receipt));
  }
}
