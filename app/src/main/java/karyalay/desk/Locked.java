package karyalay.desk;

import java.util.Optional;

/// A paper whose row is locked until the act ends. Only {@link Papers} makes one, so that nothing
/// moves by what was read before the lock.
public final class Locked {
  private final Paper paper;
  private final Optional<Recipient> recipient;

  Locked(Paper paper, Optional<Recipient> recipient) {
    this.paper = paper;
    this.recipient = recipient;
  }

  public Paper paper() {
    return paper;
  }

  Optional<Recipient> recipient() {
    return recipient;
  }
}
