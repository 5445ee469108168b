package karyalay.mailbox;

import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Goes round the mailboxes. A server that hangs holds up the other mailboxes of this node for some
/// seconds and nothing else.
@Component
class MailboxWorker {
  private final Fetching fetching;
  private final AtomicBoolean busy = new AtomicBoolean();

  MailboxWorker(Fetching fetching) {
    this.fetching = fetching;
  }

  @Scheduled(fixedRate = 5000, initialDelay = 8000)
  void round() {
    if (!busy.compareAndSet(false, true)) return;
    try {
      boolean more = true;
      while (more) more = fetching.next();
    } finally {
      busy.set(false);
    }
  }
}
