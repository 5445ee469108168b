package karyalay.organisation.web;

import java.time.LocalDate;
import java.util.List;
import karyalay.organisation.Changes;
import karyalay.organisation.Charge;
import karyalay.organisation.Master;
import karyalay.organisation.Office;
import karyalay.organisation.Post;
import karyalay.shared.OfficeId;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;

/// The posts of an office, or one of them with its form, charges and log.
///
/// @param office whose posts are listed
/// @param one the post that is shown for editing; null on the list
public record PostsView(
    Page page,
    LocalDate today,
    List<Office> offices,
    OfficeId office,
    List<Master> ranks,
    List<Post.Held> posts,
    @Nullable Post one,
    List<Charge> charges,
    List<Changes.Line> changes) {

  public boolean abolished(Post post) {
    return !today.isBefore(post.until());
  }

  public String rank(String code) {
    return ranks.stream()
        .filter(rank -> rank.code().equals(code))
        .map(rank -> page.name(rank.nameHi(), rank.nameEn()))
        .findFirst()
        .orElse(code);
  }
}
