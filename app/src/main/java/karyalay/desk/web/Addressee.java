package karyalay.desk.web;

import java.util.Locale;
import karyalay.desk.DeskRefusal;
import karyalay.organisation.Post;
import karyalay.organisation.Posts;
import karyalay.shared.Caller;
import karyalay.shared.PostId;
import karyalay.shared.Refused;

/// The post that a form names by its marking abbreviation.
public final class Addressee {
  private Addressee() {}

  /// @param typed a marking abbreviation, alone or followed by words after a space or a dot, as the
  ///   picker fills it in
  /// @throws Refused `NO_SUCH_POST`; `POST_ABOLISHED` for one that is no more
  public static PostId of(Posts posts, String typed, Caller caller) {
    String mark = typed.strip().toUpperCase(Locale.ROOT).split("[\\s·]", 2)[0];
    var district = caller.seat().district();
    var post = posts.of(mark, district).map(Post::id);
    if (post.isEmpty()) posts.requireNotAbolished(mark, district);
    return post.orElseThrow(() -> new Refused(DeskRefusal.NO_SUCH_POST, typed.strip()));
  }
}
