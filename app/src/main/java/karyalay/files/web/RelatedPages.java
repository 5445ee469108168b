package karyalay.files.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.util.Optional;
import java.util.UUID;
import karyalay.desk.Paper;
import karyalay.desk.Place;
import karyalay.desk.Views;
import karyalay.desk.web.DueWords;
import karyalay.files.CitedPlaces;
import karyalay.files.Flag;
import karyalay.files.Flags;
import karyalay.files.Related;
import karyalay.shared.Caller;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The tab "related" of a file, and what its flags lead to.
@Controller
class RelatedPages {
  private final Related related;
  private final Flags flags;
  private final CitedPlaces places;
  private final Views views;
  private final OfficeTime time;

  RelatedPages(Related related, Flags flags, CitedPlaces places, Views views, OfficeTime time) {
    this.related = related;
    this.flags = flags;
    this.places = places;
    this.views = views;
    this.time = time;
  }

  @GetMapping("/files/{paper}/related")
  @MayCall(CHAIR)
  String related(@PathVariable PaperId paper, Caller caller, Page page, Model model) {
    Related.Family family = related.of(paper, caller.scope());
    Paper row = family.card().paper();
    views.seen(row, caller.scope());
    PostId post = caller.seat().post();
    model.addAttribute(
        "view",
        new RelatedView(
            Strip.of(page, family.card(), 0, new DueWords(page, time.now())),
            row.place() instanceof Place.OnDesk && row.heldBy(post),
            !row.heldBy(post) && !(row.place() instanceof Place.Closed),
            family,
            related.bundles(family),
            flags.of(paper),
            time.today()));
    return "files/related";
  }

  /// Leads to what a flag sits on, as it was when the flag was put there.
  @GetMapping("/files/{paper}/flags/{flag}")
  @MayCall(CHAIR)
  String flag(@PathVariable PaperId paper, @PathVariable UUID flag, Caller caller, Page page) {
    Flag found = flags.open(paper, flag, caller.scope());
    return switch (found.target()) {
      case PAGE -> leaf(found, caller, page);
      case PARAGRAPH -> paragraph(found.paper(), found.place(), caller, page);
      case NOTE -> note(found, page);
      case FILE -> reached(found, caller, page);
    };
  }

  private static String note(Flag flag, Page page) {
    String note = "/files/" + flag.paper() + "?note=" + flag.place();
    return "redirect:" + page.link(note) + "#n" + flag.place();
  }

  /// A page that has since left the file is opened where its paper is now.
  private String leaf(Flag flag, Caller caller, Page page) {
    if (flags.isThere(flag)) return page(flag.paper(), flag.place(), caller, page);
    String paper = Optional.ofNullable(flag.cited()).map(PaperId::toString).orElseThrow();
    return "redirect:" + page.link("/papers/" + paper);
  }

  /// The last paragraph that the file had when it was flagged.
  private String reached(Flag flag, Caller caller, Page page) {
    int paragraph = Integer.parseInt(flag.version().split("/", 2)[0]);
    return paragraph == 0
        ? "redirect:" + page.link("/files/" + flag.paper())
        : paragraph(flag.paper(), paragraph, caller, page);
  }

  /// A paragraph of the note sheet, however old, in whatever volume.
  @GetMapping("/files/{paper}/paragraphs/{number}")
  @MayCall(CHAIR)
  String paragraph(
      @PathVariable PaperId paper, @PathVariable int number, Caller caller, Page page) {
    PaperId volume = places.ofParagraph(paper, number, caller.scope());
    return "redirect:" + page.link("/files/" + volume + "?para=" + number) + "#para-" + number;
  }

  /// A page of the correspondence, in whatever volume.
  @GetMapping("/files/{paper}/pages/{number}")
  @MayCall(CHAIR)
  String page(@PathVariable PaperId paper, @PathVariable int number, Caller caller, Page page) {
    PaperId volume = places.ofPage(paper, number, caller.scope());
    return "redirect:" + page.link("/files/" + volume + "?leaf=" + number) + "#viewer";
  }
}
