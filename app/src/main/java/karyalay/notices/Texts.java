package karyalay.notices;

import java.util.Map;
import java.util.UUID;
import karyalay.ledger.Entry;
import karyalay.shared.Act;
import karyalay.shared.CheckReturnValue;
import karyalay.shared.OfficeTime;
import karyalay.shared.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Text messages to mobiles, for the doors of the modules above: as with {@link Mails}, everything
/// here takes part in their act, and returns the entry that they append last.
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Texts {
  private final TextStore store;
  private final SmsSettings settings;
  private final OfficeTime time;

  Texts(TextStore store, SmsSettings settings, OfficeTime time) {
    this.store = store;
    this.settings = settings;
    this.time = time;
  }

  /// Lays a text into the outbox. A worker hands it to the gateway when the act has been committed.
  ///
  /// @throws Refused `MOBILE_MALFORMED`, `TEXT_TOO_LONG`
  @CheckReturnValue
  public Entry put(Act act, Text text) {
    TextRules.check(text);
    store.insert(text, time.now());
    return new Entry(
        "notices.text_laid_out", "text/" + text.id(), Map.of("template", text.template()));
  }

  /// Sends again what was refused or is uncertain, under the same reference. What was secret has no
  /// words any more: whoever needs it asks for a new one.
  ///
  /// @throws Refused `NOT_TO_RESEND`
  @CheckReturnValue
  public Entry again(Act act, UUID text) {
    if (!store.again(text, time.now())) throw new Refused(NoticesRefusal.NOT_TO_RESEND);
    return new Entry("notices.text_sent_again", "text/" + text, Map.of());
  }

  /// Whether a gateway is set; without one everything waits.
  @Transactional(propagation = Propagation.SUPPORTS)
  public boolean served() {
    return settings.readable().isPresent();
  }

  /// How the outbox stands, for whoever looks after the program.
  ///
  /// @param waiting how many lie here
  /// @param uncertain of how many nobody knows
  /// @param refused how many the gateway has declined in the last day
  public record Health(boolean served, int waiting, int uncertain, int refused) {}

  @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
  public Health health() {
    return store.health(served(), time.now());
  }
}
