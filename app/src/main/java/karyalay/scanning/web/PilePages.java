package karyalay.scanning.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import karyalay.desk.Attachments;
import karyalay.desk.FormFiles;
import karyalay.desk.Upload;
import karyalay.documents.Original;
import karyalay.documents.PageImage;
import karyalay.documents.PageSize;
import karyalay.scanning.Change;
import karyalay.scanning.Pile;
import karyalay.scanning.PileLetters;
import karyalay.scanning.PilePage;
import karyalay.scanning.Piles;
import karyalay.shared.Act;
import karyalay.shared.Caller;
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
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;

/// ढेर: letters scanned together, cut apart, and diarised one after the other (OP-127).
@Controller
@RequestMapping("/receipts/pile")
class PilePages {
  private final Piles piles;
  private final PileLetters letters;
  private final Attachments attachments;

  PilePages(Piles piles, PileLetters letters, Attachments attachments) {
    this.piles = piles;
    this.letters = letters;
    this.attachments = attachments;
  }

  @GetMapping
  @MayCall(CHAIR)
  String list(Caller caller, Page page, Model model) {
    model.addAttribute("view", new PilesView(page, piles.of(caller.seat().post())));
    return "scanning/piles";
  }

  @PostMapping
  @MayCall(CHAIR)
  String make(
      @RequestParam(defaultValue = "") List<UUID> upload,
      @RequestParam(required = false) @Nullable List<MultipartFile> files,
      Act act,
      Caller caller,
      Page page)
      throws IOException {
    List<UUID> uploads = new ArrayList<>(upload);
    if (files != null)
      FormFiles.receive(attachments, files, caller).stream().map(Upload::id).forEach(uploads::add);
    return "redirect:" + page.link("/receipts/pile/" + piles.make(act, uploads));
  }

  /// @param at the page that is shown large
  @GetMapping("/{pile}")
  @MayCall(CHAIR)
  String pile(
      @PathVariable UUID pile,
      @RequestParam(name = "page", defaultValue = "1") int at,
      Caller caller,
      Page page,
      Model model) {
    var opened = piles.open(pile, caller.scope());
    int shown = Math.min(Math.max(at, 1), opened.pages().size());
    model.addAttribute("view", new PileView(page, opened, shown));
    return opened.cutting() ? "scanning/pile" : "scanning/letters";
  }

  /// The pile that a letter was cut out of.
  @GetMapping("/letters/{letter}")
  @MayCall(CHAIR)
  String ofLetter(@PathVariable UUID letter, Caller caller, Page page) {
    return "redirect:" + page.link("/receipts/pile/" + letters.pile(letter, caller.scope()));
  }

  /// What has happened to a pile since it was shown.
  ///
  /// @param version of the cuts
  /// @param read how many pages have been looked at
  /// @param blank which of them are
  record PileStateJson(int version, boolean cutting, long read, List<Integer> blank) {
    static PileStateJson of(Pile pile) {
      return new PileStateJson(
          pile.version(),
          pile.cutting(),
          pile.read(),
          pile.pages().stream().filter(PilePage::blank).map(PilePage::n).toList());
    }
  }

  @GetMapping("/{pile}/state")
  @MayCall(CHAIR)
  @ResponseBody
  PileStateJson state(@PathVariable UUID pile, Caller caller) {
    return PileStateJson.of(piles.open(pile, caller.scope()));
  }

  /// How the pile is to be cut, all of it at once, as the page's script keeps it while one works.
  ///
  /// @param turns as `4:90`, page and degrees
  @PostMapping("/{pile}/cuts")
  @MayCall(CHAIR)
  @ResponseBody
  PileStateJson save(
      @PathVariable UUID pile,
      @RequestParam int version,
      @RequestParam(defaultValue = "") List<Integer> begins,
      @RequestParam(defaultValue = "") List<Integer> removed,
      @RequestParam(defaultValue = "") List<Integer> kept,
      @RequestParam(defaultValue = "") List<String> turns,
      Act act,
      Caller caller) {
    piles.save(act, pile, version, CutsJson.cuts(begins, removed, kept, turns));
    return PileStateJson.of(piles.open(pile, caller.scope()));
  }

  /// One change at one page, by a button of the page itself.
  @PostMapping("/{pile}/changes")
  @MayCall(CHAIR)
  String change(
      @PathVariable UUID pile,
      @RequestParam int version,
      @RequestParam int n,
      @RequestParam Change change,
      Act act,
      Page page) {
    piles.change(act, pile, version, n, change);
    return "redirect:" + page.link("/receipts/pile/" + pile + "?page=" + n);
  }

  /// Makes the letters.
  @PostMapping("/{pile}/letters")
  @MayCall(CHAIR)
  String cut(@PathVariable UUID pile, @RequestParam int version, Act act, Page page) {
    piles.cut(act, pile, version);
    return "redirect:" + page.link("/receipts/pile/" + pile);
  }

  @PostMapping("/{pile}/reopening")
  @MayCall(CHAIR)
  String cutAgain(@PathVariable UUID pile, @RequestParam int version, Act act, Page page) {
    piles.cutAgain(act, pile, version);
    return "redirect:" + page.link("/receipts/pile/" + pile);
  }

  @GetMapping("/{pile}/pages/{n}")
  @MayCall(CHAIR)
  ResponseEntity<byte[]> page(@PathVariable UUID pile, @PathVariable int n, Caller caller) {
    return picture(piles.page(pile, n, PageSize.PAGE, caller.seat().post()));
  }

  @GetMapping("/{pile}/thumbnails/{n}")
  @MayCall(CHAIR)
  ResponseEntity<byte[]> thumbnail(@PathVariable UUID pile, @PathVariable int n, Caller caller) {
    return picture(piles.page(pile, n, PageSize.THUMBNAIL, caller.seat().post()));
  }

  /// What is not diarised yet may be a victim's: no browser keeps it.
  private static ResponseEntity<byte[]> picture(PageImage image) {
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_JPEG)
        .header("X-Content-Type-Options", "nosniff")
        .cacheControl(CacheControl.noStore())
        .eTag(image.tag())
        .body(image.jpeg());
  }

  /// What was scanned, as it arrived: always a download.
  @GetMapping("/{pile}/files/{serial}/original")
  @MayCall(CHAIR)
  ResponseEntity<InputStreamResource> original(
      @PathVariable UUID pile, @PathVariable int serial, Caller caller) {
    Original original = piles.original(pile, serial, caller.seat().post());
    String name = "pile-" + serial + "." + original.stored().type().extension();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .contentLength(original.stored().bytes())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("X-Content-Type-Options", "nosniff")
        .cacheControl(CacheControl.noStore())
        .body(new InputStreamResource(original.content()));
  }
}
