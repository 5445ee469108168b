package karyalay.demo;

import java.util.List;
import java.util.Optional;
import karyalay.organisation.Charge;
import karyalay.organisation.Charges;
import karyalay.organisation.Post;
import karyalay.organisation.Posts;
import karyalay.shared.Act;
import karyalay.shared.Actor;
import karyalay.shared.OfficeId;
import karyalay.shared.PostId;
import org.springframework.stereotype.Component;

/// Finds the invented people on their posts.
@Component
class Cast {
  private final Posts posts;
  private final Charges charges;

  Cast(Posts posts, Charges charges) {
    this.posts = posts;
    this.charges = charges;
  }

  PostId post(String mark, OfficeId district) {
    return posts
        .of(mark, district)
        .map(Post::id)
        .orElseThrow(() -> new IllegalStateException("no post " + mark));
  }

  Optional<Charge> holder(String mark, OfficeId district) {
    List<Charge> held = charges.on(post(mark, district));
    return held.stream()
        .min(
            java.util.Comparator.comparing(
                charge -> charge.capacity() != karyalay.shared.Capacity.REGULAR));
  }

  /// A new act by whoever holds the post.
  Act act(String mark, OfficeId district) {
    Charge charge =
        holder(mark, district).orElseThrow(() -> new IllegalStateException("nobody on " + mark));
    return Act.of(new Actor(charge.person(), charge.post(), charge.capacity()));
  }

  /// All who hold something in the district.
  List<Charge> everybody(OfficeId district) {
    return charges.within(district);
  }
}
