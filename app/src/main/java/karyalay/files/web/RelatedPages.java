package karyalay.files.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.util.Optional;
import java.util.UUID;
import karyalay.desk.Paper;
import karyalay.desk.Place;
import karyalay.desk.Views;
import karyalay.desk.web.DueWords;
import karyalay.files.Flag;
import karyalay.files.FlagTarget;
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
  private final Views views;
  private final OfficeTime time;

  RelatedPages(Related related, Flags flags, Views views, OfficeTime time) {
    this.related = related;
    this.flags = flags;
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
    String file = "/files/" + found.paper();
    return "redirect:"
        + switch (found.target()) {
          case PAGE -> page(found, file, page);
          case PARAGRAPH -> page.link(file) + "#para-" + found.place();
          case NOTE -> page.link(file) + "#n" + found.place();
          case FILE -> page.link(file) + reached(found);
        };
  }

  /// A page that has since left the file is opened where its paper is now.
  private String page(Flag flag, String file, Page page) {
    if (flags.isThere(flag)) return page.link(file + "?leaf=" + flag.place()) + "#viewer";
    String paper = Optional.ofNullable(flag.cited()).map(PaperId::toString).orElseThrow();
    return page.link("/papers/" + paper);
  }

  /// The last paragraph that the file had when it was flagged.
  private static String reached(Flag flag) {
    String paragraph = flag.version().split("/", 2)[0];
    return flag.target() == FlagTarget.FILE && !paragraph.equals("0") ? "#para-" + paragraph : "";
  }
}
