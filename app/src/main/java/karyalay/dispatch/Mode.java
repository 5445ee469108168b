package karyalay.dispatch;

import java.util.Locale;

/// How a letter goes to one addressee (OP-77).
public enum Mode {
  /// To a post of this instance, where it arrives as dak.
  OWN_OFFICE,
  /// To another instance.
  INSTANCE,
  EMAIL,
  POST,
  SPEED_POST,
  BY_HAND,
  /// An officer takes it there.
  MESSENGER;

  /// Key of its name.
  public String key() {
    return "dispatch.mode." + name().toLowerCase(Locale.ROOT);
  }
}
