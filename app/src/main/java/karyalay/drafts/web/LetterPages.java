package karyalay.drafts.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.nio.charset.StandardCharsets;
import java.util.List;
import karyalay.desk.Viewer;
import karyalay.desk.Views;
import karyalay.documents.PageImage;
import karyalay.documents.PageSize;
import karyalay.drafts.Differences;
import karyalay.drafts.LetterDetails;
import karyalay.drafts.LetterFilter;
import karyalay.drafts.LetterId;
import karyalay.drafts.LetterReading;
import karyalay.drafts.LetterState;
import karyalay.drafts.Previews;
import karyalay.shared.Caller;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// A letter's page, its pages, and what changed between its versions.
@Controller
class LetterPages {
  private final LetterReading letters;
  private final Previews previews;
  private final Views views;

  LetterPages(LetterReading letters, Previews previews, Views views) {
    this.letters = letters;
    this.previews = previews;
    this.views = views;
  }

  @GetMapping("/letters")
  @MayCall(CHAIR)
  String list(
      @RequestParam(defaultValue = "DESK") LetterFilter.Whose whose,
      @RequestParam(required = false) @Nullable LetterState state,
      @RequestParam(defaultValue = "") String after,
      Caller caller,
      Page page,
      Model model) {
    var filter = new LetterFilter(whose, state, after);
    var found = letters.page(caller.scope(), filter);
    model.addAttribute("view", new LettersView(page, filter, found.lines(), found.next()));
    return "drafts/letters";
  }

  @GetMapping("/letters/{letter}")
  @MayCall(CHAIR)
  String letter(
      @PathVariable LetterId letter,
      @RequestParam(name = "page", defaultValue = "1") int at,
      Caller caller,
      Page page,
      Model model) {
    LetterDetails found = open(letter, caller);
    var documents =
        found.editable() ? letters.documents(found, caller.scope()) : found.words().enclosures();
    String path = "/letters/" + letter;
    var viewer = new Viewer(page, path, path, previews.count(found), at, List.of());
    model.addAttribute("view", new LetterView(page, found, documents, viewer));
    return "drafts/letter";
  }

  private LetterDetails open(LetterId letter, Caller caller) {
    LetterDetails found = letters.open(letter, caller.scope());
    views.seen(found.card().paper(), caller.scope());
    return found;
  }

  /// The difference of two versions; of the last two when none are named.
  @GetMapping("/letters/{letter}/differences")
  @MayCall(CHAIR)
  String differences(
      @PathVariable LetterId letter,
      @RequestParam(required = false) @Nullable Integer from,
      @RequestParam(required = false) @Nullable Integer to,
      Caller caller,
      Page page,
      Model model) {
    LetterDetails found = open(letter, caller);
    int later = to == null ? found.versions().getLast().n() : to;
    int earlier = from == null ? Math.max(1, later - 1) : from;
    var before = letters.version(found, earlier);
    var after = later == found.head().version() ? found.words() : letters.version(found, later);
    model.addAttribute(
        "view",
        new DifferencesView(
            page,
            found,
            earlier,
            later,
            Differences.between(before, after),
            Differences.onlyDress(before, after)));
    return "drafts/differences";
  }

  /// The letter itself: a draft is marked as one.
  @GetMapping({"/letters/{letter}/letter.pdf", "/api/v1/letters/{letter}/letter.pdf"})
  @MayCall(CHAIR)
  ResponseEntity<byte[]> pdf(@PathVariable LetterId letter, Caller caller) {
    var pdf = previews.pdf(open(letter, caller));
    var name = ContentDisposition.inline().filename(pdf.name(), StandardCharsets.UTF_8).build();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
        .header("X-Content-Type-Options", "nosniff")
        .cacheControl(CacheControl.noStore())
        .body(pdf.bytes());
  }

  @GetMapping("/letters/{letter}/pages/{number}")
  @MayCall(CHAIR)
  ResponseEntity<byte[]> page(
      @PathVariable LetterId letter,
      @PathVariable int number,
      @RequestParam(defaultValue = "false") boolean large,
      Caller caller) {
    return picture(letter, number, large ? PageSize.LARGE : PageSize.PAGE, caller);
  }

  @GetMapping("/letters/{letter}/thumbnails/{number}")
  @MayCall(CHAIR)
  ResponseEntity<byte[]> thumbnail(
      @PathVariable LetterId letter, @PathVariable int number, Caller caller) {
    return picture(letter, number, PageSize.THUMBNAIL, caller);
  }

  private ResponseEntity<byte[]> picture(
      LetterId letter, int number, PageSize size, Caller caller) {
    PageImage image = previews.page(letters.open(letter, caller.scope()), number, size);
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_JPEG)
        .header("X-Content-Type-Options", "nosniff")
        .cacheControl(CacheControl.noStore())
        .eTag(image.tag())
        .body(image.jpeg());
  }
}
