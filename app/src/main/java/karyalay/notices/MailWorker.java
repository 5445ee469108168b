package karyalay.notices;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import karyalay.shared.OfficeTime;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Sends what lies in the outbox, one after another. On a node that finds another at the same row,
/// the row is skipped.
@Component
class MailWorker {
  /// How long a server that cannot be reached is left alone.
  private static final Duration REST = Duration.ofSeconds(15);

  private record Silent(MailServer server, Instant until) {}

  private final MailSettings settings;
  private final Settlement settlement;
  private final Smtp smtp;
  private final OfficeTime time;
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile @Nullable Silent silent;
  private volatile Instant begun;

  MailWorker(MailSettings settings, Settlement settlement, Smtp smtp, OfficeTime time) {
    this.settings = settings;
    this.settlement = settlement;
    this.smtp = smtp;
    this.time = time;
    this.begun = time.now();
  }

  /// At a fixed rate, which runs beside other work; a server that hangs must not hold the rest up.
  @Scheduled(fixedRate = 1000, initialDelay = 5000)
  void round() {
    if (!busy.compareAndSet(false, true)) return;
    begun = time.now();
    try {
      settlement.giveUpLost();
      settings.server().filter(this::answers).ifPresent(this::send);
    } finally {
      busy.set(false);
    }
  }

  /// Whether it still goes round. A server that hangs holds it for minutes at most.
  boolean alive(Instant now) {
    return now.isBefore(begun.plus(MailRules.LEASE));
  }

  private boolean answers(MailServer server) {
    Silent known = silent;
    return known == null || !known.server().equals(server) || time.now().isAfter(known.until());
  }

  private void send(MailServer server) {
    for (var mail = settlement.take(); mail.isPresent(); mail = settlement.take()) {
      Handed handed = smtp.send(server, mail.get());
      settlement.write(mail.get(), handed);
      if (handed instanceof Handed.Later(var _, boolean reached) && !reached) {
        silent = new Silent(server, time.now().plus(REST));
        return;
      }
    }
  }
}
