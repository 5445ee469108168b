package karyalay.mailbox.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import karyalay.documents.DocumentId;
import karyalay.documents.Documents;
import karyalay.documents.Original;
import karyalay.mailbox.Boxes;
import karyalay.mailbox.Mail;
import karyalay.mailbox.Mailing;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// ई-मेल डाक: the tray of the office's mailbox, and one e-mail with what may be done with it
/// (OP-31).
@Controller
@RequestMapping("/mail")
class MailPages {
  private static final int PAGE = 50;

  private final Mailing mailing;
  private final Boxes boxes;
  private final Documents documents;

  MailPages(Mailing mailing, Boxes boxes, Documents documents) {
    this.mailing = mailing;
    this.boxes = boxes;
    this.documents = documents;
  }

  @GetMapping
  @MayCall(CHAIR)
  String tray(
      @RequestParam(defaultValue = "WAITING") Mail.State state,
      @RequestParam(defaultValue = "0") int from,
      Caller caller,
      Page page,
      Model model) {
    PostId post = caller.seat().post();
    int first = Math.clamp(from, 0, 1_000_000);
    List<Mail> mails = mailing.of(post, state, first, PAGE);
    Integer next = mails.size() < PAGE ? null : first + PAGE;
    model.addAttribute(
        "view", new MailTrayView(page, boxes.of(post), state, mails, mailing.waiting(post), next));
    return "mailbox/tray";
  }

  @GetMapping("/{message}")
  @MayCall(CHAIR)
  String one(@PathVariable UUID message, Caller caller, Page page, Model model) {
    model.addAttribute("view", new MailView(page, mailing.open(message, caller.seat().post())));
    return "mailbox/mail";
  }

  /// The e-mail as it came: always a download, never opened by the browser.
  @GetMapping("/{message}/original")
  @MayCall(CHAIR)
  ResponseEntity<InputStreamResource> original(@PathVariable UUID message, Caller caller) {
    return download(
        mailing.open(message, caller.seat().post()).mail().document(), message + ".eml");
  }

  /// Something enclosed, as it came.
  @GetMapping("/{message}/enclosures/{serial}")
  @MayCall(CHAIR)
  ResponseEntity<InputStreamResource> enclosure(
      @PathVariable UUID message, @PathVariable int serial, Caller caller) {
    var enclosure =
        mailing.open(message, caller.seat().post()).enclosures().stream()
            .filter(one -> one.serial() == serial)
            .findFirst()
            .orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
    return download(enclosure.document(), Integer.toString(serial));
  }

  private ResponseEntity<InputStreamResource> download(@Nullable DocumentId id, String name) {
    if (id == null) throw new Refused(SharedRefusal.NOT_FOUND);
    Original original = documents.original(id);
    String extension = "." + original.stored().type().extension();
    var disposition =
        ContentDisposition.attachment()
            .filename(name.endsWith(extension) ? name : name + extension, StandardCharsets.UTF_8)
            .build();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .contentLength(original.stored().bytes())
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "sandbox")
        .cacheControl(CacheControl.noStore())
        .body(new InputStreamResource(original.content()));
  }

  /// «दर्ज करें»: the ordinary diary form, with what the e-mail says filled in.
  ///
  /// @param enclosure serials of those that become pages
  @PostMapping("/{message}/entry")
  @MayCall(CHAIR)
  String begin(
      @PathVariable UUID message,
      @RequestParam(defaultValue = "") Set<Integer> enclosure,
      Act act,
      Page page) {
    return "redirect:" + page.link("/receipts/entries/" + mailing.begin(act, message, enclosure));
  }

  @PostMapping("/{message}/putting-aside")
  @MayCall(CHAIR)
  String putAside(
      @PathVariable UUID message,
      @RequestParam Mail.Reason reason,
      @RequestParam(defaultValue = "") String remark,
      Act act,
      Page page) {
    mailing.putAside(act, message, reason, remark);
    return "redirect:" + page.link("/mail");
  }

  @PostMapping("/{message}/taking-back")
  @MayCall(CHAIR)
  String takeBack(@PathVariable UUID message, Act act, Page page) {
    mailing.takeBack(act, message);
    return "redirect:" + page.link("/mail/" + message);
  }
}
