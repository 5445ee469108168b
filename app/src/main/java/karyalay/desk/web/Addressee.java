package karyalay.desk.web;

import java.util.Locale;
import java.util.regex.Pattern;
import karyalay.desk.DeskRefusal;
import karyalay.organisation.Post;
import karyalay.organisation.Posts;
import karyalay.shared.Caller;
import karyalay.shared.PostId;
import karyalay.shared.Refused;

/// The post that a form names by its marking abbreviation.
public final class Addressee {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private Addressee() {}

  /// The post that a form offered by its id, or a typed mark, for a door that reads the addressee
  /// with the paper it locks and refuses one that is not live: a hot path that asks only once.
  ///
  /// @throws Refused as {@link #of}, for a typed mark
  public static PostId offered(Posts posts, String chosen, Caller caller) {
    return ID.matcher(chosen).matches() ? PostId.of(chosen) : of(posts, chosen, caller);
  }

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
