package karyalay.health.web;

import static karyalay.web.MayCall.Who.ADMIN;

import java.util.List;
import karyalay.health.Health;
import karyalay.shared.HealthCheck.State;
import karyalay.shared.Language;
import karyalay.web.MayCall;
import karyalay.web.Words;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The same for other systems.
@RestController
class HealthApi {
  private final Health health;
  private final Words words;

  HealthApi(Health health, Words words) {
    this.health = health;
    this.words = words;
  }

  /// @param name stable name of what was looked at, such as `database.health`
  record Line(String name, State state, String hindi, String english) {}

  @GetMapping("/api/v1/health")
  @MayCall(ADMIN)
  List<Line> lines() {
    return health.lines().stream().map(this::line).toList();
  }

  private Line line(Health.Line line) {
    Object[] arguments = line.finding().arguments().toArray();
    String sentence = line.finding().sentence();
    return new Line(
        line.name(),
        line.finding().state(),
        words.say(Language.HI, sentence, arguments),
        words.say(Language.EN, sentence, arguments));
  }
}
