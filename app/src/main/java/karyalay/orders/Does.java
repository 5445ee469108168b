package karyalay.orders;

import java.util.Locale;

/// What an order does with the paper.
public enum Does {
  /// It goes on with the order.
  SEND,
  /// It goes back to whoever sent it, with what is wrong.
  BACK,
  /// दाखिल दफ्तर: a receipt ends here; on a file it is the approval to close, and the file goes
  /// back to whoever may close it (OP-43).
  CLOSE;

  public String key() {
    return "orders.does." + name().toLowerCase(Locale.ROOT);
  }
}
