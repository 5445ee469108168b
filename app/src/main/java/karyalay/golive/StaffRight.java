package karyalay.golive;

import java.util.List;
import java.util.Map;
import karyalay.access.Roles;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.organisation.Charges;
import karyalay.organisation.Office;
import karyalay.organisation.Offices;
import karyalay.organisation.Post;
import karyalay.organisation.Posts;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.Caller;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.shared.PersonId;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who may look after the people of an office: the administrator of its district, who heads it, and
/// the posts he lets do it. Nobody else; to them it is not there.
@Service
@Transactional
public class StaffRight {
  private final StandingStore store;
  private final Offices offices;
  private final Posts posts;
  private final Charges charges;
  private final Roles roles;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;

  StaffRight(
      StandingStore store,
      Offices offices,
      Posts posts,
      Charges charges,
      Roles roles,
      Acts acts,
      Ledger ledger,
      OfficeTime time) {
    this.store = store;
    this.offices = offices;
    this.posts = posts;
    this.charges = charges;
    this.roles = roles;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// @throws Refused `NOT_YOUR_OFFICE`
  @Transactional(readOnly = true)
  public void require(Caller by, OfficeId office) {
    if (!has(by, office)) throw new Refused(GoLiveRefusal.NOT_YOUR_OFFICE);
  }

  /// Whether the caller may, in the chair he acts from.
  @Transactional(readOnly = true)
  public boolean has(Caller by, OfficeId office) {
    if (by.roles().contains("ADMIN"))
      return offices
          .find(office)
          .map(Office::district)
          .filter(by.seat().district()::equals)
          .isPresent();
    PostId post = by.seat().post();
    return store.isHead(post, office) || store.isDelegate(post, office);
  }

  /// That somebody is below the caller in what he may do: a head, an administrator, and whoever has
  /// posts in other offices too are the administrator's to move or to give a password.
  ///
  /// @throws Refused `ONLY_ADMINISTRATOR`
  void requireBelow(Caller by, PersonId person, OfficeId office) {
    boolean above =
        roles.administratorSince(person).isPresent()
            || charges.of(person).stream()
                .filter(charge -> time.today().isBefore(charge.until()))
                .flatMap(charge -> posts.find(charge.post()).stream())
                .anyMatch(post -> post.head() || !post.office().equals(office));
    if (above || person.equals(by.person())) throw new Refused(GoLiveRefusal.ONLY_ADMINISTRATOR);
  }

  /// That a post is not one that heads an office, unless an administrator asks.
  ///
  /// @throws Refused `ONLY_ADMINISTRATOR`
  void requireNotHead(Caller by, PostId post) {
    boolean head = posts.find(post).filter(Post::head).isPresent();
    if (head && !by.roles().contains("ADMIN")) throw new Refused(GoLiveRefusal.ONLY_ADMINISTRATOR);
  }

  /// Whether the caller heads the office.
  @Transactional(readOnly = true)
  public boolean heads(Caller by, OfficeId office) {
    return store.isHead(by.seat().post(), office);
  }

  /// Posts that look after its people besides the head.
  @Transactional(readOnly = true)
  public List<Post> delegates(OfficeId office) {
    return store.delegates(office).stream().flatMap(id -> posts.find(id).stream()).toList();
  }

  /// The head of an office lets another of its posts look after its people, or no more.
  ///
  /// @throws Refused `ONLY_HEAD_DELEGATES`; `NOT_YOUR_OFFICE` for a post of another office
  public void delegate(Act act, Caller by, OfficeId office, PostId post, boolean given) {
    if (!store.isHead(by.seat().post(), office))
      throw new Refused(GoLiveRefusal.ONLY_HEAD_DELEGATES);
    if (posts.find(post).filter(one -> one.office().equals(office)).isEmpty())
      throw new Refused(GoLiveRefusal.NOT_YOUR_OFFICE);
    acts.once(
        act,
        post.value(),
        () -> {
          if (given) store.delegate(office, post, act, time.now());
          else store.withdraw(office, post);
          ledger.append(
              act,
              new Entry(
                  given ? "golive.delegated" : "golive.delegation_ended",
                  "office/" + office,
                  Map.of("post", post.toString())));
        });
  }
}
