package karyalay.golive;

import java.util.Set;
import karyalay.Given.Seat;
import karyalay.organisation.Persons;
import karyalay.organisation.Posts;
import karyalay.shared.Caller;
import karyalay.shared.Language;
import karyalay.shared.Typing;
import org.springframework.stereotype.Component;

/// Callers as the gate makes them, for doors that ask who calls.
@Component
public class Callers {
  private final Posts posts;
  private final Persons persons;

  Callers(Posts posts, Persons persons) {
    this.posts = posts;
    this.persons = persons;
  }

  public Caller of(Seat seat, String... roles) {
    var post = posts.find(seat.post()).orElseThrow();
    var person = persons.find(seat.person()).orElseThrow().facts();
    return new Caller(
        seat.person(),
        seat.pno(),
        person.nameHi(),
        person.nameEn(),
        Language.HI,
        Typing.OWN,
        Set.of(roles),
        "",
        new Caller.Chair(
            post.id(),
            post.mark(),
            post.designationHi(),
            post.designationEn(),
            post.office(),
            post.officeHi(),
            post.officeEn(),
            post.district(),
            seat.capacity()));
  }

  public Caller admin(Seat seat) {
    return of(seat, "ADMIN");
  }
}
