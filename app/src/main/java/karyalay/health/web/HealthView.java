package karyalay.health.web;

import java.time.Instant;
import java.util.List;
import karyalay.health.Health;
import karyalay.shared.HealthCheck.State;
import karyalay.web.Page;

/// How everything stands.
///
/// @param at when it was looked at
public record HealthView(Page page, Instant at, List<Health.Line> lines) {
  /// What was found, in the reader's language.
  public String sentence(Health.Line line) {
    return page.t(line.finding().sentence(), line.finding().arguments().toArray());
  }

  /// Class of the line.
  public String look(Health.Line line) {
    return switch (line.finding().state()) {
      case OK -> "ok";
      case WARNING -> "warning";
      case BROKEN -> "broken";
    };
  }

  /// How many lines are in this state.
  public long count(State state) {
    return lines.stream().filter(line -> line.finding().state() == state).count();
  }
}
