package karyalay.dispatch;

import static karyalay.shared.HealthCheck.Finding.broken;
import static karyalay.shared.HealthCheck.Finding.ok;
import static karyalay.shared.HealthCheck.Finding.warning;

import java.time.Instant;
import karyalay.shared.HealthCheck;
import karyalay.shared.OfficeTime;
import org.springframework.stereotype.Component;

/// Whether letters to other instances leave.
@Component
class ExchangeCheck implements HealthCheck {
  private final Packages packages;
  private final Peers peers;
  private final ExchangeWorker worker;
  private final OfficeTime time;

  ExchangeCheck(Packages packages, Peers peers, ExchangeWorker worker, OfficeTime time) {
    this.packages = packages;
    this.peers = peers;
    this.worker = worker;
    this.time = time;
  }

  @Override
  public String name() {
    return "dispatch.exchange";
  }

  @Override
  public Finding look() {
    Instant now = time.now();
    return judge(peers.all().size(), worker.alive(now), packages.standing());
  }

  static Finding judge(int peers, boolean alive, Packages.Standing standing) {
    String waiting = String.valueOf(standing.waiting());
    if (!alive) return broken("dispatch.exchange.stopped", waiting);
    if (standing.tried() > 0)
      return warning("dispatch.exchange.late", String.valueOf(standing.tried()), waiting);
    if (peers == 0) return ok("dispatch.exchange.none");
    return ok("dispatch.exchange.ok", String.valueOf(peers), waiting);
  }
}
