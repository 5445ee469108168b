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

/// E-mails, for the doors of the modules above: everything here takes part in their act, and
/// returns the entry that they append last.
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Mails {
  private final MailStore store;
  private final MailSettings settings;
  private final OfficeTime time;

  Mails(MailStore store, MailSettings settings, OfficeTime time) {
    this.store = store;
    this.settings = settings;
    this.time = time;
  }

  /// Lays an e-mail into the outbox. A worker sends it when the act has been committed.
  ///
  /// @throws Refused `ADDRESS_MALFORMED`
  @CheckReturnValue
  public Entry put(Act act, Mail mail) {
    store.insert(mail, MailRules.address(mail.to()), time.now());
    return new Entry("notices.mail_laid_out", "mail/" + mail.id(), Map.of());
  }

  /// Sends again what was refused or is uncertain, as the same letter: its Message-ID stays.
  ///
  /// @throws Refused `NOT_TO_RESEND`
  @CheckReturnValue
  public Entry again(Act act, UUID mail) {
    if (!store.again(mail, time.now())) throw new Refused(NoticesRefusal.NOT_TO_RESEND);
    return new Entry("notices.mail_sent_again", "mail/" + mail, Map.of());
  }

  /// Whether a server is set; without one everything waits.
  @Transactional(propagation = Propagation.SUPPORTS)
  public boolean served() {
    return settings.server().isPresent();
  }

  /// Reads an address as it is typed.
  ///
  /// @throws Refused `ADDRESS_MALFORMED`
  public static String address(String typed) {
    return MailRules.address(typed);
  }
}
