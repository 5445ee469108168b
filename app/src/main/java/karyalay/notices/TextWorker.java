package karyalay.notices;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import karyalay.shared.OfficeTime;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Hands over what lies in the outbox of texts, one after another. On a node that finds another at
/// the same row, the row is skipped.
@Component
class TextWorker {
  /// How long a gateway that cannot be reached is left alone.
  private static final Duration REST = Duration.ofSeconds(5);

  private record Silent(SmsGateway gateway, Instant until) {}

  private final SmsSettings settings;
  private final TextSettlement settlement;
  private final SmsLine line;
  private final OfficeTime time;
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile @Nullable Silent silent;

  TextWorker(SmsSettings settings, TextSettlement settlement, SmsLine line, OfficeTime time) {
    this.settings = settings;
    this.settlement = settlement;
    this.line = line;
    this.time = time;
  }

  /// At a fixed rate, which runs beside other work; a gateway that hangs must not hold the rest up.
  @Scheduled(fixedRate = 1000, initialDelay = 5000)
  void round() {
    if (!busy.compareAndSet(false, true)) return;
    try {
      settlement.giveUp();
      settings.readable().filter(this::answers).ifPresent(this::send);
    } finally {
      busy.set(false);
    }
  }

  private boolean answers(SmsGateway gateway) {
    Silent known = silent;
    return known == null
        || !known.gateway().address().equals(gateway.address())
        || time.now().isAfter(known.until());
  }

  private void send(SmsGateway gateway) {
    for (var text = settlement.take(); text.isPresent(); text = settlement.take()) {
      Handed handed = line.send(gateway, text.get());
      settlement.write(text.get(), handed);
      if (handed instanceof Handed.Later(var _, boolean reached) && !reached) {
        silent = new Silent(gateway, time.now().plus(REST));
        return;
      }
    }
  }
}
