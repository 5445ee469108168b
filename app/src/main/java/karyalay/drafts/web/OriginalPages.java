package karyalay.drafts.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import karyalay.desk.Attachments;
import karyalay.desk.FormFiles;
import karyalay.desk.Upload;
import karyalay.drafts.LetterDetails;
import karyalay.drafts.LetterId;
import karyalay.drafts.LetterReading;
import karyalay.drafts.Originals;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Letters that are still wanted on paper: numbered copies, and their scans (OP-142).
@Controller
class OriginalPages {
  private final LetterReading letters;
  private final Originals originals;
  private final Attachments attachments;

  OriginalPages(LetterReading letters, Originals originals, Attachments attachments) {
    this.letters = letters;
    this.originals = originals;
    this.attachments = attachments;
  }

  @GetMapping("/originals")
  @MayCall(CHAIR)
  String out(Caller caller, Page page, Model model) {
    var scope = caller.scope();
    model.addAttribute("view", new OutView(page, originals.out(scope), originals.counts(scope)));
    return "drafts/originals";
  }

  @GetMapping("/letters/{letter}/originals")
  @MayCall(CHAIR)
  String copies(@PathVariable LetterId letter, Caller caller, Page page, Model model) {
    LetterDetails found = letters.open(letter, caller.scope());
    model.addAttribute("view", new CopiesView(page, found, originals.of(letter)));
    return "drafts/copies";
  }

  @PostMapping("/letters/{letter}/originals")
  @MayCall(CHAIR)
  String print(@PathVariable LetterId letter, Act act, Caller caller, Page page) {
    letters.open(letter, caller.scope());
    originals.print(act, letter);
    return "redirect:" + page.link("/letters/" + letter + "/originals");
  }

  @GetMapping("/letters/{letter}/originals/{copy}.pdf")
  @MayCall(CHAIR)
  ResponseEntity<byte[]> pdf(@PathVariable LetterId letter, @PathVariable int copy, Caller caller) {
    byte[] pdf = originals.pdf(letters.open(letter, caller.scope()), copy);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"original-" + copy + ".pdf\"")
        .header("X-Content-Type-Options", "nosniff")
        .cacheControl(CacheControl.noStore())
        .body(pdf);
  }

  @PostMapping("/letters/{letter}/originals/{copy}/scan")
  @MayCall(CHAIR)
  String scan(
      @PathVariable LetterId letter,
      @PathVariable int copy,
      @RequestParam(required = false) @Nullable List<UUID> upload,
      @RequestParam(required = false) @Nullable List<MultipartFile> files,
      Act act,
      Caller caller,
      Page page)
      throws IOException {
    letters.open(letter, caller.scope());
    var uploads = new ArrayList<UUID>(upload == null ? List.of() : upload);
    if (files != null)
      FormFiles.receive(attachments, files, caller).stream().map(Upload::id).forEach(uploads::add);
    originals.giveScan(act, letter, copy, uploads);
    return "redirect:" + page.link("/letters/" + letter + "/originals");
  }
}
