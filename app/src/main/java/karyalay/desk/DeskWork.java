package karyalay.desk;

import java.util.UUID;
import karyalay.shared.Act;
import karyalay.shared.Actor;
import karyalay.shared.Capacity;
import karyalay.shared.PersonId;
import karyalay.shared.PostId;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/// What the desk does by itself, from rows in the database.
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class DeskWork {
  private static final UUID NOBODY = new UUID(0, 0);
  private static final int BATCH = 200;

  private final Movements movements;

  DeskWork(Movements movements) {
    this.movements = movements;
  }

  /// Parked papers whose day has come. Skips rows that another node has in hand.
  @Scheduled(fixedDelay = 60_000, initialDelay = 5_000)
  void returnParked() {
    Act act = Act.of(new Actor(new PersonId(NOBODY), new PostId(NOBODY), Capacity.SYSTEM));
    while (movements.returnParked(act, BATCH) == BATCH) {
      // the next batch, in a transaction of its own
    }
  }
}
