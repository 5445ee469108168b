package karyalay.organisation.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.util.List;
import java.util.UUID;
import karyalay.organisation.Post;
import karyalay.organisation.Posts;
import karyalay.shared.Caller;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// Posts by what is typed: for the pages' type-ahead and for other systems (OP-7).
@Controller
class PostPickers {
  private static final int OFFERED = 12;

  private final Posts posts;

  PostPickers(Posts posts) {
    this.posts = posts;
  }

  /// A post to which a paper may be marked.
  ///
  /// @param holderHi empty where the post is vacant
  record PostJson(
      UUID id,
      String mark,
      String designationHi,
      String designationEn,
      String officeHi,
      String officeEn,
      String holderHi,
      String holderEn,
      boolean counter) {
    static PostJson of(Post.Held held) {
      Post post = held.post();
      return new PostJson(
          post.id().value(),
          post.mark(),
          post.designationHi(),
          post.designationEn(),
          post.officeHi(),
          post.officeEn(),
          held.holderHi(),
          held.holderEn(),
          post.counter());
    }
  }

  @GetMapping("/posts/picker")
  @MayCall(CHAIR)
  String picker(@RequestParam(defaultValue = "") String q, Page page, Caller caller, Model model) {
    model.addAttribute(
        "view", new PickerView(page, posts.find(q, caller.seat().office(), OFFERED)));
    return "organisation/picker";
  }

  @GetMapping("/api/v1/posts")
  @MayCall(CHAIR)
  @ResponseBody
  List<PostJson> posts(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "12") int limit,
      Caller caller) {
    return posts.find(q, caller.seat().office(), limit).stream().map(PostJson::of).toList();
  }
}
