package karyalay.organisation.web;

import static karyalay.web.Day.Leans.NEAREST;
import static karyalay.web.MayCall.Who.ADMIN;

import java.time.LocalDate;
import java.util.List;
import karyalay.organisation.Changes;
import karyalay.organisation.Charges;
import karyalay.organisation.Masters;
import karyalay.organisation.Offices;
import karyalay.organisation.Post;
import karyalay.organisation.Posts;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import karyalay.web.Day;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The administrator's list of posts: make, change from a day on, abolish (OP-7, OP-14).
@Controller
@RequestMapping("/admin/posts")
class PostPages {
  private final Posts posts;
  private final Offices offices;
  private final Charges charges;
  private final Masters masters;
  private final Changes changes;
  private final OfficeTime time;

  PostPages(
      Posts posts,
      Offices offices,
      Charges charges,
      Masters masters,
      Changes changes,
      OfficeTime time) {
    this.posts = posts;
    this.offices = offices;
    this.charges = charges;
    this.masters = masters;
    this.changes = changes;
    this.time = time;
  }

  record Form(
      @Nullable String designationHi,
      @Nullable String designationEn,
      @Nullable String shortHi,
      @Nullable String rank,
      @Nullable Boolean head,
      @Nullable Boolean counter) {
    Post.Facts facts() {
      return new Post.Facts(
          Forms.text(designationHi),
          Forms.text(designationEn),
          Forms.text(shortHi),
          Forms.text(rank),
          Boolean.TRUE.equals(head),
          Boolean.TRUE.equals(counter));
    }
  }

  @GetMapping
  @MayCall(ADMIN)
  String list(
      @RequestParam(required = false) @Nullable OfficeId office,
      Page page,
      Caller caller,
      Model model) {
    OfficeId district = caller.seat().district();
    OfficeId shown = office == null ? caller.seat().office() : office;
    if (offices.find(shown).filter(found -> found.district().equals(district)).isEmpty())
      throw new Refused(SharedRefusal.NOT_FOUND);
    model.addAttribute(
        "view",
        new PostsView(
            page,
            time.today(),
            offices.of(district, false),
            shown,
            masters.of("RANK", district),
            posts.within(shown, true),
            null,
            List.of(),
            changes.latest(district, List.of(Changes.Kind.POST, Changes.Kind.CHARGE), 20)));
    return "organisation/posts";
  }

  @GetMapping("/{post}")
  @MayCall(ADMIN)
  String one(@PathVariable PostId post, Page page, Caller caller, Model model) {
    OfficeId district = caller.seat().district();
    Post one =
        posts
            .find(post)
            .filter(found -> found.district().equals(district))
            .orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
    model.addAttribute(
        "view",
        new PostsView(
            page,
            time.today(),
            List.of(),
            one.office(),
            masters.of("RANK", district),
            List.of(),
            one,
            charges.on(post),
            changes.of(post.value())));
    return "organisation/post";
  }

  @PostMapping
  @MayCall(ADMIN)
  String create(
      @RequestParam OfficeId office,
      @RequestParam String abbreviation,
      Form form,
      @RequestParam @Day(NEAREST) LocalDate from,
      Act act,
      Page page) {
    return show(posts.create(act, office, Forms.code(abbreviation), form.facts(), from), page);
  }

  @PostMapping("/{post}/changes")
  @MayCall(ADMIN)
  String change(
      @PathVariable PostId post,
      Form form,
      @RequestParam @Day(NEAREST) LocalDate from,
      Act act,
      Page page) {
    return show(posts.change(act, post, form.facts(), from), page);
  }

  @PostMapping("/{post}/abolition")
  @MayCall(ADMIN)
  String abolish(
      @PathVariable PostId post, @RequestParam @Day(NEAREST) LocalDate from, Act act, Page page) {
    return show(posts.abolish(act, post, from), page);
  }

  private static String show(PostId post, Page page) {
    return "redirect:" + page.link("/admin/posts/" + post);
  }
}
