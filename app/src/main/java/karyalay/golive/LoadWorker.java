package karyalay.golive;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import karyalay.shared.OfficeTime;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks through and carries out what was sent, in small committed batches: a stop in between costs
/// one batch's time and nothing else.
@Component
class LoadWorker {
  static final Duration LEASE = Duration.ofMinutes(2);

  /// Rows of one transaction: well under the five seconds that one may last.
  private static final int BATCH = 50;

  private final LoadStore store;
  private final Judging judging;
  private final OfficeTime time;
  private final AtomicBoolean busy = new AtomicBoolean();

  LoadWorker(LoadStore store, Judging judging, OfficeTime time) {
    this.store = store;
    this.judging = judging;
    this.time = time;
  }

  @Scheduled(fixedRate = 1000, initialDelay = 6000)
  void round() {
    if (!busy.compareAndSet(false, true)) return;
    try {
      for (var load = next(); load.isPresent(); load = next()) work(load.get());
    } finally {
      busy.set(false);
    }
  }

  private Optional<Load> next() {
    return store.lease(time.now(), LEASE);
  }

  private void work(Load load) {
    boolean trying = load.state() == Load.State.TRYING;
    int cursor = load.cursor();
    for (List<Load.Row> rows = store.rows(load.id(), cursor, BATCH);
        !rows.isEmpty();
        rows = store.rows(load.id(), cursor, BATCH)) {
      if (trying) judging.attempt(load, rows);
      else judging.apply(load, rows);
      cursor = rows.getLast().serial();
    }
    store.ended(load.id(), trying ? Load.State.TRIED : Load.State.DONE, time.now());
  }
}
