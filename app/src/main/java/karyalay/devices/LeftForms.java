package karyalay.devices;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import karyalay.access.FormKeeper;
import karyalay.access.Locks;
import karyalay.shared.ActId;
import karyalay.shared.Acts;
import karyalay.shared.Ids;
import karyalay.shared.OfficeTime;
import karyalay.shared.PersonId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import karyalay.web.RefusalView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What somebody had typed and not sent when he left a shared machine: kept for him, shown to
/// nobody else (OP-125). Sending it later is an ordinary form of his, under the act id that it had,
/// so that nothing is done twice.
@Service
@Transactional
public class LeftForms implements FormKeeper {
  private static final int MOST = 20;
  private static final Duration LONGEST = Duration.ofDays(30);

  private final LeavingStore store;
  private final Locks locks;
  private final Acts acts;
  private final OfficeTime time;

  LeftForms(LeavingStore store, Locks locks, Acts acts, OfficeTime time) {
    this.store = store;
    this.locks = locks;
    this.acts = acts;
    this.time = time;
  }

  /// @param token of the session in which it was typed; null when that is not known
  public void keep(
      PersonId owner,
      String action,
      String path,
      String title,
      List<RefusalView.Kept> fields,
      @Nullable String token) {
    boolean local = action.startsWith("/") && !action.startsWith("//");
    if (!local || fields.stream().allMatch(RefusalView.Kept::hidden)) return;
    UUID session = locks.held(token).map(Locks.Held::id).orElse(null);
    var leaving = new Leaving(Ids.next(), action, path, title, fields, time.now());
    store.put(owner, form(action, fields), leaving, session);
    store.prune(owner, MOST, time.now().minus(LONGEST));
  }

  /// The act id names the form; one without has its address.
  private static String form(String action, List<RefusalView.Kept> fields) {
    return fields.stream()
        .filter(field -> field.name().equals("act"))
        .map(RefusalView.Kept::value)
        .findFirst()
        .orElse(action);
  }

  @Override
  public void keep(PersonId owner, String action, List<RefusalView.Kept> fields) {
    keep(owner, action, "", "", fields, null);
  }

  /// One's own, the latest first. What has been sent meanwhile is no leaving any more.
  public List<Leaving> of(PersonId person) {
    List<Leaving> all = store.of(person);
    List<Leaving> sent = all.stream().filter(this::sent).toList();
    sent.forEach(leaving -> store.remove(person, leaving.id()));
    return all.stream().filter(leaving -> !sent.contains(leaving)).toList();
  }

  private boolean sent(Leaving leaving) {
    try {
      String act = form("", leaving.fields());
      return !act.isEmpty() && acts.done(new ActId(UUID.fromString(act)));
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /// It is not wanted any more.
  ///
  /// @throws Refused `NOT_FOUND`
  public void forget(PersonId person, UUID id) {
    if (!store.remove(person, id)) throw new Refused(SharedRefusal.NOT_FOUND);
  }

  /// The session went on, so that what was typed in it still stands in its page.
  void forgetOf(UUID session) {
    store.removeOf(session);
  }
}
