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
  /// @throws Refused `NO_SUCH_POST`
  public static PostId of(Posts posts, String typed, Caller caller) {
    String mark = typed.strip().toUpperCase(Locale.ROOT).split("[\\s·]", 2)[0];
    return posts
        .of(mark, caller.seat().district())
        .map(Post::id)
        .orElseThrow(() -> new Refused(DeskRefusal.NO_SUCH_POST, typed.strip()));
  }
}
