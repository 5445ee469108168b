package karyalay.dispatch;

import java.util.Locale;

/// Where a letter stands on its way to one addressee (OP-78).
public enum ItemState {
  TO_SEND,
  /// A worker has it.
  ON_WAY,
  /// It has left; nobody has said that it arrived.
  SENT,
  /// It came back; it may be sent again under the same number.
  RETURNED,
  ACKNOWLEDGED;

  /// Key of its name.
  public String key() {
    return "dispatch.state." + name().toLowerCase(Locale.ROOT);
  }

  /// Whether it may be sent now.
  public boolean here() {
    return this == TO_SEND || this == RETURNED;
  }

  /// Whether it is out, so that it may come back or be acknowledged.
  public boolean out() {
    return this == SENT || this == ACKNOWLEDGED;
  }
}
