package karyalay.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import karyalay.shared.Act;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.shared.PostId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The log of every edit of this module, with old and new values, by whom, and from when it holds
/// (OP-14). An edit whose day has not come waits, and is carried out on it.
@Service
public class Changes {
  /// What was edited.
  public enum Kind {
    DISTRICT,
    OFFICE,
    POST,
    PERSON,
    CHARGE,
    HOLIDAY,
    WEEKLY_RULE,
    MASTER,
    PLACE,
    SERIES
  }

  /// One line of the log. `pending` while its day has not come.
  public record Line(
      long id,
      Kind kind,
      UUID subject,
      LocalDate from,
      Map<String, Object> old,
      Map<String, Object> now,
      UUID person,
      String personHi,
      String personEn,
      Instant at,
      boolean pending) {}

  private final ChangeStore store;
  private final OfficeTime time;
  private final ObjectProvider<Holdings> holdings;

  Changes(ChangeStore store, OfficeTime time, ObjectProvider<Holdings> holdings) {
    this.store = store;
    this.time = time;
    this.holdings = holdings;
  }

  /// The latest lines of some kinds written from within a district, newest first.
  @Transactional(readOnly = true)
  public List<Line> latest(OfficeId district, List<Kind> kinds, int limit) {
    return store.latest(district, kinds, limit);
  }

  /// Every line on one office, post, person or master, newest first.
  @Transactional(readOnly = true)
  public List<Line> of(UUID subject) {
    return store.of(subject);
  }

  /// Logs what has been done already.
  @Transactional(propagation = Propagation.MANDATORY)
  void note(
      Act act,
      Kind kind,
      UUID subject,
      LocalDate from,
      Map<String, Object> old,
      Map<String, Object> now) {
    store.add(act, kind, subject, from, old, now, time.now());
  }

  /// Logs an edit of an office, post or person and carries it out, at once or on its day.
  @Transactional(propagation = Propagation.MANDATORY)
  void make(
      Act act,
      Kind kind,
      UUID subject,
      LocalDate from,
      Map<String, Object> old,
      Map<String, Object> now) {
    long change = store.add(act, kind, subject, from, old, now, time.now());
    if (from.isAfter(time.today())) store.wait(change, from);
    else store.carryOut(change, kind, subject);
  }

  /// Edits whose day has come, oldest first.
  @Transactional(readOnly = true)
  List<ChangeStore.Waiting> due() {
    return store.due();
  }

  /// Carries out one of them, unless another node was first. A post that is to be abolished waits
  /// on while papers lie with it.
  @Transactional
  void carryOut(ChangeStore.Waiting waiting) {
    if (waiting.ends() && waiting.kind() == Kind.POST && holds(new PostId(waiting.subject())))
      return;
    if (store.done(waiting.id())) store.carryOut(waiting.id(), waiting.kind(), waiting.subject());
  }

  private boolean holds(PostId post) {
    return holdings.stream().anyMatch(each -> each.papersWith(post) > 0);
  }

  /// The values of `now` that differ from those in `row`, and what they were.
  static Difference between(Map<String, Object> row, Map<String, Object> now) {
    var old = new LinkedHashMap<String, Object>();
    var changed = new LinkedHashMap<String, Object>();
    now.forEach((field, value) -> {
      Object was = row.getOrDefault(field, "");
      Object before = was == null ? "" : was;
      if (before.equals(value)) return;
      old.put(field, before);
      changed.put(field, value);
    });
    return new Difference(old, changed);
  }

  record Difference(Map<String, Object> old, Map<String, Object> now) {}
}
