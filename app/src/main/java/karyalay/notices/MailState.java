package karyalay.notices;

import java.util.Locale;

/// How far an e-mail has come.
public enum MailState {
  /// It lies here: no server is set, the server could not be reached, or its turn has not come.
  WAITING,
  /// A server is being spoken to. Committed before the call: whoever dies in between leaves this.
  HANDING,
  /// The server has taken it.
  SENT,
  /// The server has said that it will not take it, or nobody took it for three days.
  REFUSED,
  /// Nobody knows whether the server has it. Only a person sends it again.
  UNCERTAIN;

  /// Key of its name.
  public String key() {
    return "notices.mail." + name().toLowerCase(Locale.ROOT);
  }
}
