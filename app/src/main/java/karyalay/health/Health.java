package karyalay.health;

import static karyalay.shared.HealthCheck.Finding.broken;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import karyalay.shared.HealthCheck;
import karyalay.shared.HealthCheck.Finding;
import karyalay.shared.HealthCheck.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/// Asks every module how it stands (OP-126). All are asked at once; one that hangs or fails is
/// broken, and the others are told all the same.
@Service
public class Health {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration KEPT = Duration.ofSeconds(2);
  private static final Logger LOG = LoggerFactory.getLogger(Health.class);

  private final ObjectProvider<HealthCheck> checks;
  private volatile Lives last = new Lives(true, System.nanoTime() - KEPT.toNanos() - 1);

  private record Lives(boolean lives, long at) {}

  Health(ObjectProvider<HealthCheck> checks) {
    this.checks = checks;
  }

  /// One line of the page.
  ///
  /// @param name the message that names what was looked at
  public record Line(String name, Finding finding) {}

  /// How all of it stands, the worst first.
  public List<Line> lines() {
    return ask(checks.orderedStream().toList()).stream()
        .sorted(
            Comparator.comparing((Line line) -> line.finding().state())
                .reversed()
                .thenComparing(Line::name))
        .toList();
  }

  /// Whether the program can serve at all, for monitors. Asked often, it is looked at every two
  /// seconds.
  public boolean lives() {
    if (System.nanoTime() - last.at() > KEPT.toNanos()) {
      boolean lives =
          ask(checks.orderedStream().filter(HealthCheck::vital).toList()).stream()
              .noneMatch(line -> line.finding().state() == State.BROKEN);
      last = new Lives(lives, System.nanoTime());
    }
    return last.lives();
  }

  private static List<Line> ask(List<HealthCheck> checks) {
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      List<Future<Finding>> asked = new ArrayList<>();
      for (HealthCheck check : checks) asked.add(threads.submit(check::look));
      long end = System.nanoTime() + PATIENCE.toNanos();
      List<Line> lines = new ArrayList<>();
      for (int i = 0; i < checks.size(); i++)
        lines.add(new Line(checks.get(i).name(), answer(checks.get(i), asked.get(i), end)));
      return lines;
    } finally {
      // What hangs is not waited for.
      threads.shutdownNow();
    }
  }

  private static Finding answer(HealthCheck check, Future<Finding> asked, long end) {
    try {
      return asked.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return broken("health.no-answer", String.valueOf(PATIENCE.toSeconds()));
    } catch (ExecutionException e) {
      LOG.warn("{} could not be looked at", check.name(), e.getCause());
      return broken("health.failed");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return broken("health.failed");
    }
  }
}
