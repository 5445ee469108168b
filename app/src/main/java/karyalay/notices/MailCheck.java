package karyalay.notices;

import static karyalay.shared.HealthCheck.Finding.broken;
import static karyalay.shared.HealthCheck.Finding.ok;
import static karyalay.shared.HealthCheck.Finding.warning;

import java.time.Duration;
import java.time.Instant;
import karyalay.shared.HealthCheck;
import karyalay.shared.OfficeTime;
import org.springframework.stereotype.Component;

/// Whether e-mail has a server, and whether it leaves.
@Component
class MailCheck implements HealthCheck {
  private static final Duration LONG = Duration.ofMinutes(30);

  private final MailSettings settings;
  private final MailStore store;
  private final MailWorker worker;
  private final OfficeTime time;

  MailCheck(MailSettings settings, MailStore store, MailWorker worker, OfficeTime time) {
    this.settings = settings;
    this.store = store;
    this.worker = worker;
    this.time = time;
  }

  @Override
  public String name() {
    return "notices.mail";
  }

  @Override
  public Finding look() {
    Instant now = time.now();
    MailStore.Standing standing = store.standing(now.minus(LONG), now.minus(Duration.ofDays(1)));
    try {
      return judge(settings.server().isPresent(), worker.alive(now), standing);
    } catch (IllegalArgumentException e) {
      return broken("notices.mail.settings");
    }
  }

  static Finding judge(boolean served, boolean alive, MailStore.Standing standing) {
    String waiting = String.valueOf(standing.waiting());
    if (!served)
      return standing.waiting() == 0
          ? warning("notices.mail.none")
          : warning("notices.mail.none-waiting", waiting);
    if (!alive) return broken("notices.mail.stopped", waiting);
    if (standing.late() > 0)
      return warning("notices.mail.late", String.valueOf(standing.late()), waiting);
    if (standing.failed() > 0)
      return warning("notices.mail.failed", String.valueOf(standing.failed()));
    return ok("notices.mail.ok", waiting);
  }
}
