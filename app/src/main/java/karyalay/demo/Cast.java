package karyalay.demo;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import karyalay.organisation.Charge;
import karyalay.organisation.Charges;
import karyalay.organisation.Person;
import karyalay.organisation.Persons;
import karyalay.organisation.Post;
import karyalay.organisation.Posts;
import karyalay.shared.Act;
import karyalay.shared.Actor;
import karyalay.shared.Caller;
import karyalay.shared.Language;
import karyalay.shared.OfficeId;
import karyalay.shared.PostId;
import karyalay.shared.Typing;
import org.springframework.stereotype.Component;

/// Finds the invented people on their posts.
@Component
class Cast {
  private final Posts posts;
  private final Charges charges;
  private final Persons persons;

  Cast(Posts posts, Charges charges, Persons persons) {
    this.posts = posts;
    this.charges = charges;
    this.persons = persons;
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

  /// The same person as his browser would name him.
  Caller caller(String mark, OfficeId district) {
    Charge charge =
        holder(mark, district).orElseThrow(() -> new IllegalStateException("nobody on " + mark));
    Post post = posts.of(mark, district).orElseThrow();
    Person.Facts who = persons.find(charge.person()).orElseThrow().facts();
    var chair =
        new Caller.Chair(
            post.id(),
            mark,
            post.designationHi(),
            post.designationEn(),
            post.office(),
            post.officeHi(),
            post.officeEn(),
            district,
            charge.capacity());
    return new Caller(
        charge.person(),
        who.pno(),
        who.nameHi(),
        who.nameEn(),
        Language.HI,
        Typing.OWN,
        Set.of(),
        "",
        chair);
  }

  /// All who hold something in the district.
  List<Charge> everybody(OfficeId district) {
    return charges.within(district);
  }
}
