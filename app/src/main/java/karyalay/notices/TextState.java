package karyalay.notices;

import java.util.Locale;

/// How far a text message has come; as {@link MailState}.
public enum TextState {
  /// It lies here: no gateway is set, it could not be reached, or its turn has not come.
  WAITING,
  /// The gateway is being spoken to. Committed before the call: whoever dies in between leaves
  /// this.
  HANDING,
  /// The gateway has taken it.
  SENT,
  /// The gateway has said that it will not take it, or nobody took it while it was of use.
  REFUSED,
  /// Nobody knows whether the gateway has it. Only a person sends it again.
  UNCERTAIN;

  /// Key of its name.
  public String key() {
    return "notices.text." + name().toLowerCase(Locale.ROOT);
  }
}
