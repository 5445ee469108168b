package karyalay.preparing;

import java.util.Locale;
import karyalay.desk.Kind;

/// What is prepared: on a file a note, on a letter an order.
public enum Matter {
  NOTE,
  ORDER;

  static Matter on(Kind kind) {
    return switch (kind) {
      case FILE -> NOTE;
      case RECEIPT, COMPLAINT -> ORDER;
    };
  }

  /// Key of its word.
  public String key() {
    return "preparing.matter." + name().toLowerCase(Locale.ROOT);
  }
}
