package karyalay.dak.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import karyalay.dak.DakRefusal;
import karyalay.organisation.Post;
import karyalay.organisation.Posts;
import karyalay.shared.Caller;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import org.springframework.stereotype.Component;

/// The posts that a form names by their marking abbreviations.
@Component
class Addressees {
  private final Posts posts;

  Addressees(Posts posts) {
    this.posts = posts;
  }

  /// Single marks out of inputs that may each have several, parted by `,` or `;`.
  static List<String> split(List<String> typed) {
    return typed.stream()
        .flatMap(one -> Stream.of(one.split("[,;]")))
        .map(String::strip)
        .filter(one -> !one.isEmpty())
        .distinct()
        .toList();
  }

  /// @throws Refused `NO_SUCH_POST` with what was typed; `POST_ABOLISHED` for one that is no more
  List<PostId> of(List<String> typed, Caller caller) {
    return typed.stream().map(one -> of(one, caller)).toList();
  }

  /// @param typed a marking abbreviation, alone or followed by words after a space or a dot, as the
  ///   picker fills it in
  PostId of(String typed, Caller caller) {
    String mark = typed.strip().toUpperCase(Locale.ROOT).split("[\\s·]", 2)[0];
    var district = caller.seat().district();
    var post = posts.of(mark, district).map(Post::id);
    if (post.isEmpty()) posts.requireNotAbolished(mark, district);
    return post.orElseThrow(() -> new Refused(DakRefusal.NO_SUCH_POST, typed.strip()));
  }
}
