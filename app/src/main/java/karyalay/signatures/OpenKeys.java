package karyalay.signatures;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import karyalay.access.SessionWatcher;
import karyalay.shared.Caller;
import karyalay.shared.OfficeTime;
import karyalay.shared.PersonId;
import karyalay.shared.PostId;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Keys that officers keep open for some minutes in one session and chair, in the memory of this
/// node and nowhere else. Signing out, a change of password, and the end of the minutes wipe them;
/// in another chair the key is not open.
@Component
class OpenKeys implements SessionWatcher, DisposableBean {
  private record Open(Unlocked key, PostId post, Instant until) {}

  private final Map<String, Open> open = new ConcurrentHashMap<>();
  private final OfficeTime time;

  OpenKeys(OfficeTime time) {
    this.time = time;
  }

  /// A session is told by what its forms carry, which follows from its token and is known to no
  /// other session; calls with bearer tokens have none.
  private static Optional<String> session(Caller caller) {
    return caller.csrf().isEmpty() ? Optional.empty() : Optional.of(caller.csrf());
  }

  /// @return whether the caller has a session in which a key can stay open
  boolean keep(Caller caller, Unlocked key, Instant until) {
    Optional<String> session = session(caller);
    session.ifPresent(mark -> {
      Open before = open.put(mark, new Open(key.again(), caller.seat().post(), until));
      if (before != null) before.key().close();
    });
    return session.isPresent();
  }

  Optional<Unlocked> find(Caller caller) {
    return live(caller).map(one -> one.key().again());
  }

  Optional<Instant> until(Caller caller) {
    return live(caller).map(Open::until);
  }

  private Optional<Open> live(Caller caller) {
    if (open.isEmpty() || caller.chair() == null) return Optional.empty();
    return session(caller)
        .map(open::get)
        .filter(one -> one.key().person().equals(caller.person()))
        .filter(one -> one.post().equals(caller.seat().post()))
        .filter(one -> time.now().isBefore(one.until()));
  }

  void close(Caller caller) {
    session(caller).map(open::remove).ifPresent(one -> one.key().close());
  }

  @Override
  public void ended(PersonId person) {
    wipe(one -> one.key().person().equals(person));
  }

  @Scheduled(initialDelay = 30_000, fixedDelay = 30_000)
  void sweep() {
    Instant now = time.now();
    wipe(one -> !now.isBefore(one.until()));
  }

  @Override
  public void destroy() {
    wipe(_ -> true);
  }

  private void wipe(Predicate<Open> which) {
    open.values()
        .removeIf(one -> {
          boolean over = which.test(one);
          if (over) one.key().close();
          return over;
        });
  }
}
