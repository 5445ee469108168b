package karyalay.golive;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import karyalay.organisation.Calendars;
import karyalay.organisation.Charge;
import karyalay.organisation.Charges;
import karyalay.organisation.Holiday;
import karyalay.organisation.Person;
import karyalay.organisation.Persons;
import karyalay.organisation.Post;
import karyalay.organisation.Posts;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The list of an office's people, its posts and its own holidays, for whoever may look after them.
@Service
@Transactional
public class StaffList {
  private final StaffRight right;
  private final Posts posts;
  private final Persons persons;
  private final Charges charges;
  private final Calendars calendars;
  private final OfficeTime time;

  StaffList(
      StaffRight right,
      Posts posts,
      Persons persons,
      Charges charges,
      Calendars calendars,
      OfficeTime time) {
    this.right = right;
    this.posts = posts;
    this.persons = persons;
    this.charges = charges;
    this.calendars = calendars;
    this.time = time;
  }

  /// A post with one who works it; vacant where both are null.
  public record Seated(Post post, @Nullable Charge charge, @Nullable Person person) {}

  /// Its posts with who works them.
  ///
  /// @throws Refused `NOT_YOUR_OFFICE`
  @Transactional(readOnly = true)
  public List<Seated> of(Caller by, OfficeId office) {
    right.require(by, office);
    return posts.within(office, false).stream()
        .filter(held -> held.post().office().equals(office))
        .flatMap(held -> seated(held.post()).stream())
        .toList();
  }

  private List<Seated> seated(Post post) {
    List<Seated> seated =
        charges.on(post.id()).stream()
            .filter(charge -> charge.holds(time.today()))
            .map(charge -> new Seated(post, charge, persons.find(charge.person()).orElse(null)))
            .toList();
    return seated.isEmpty() ? List.of(new Seated(post, null, null)) : seated;
  }

  /// Changes the names of a post of the office.
  ///
  /// @throws Refused `NOT_YOUR_OFFICE`, those of posts
  public UUID rename(Act act, Caller by, PostId id, String designationHi, String designationEn) {
    Post post = own(by, id);
    var facts =
        new Post.Facts(designationHi, designationEn, "", post.rank(), post.head(), post.counter());
    return posts.change(act, id, facts, time.today()).value();
  }

  /// Abolishes one that holds no papers.
  ///
  /// @throws Refused `NOT_YOUR_OFFICE`, `POST_HOLDS_PAPERS`
  public UUID abolish(Act act, Caller by, PostId id) {
    var _ = own(by, id);
    right.requireNotHead(by, id);
    return posts.abolish(act, id, time.today()).value();
  }

  private Post own(Caller by, PostId id) {
    Post post = posts.find(id).orElseThrow(() -> new Refused(GoLiveRefusal.NOT_YOUR_OFFICE));
    right.require(by, post.office());
    return post;
  }

  /// Holidays that hold in the office this year.
  ///
  /// @throws Refused `NOT_YOUR_OFFICE`
  @Transactional(readOnly = true)
  public List<Holiday> holidays(Caller by, OfficeId office) {
    right.require(by, office);
    return calendars.holidays(office, time.today().getYear());
  }

  /// States a holiday, or a worked day, of this office alone.
  ///
  /// @throws Refused `NOT_YOUR_OFFICE`, `HOLIDAY_KNOWN`
  public void declare(
      Act act, Caller by, OfficeId office, LocalDate day, boolean working, String nameHi) {
    right.require(by, office);
    String english = LatinNames.of(nameHi);
    var _ =
        calendars.declare(
            act, office, new Holiday.Facts(day, working, nameHi.strip(), english, true));
  }

  /// Withdraws one of the office's own.
  ///
  /// @throws Refused `NOT_YOUR_OFFICE` for one of another office
  public void withdraw(Act act, Caller by, OfficeId office, UUID holiday) {
    right.require(by, office);
    boolean own =
        calendars.holidays(office, time.today().getYear()).stream()
            .anyMatch(one -> one.id().equals(holiday) && one.office().equals(office.value()));
    if (!own) throw new Refused(GoLiveRefusal.NOT_YOUR_OFFICE);
    calendars.withdraw(act, holiday);
  }
}
