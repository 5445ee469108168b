package karyalay.dispatch;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import karyalay.shared.Language;
import karyalay.shared.Refused;
import karyalay.web.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Carries what waits, each in its own short transaction; one that fails does not stop the rest.
@Component
public class CarriageWorker {
  private static final Logger LOG = LoggerFactory.getLogger(CarriageWorker.class);
  private static final int BATCH = 200;

  private final Carriage carriage;
  private final Words words;
  private final AtomicBoolean busy = new AtomicBoolean();

  CarriageWorker(Carriage carriage, Words words) {
    this.carriage = carriage;
    this.words = words;
  }

  @Scheduled(fixedRate = 500, initialDelay = 3000)
  void round() {
    if (!busy.compareAndSet(false, true)) return;
    try {
      carryWaiting();
    } finally {
      busy.set(false);
    }
  }

  /// Carries what waits now, and returns when it has arrived or come back. A worker does it twice a
  /// second anyhow; whoever calls it within a transaction carries what that transaction sent.
  public void carryWaiting() {
    carriage.waiting(BATCH).forEach(this::carry);
  }

  private void carry(UUID item) {
    try {
      carriage.carry(item);
    } catch (Refused refused) {
      boolean gone = refused.reason() == karyalay.shared.SharedRefusal.NOT_FOUND;
      carriage.giveBack(
          item,
          gone
              ? words.say(Language.HI, "dispatch.post-gone")
              : words.say(Language.HI, refused.reason().key(), refused.arguments().toArray()));
    } catch (DataAccessException e) {
      LOG.warn("item {} is tried again later: {}", item, e.getClass().getSimpleName());
    }
  }
}
