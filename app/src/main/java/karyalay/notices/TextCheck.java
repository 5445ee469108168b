package karyalay.notices;

import static karyalay.shared.HealthCheck.Finding.broken;
import static karyalay.shared.HealthCheck.Finding.ok;
import static karyalay.shared.HealthCheck.Finding.warning;

import java.io.UncheckedIOException;
import karyalay.shared.HealthCheck;
import org.springframework.stereotype.Component;

/// Whether texts to mobiles have a gateway, and whether they leave. Without one rescue by a code
/// does not work, and two persons rescue (OP-139).
@Component
class TextCheck implements HealthCheck {
  private final Texts texts;
  private final SmsSettings settings;

  TextCheck(Texts texts, SmsSettings settings) {
    this.texts = texts;
    this.settings = settings;
  }

  @Override
  public String name() {
    return "notices.sms";
  }

  @Override
  public Finding look() {
    try {
      var _ = settings.gateway();
      return judge(texts.health());
    } catch (IllegalArgumentException | UncheckedIOException e) {
      return broken("notices.sms.settings");
    }
  }

  static Finding judge(Texts.Health health) {
    String waiting = String.valueOf(health.waiting());
    String uncertain = String.valueOf(health.uncertain());
    String refused = String.valueOf(health.refused());
    if (!health.served()) return warning("notices.no-gateway");
    if (health.uncertain() + health.refused() > 0)
      return warning("notices.health", waiting, uncertain, refused);
    return ok("notices.sms.ok", waiting);
  }
}
