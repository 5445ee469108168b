package karyalay.shared;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A door that takes two rows in the order it is told: two of them in opposite orders must
/// deadlock.
@Service
@Transactional
class TwoRows {
  private final JdbcClient db;
  private final Acts acts;

  TwoRows(JdbcClient db, Acts acts) {
    this.db = db;
    this.acts = acts;
  }

  public void add(Act act, UUID first, UUID second, Runnable between) {
    acts.once(
        act,
        first,
        () -> {
          add(first);
          between.run();
          add(second);
        });
  }

  public void raise(Act act, UUID row, String fault, AtomicInteger times) {
    times.incrementAndGet();
    acts.once(
        act,
        row,
        () -> {
          add(row);
          db.sql(fault).update();
        });
  }

  private void add(UUID row) {
    db.sql("UPDATE access.failure SET times = times + 1 WHERE device = ?").param(row).update();
  }
}
