package karyalay.mailbox.web;

import static karyalay.web.MayCall.Who.ADMIN;

import java.util.Locale;
import java.util.UUID;
import karyalay.mailbox.Box;
import karyalay.mailbox.Boxes;
import karyalay.organisation.OrganisationRefusal;
import karyalay.organisation.Posts;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
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

/// The administrator's mailboxes: where they are, who diarises from them, and how reading stands.
/// He sees no message.
@Controller
@RequestMapping("/admin/mailboxes")
class BoxPages {
  private final Boxes boxes;
  private final Posts posts;

  BoxPages(Boxes boxes, Posts posts) {
    this.boxes = boxes;
    this.posts = posts;
  }

  record Form(
      @Nullable String host,
      @Nullable Integer port,
      Box.@Nullable Tls tls,
      @Nullable String login,
      @Nullable String folder,
      @Nullable String movedTo) {
    Box.Facts facts(String name) {
      return new Box.Facts(
          name.strip().toLowerCase(Locale.ROOT),
          text(host),
          port == null ? 0 : port,
          tls == null ? Box.Tls.TLS : tls,
          text(login),
          text(folder).isEmpty() ? "INBOX" : text(folder),
          text(movedTo));
    }

    private static String text(@Nullable String field) {
      return field == null ? "" : field.strip();
    }
  }

  @GetMapping
  @MayCall(ADMIN)
  String list(Caller caller, Page page, Model model) {
    var lines =
        boxes.of(caller.seat().district()).stream()
            .map(box ->
                new BoxesView.Line(box, posts.find(box.post()).map(post -> post.mark()).orElse("")))
            .toList();
    model.addAttribute("view", new BoxesView(page, lines));
    return "mailbox/boxes";
  }

  @PostMapping
  @MayCall(ADMIN)
  String open(
      @RequestParam String name,
      @RequestParam String mark,
      Form form,
      Act act,
      Caller caller,
      Page page) {
    boxes.open(act, caller.seat().district(), post(mark, caller), form.facts(name));
    return "redirect:" + page.link("/admin/mailboxes");
  }

  @PostMapping("/{box}")
  @MayCall(ADMIN)
  String change(
      @PathVariable UUID box,
      @RequestParam String name,
      @RequestParam String mark,
      @RequestParam(defaultValue = "false") boolean active,
      Form form,
      Act act,
      Caller caller,
      Page page) {
    boxes.change(act, caller.seat().district(), box, post(mark, caller), form.facts(name), active);
    return "redirect:" + page.link("/admin/mailboxes");
  }

  private PostId post(String mark, Caller caller) {
    String typed = mark.strip().toUpperCase(Locale.ROOT).split("[\\s·]", 2)[0];
    return posts
        .of(typed, caller.seat().district())
        .orElseThrow(() -> new Refused(OrganisationRefusal.POST_NOT_LIVE))
        .id();
  }
}
