package karyalay.mailbox;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.organisation.Post;
import karyalay.organisation.Posts;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.Ids;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door to mailboxes as an administrator sets them. An administrator sees how reading stands,
/// and no message.
@Service
@Transactional
public class Boxes {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]{1,30}");
  private static final int HOST = 200;

  private final BoxStore store;
  private final Posts posts;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;

  Boxes(BoxStore store, Posts posts, Acts acts, Ledger ledger, OfficeTime time) {
    this.store = store;
    this.posts = posts;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// All mailboxes of a district.
  @Transactional(readOnly = true)
  public List<Box> of(OfficeId district) {
    return store.of(district);
  }

  /// Those that a post diarises from.
  @Transactional(readOnly = true)
  public List<Box> of(PostId post) {
    return store.of(post);
  }

  /// Sets a mailbox up for a post of the district; its office is the post's.
  ///
  /// @throws Refused `NAME_MALFORMED`, `NAME_TAKEN`, `HOST_NEEDED`, `PORT_MALFORMED`; `NOT_FOUND`
  ///   for a post of another district
  public UUID open(Act act, OfficeId district, PostId post, Box.Facts facts) {
    UUID id = Ids.next();
    return acts.once(act, id, () -> openNow(act, id, district, post, facts));
  }

  private void openNow(Act act, UUID id, OfficeId district, PostId post, Box.Facts facts) {
    Post of = own(post, district);
    check(facts);
    if (store.nameTaken(facts.name())) throw new Refused(MailboxRefusal.NAME_TAKEN, facts.name());
    var state = new Box.State(0, 0, 0, null, "", null, null, time.now());
    store.insert(new Box(id, district, of.office(), post, facts, true, state));
    log(act, of.office(), facts, "mailbox.box_opened");
  }

  /// Changes where it is, who diarises from it, or whether it is read. Its name stays, and so does
  /// its office.
  ///
  /// @throws Refused those of {@link #open}
  public UUID change(
      Act act, OfficeId district, UUID id, PostId post, Box.Facts facts, boolean active) {
    return acts.once(
        act,
        id,
        () -> {
          Box box =
              store
                  .find(id)
                  .filter(one -> one.district().equals(district))
                  .orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
          if (!own(post, district).office().equals(box.office()))
            throw new Refused(SharedRefusal.NOT_FOUND);
          check(facts);
          boolean elsewhere =
              !facts.host().equals(box.facts().host())
                  || !facts.folder().equals(box.facts().folder())
                  || !facts.login().equals(box.facts().login());
          store.update(id, post, facts, active, elsewhere, time.now());
          log(act, box.office(), facts, "mailbox.box_changed");
        });
  }

  private Post own(PostId post, OfficeId district) {
    Post of = posts.live(post);
    if (!of.district().equals(district)) throw new Refused(SharedRefusal.NOT_FOUND);
    return of;
  }

  private static void check(Box.Facts facts) {
    if (!NAME.matcher(facts.name()).matches())
      throw new Refused(MailboxRefusal.NAME_MALFORMED, facts.name());
    if (facts.host().isBlank() || facts.host().length() > HOST || facts.login().isBlank())
      throw new Refused(MailboxRefusal.HOST_NEEDED);
    if (facts.port() < 1 || facts.port() > 65_535) throw new Refused(MailboxRefusal.PORT_MALFORMED);
  }

  private void log(Act act, OfficeId office, Box.Facts facts, String what) {
    Map<String, Object> words =
        Map.of(
            "name", facts.name(),
            "host", facts.host(),
            "port", facts.port(),
            "tls", facts.tls().name(),
            "login", facts.login(),
            "folder", facts.folder());
    ledger.append(act, new Entry(what, "office/" + office, words));
  }
}
