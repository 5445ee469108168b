package karyalay.golive;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import karyalay.organisation.Charge;
import karyalay.organisation.Charges;
import karyalay.organisation.Persons;
import karyalay.organisation.Post;
import karyalay.organisation.Posts;
import karyalay.shared.Act;
import karyalay.shared.Capacity;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.shared.PersonId;
import karyalay.shared.PostId;
import org.springframework.stereotype.Component;

/// Finds the post that a short word means in an office: one that stands there and is free, else a
/// new one. An office has one SHO and twenty constables.
@Component
class Chairs {
  private final Posts posts;
  private final Charges charges;
  private final Persons persons;
  private final OfficeTime time;

  Chairs(Posts posts, Charges charges, Persons persons, OfficeTime time) {
    this.posts = posts;
    this.charges = charges;
    this.persons = persons;
    this.time = time;
  }

  /// The charges a person has of his own today, or will have.
  List<Charge> regular(PersonId person) {
    return charges.of(person).stream()
        .filter(charge -> charge.capacity() == Capacity.REGULAR)
        .filter(charge -> time.today().isBefore(charge.until()))
        .toList();
  }

  /// Whether a charge is of the post that is meant.
  boolean meant(Charge charge, String word, OfficeId office) {
    return posts
        .find(charge.post())
        .filter(post -> post.office().equals(office))
        .filter(post -> fits(post, word))
        .isPresent();
  }

  /// `SHO` and `SHO-GSG` mean the one, `CC` any of the constables'.
  private static boolean fits(Post post, String word) {
    String mark = post.mark().toUpperCase(Locale.ROOT);
    return mark.equals(word) || !word.contains("-") && mark.startsWith(word + "-");
  }

  /// A live post of the office that is meant: a free one first; a held one where it is named in
  /// full or heads the office, so that the rule on held posts speaks; empty when one is to be made.
  Optional<PostId> free(OfficeId office, String word) {
    List<Post.Held> meant =
        posts.within(office, false).stream()
            .filter(held -> held.post().office().equals(office))
            .filter(held -> !held.post().counter() && fits(held.post(), word))
            .toList();
    return meant.stream()
        .filter(held -> isFree(held.post().id()))
        .findFirst()
        .or(() ->
            meant.stream()
                .filter(held -> held.post().head() || held.post().mark().equalsIgnoreCase(word))
                .findFirst())
        .map(held -> held.post().id());
  }

  private boolean isFree(PostId post) {
    return charges.on(post).stream()
        .noneMatch(charge ->
            charge.capacity() == Capacity.REGULAR && time.today().isBefore(charge.until()));
  }

  /// Makes one; of a full mark the first half counts.
  PostId make(Act act, OfficeId office, String word, Post.Facts facts) {
    return posts.create(act, office, word.split("-", 2)[0], facts, time.today());
  }

  /// From when he may have it: today, or the day from which he serves.
  LocalDate since(PersonId person) {
    LocalDate from = persons.find(person).orElseThrow().from();
    return from.isAfter(time.today()) ? from : time.today();
  }
}
