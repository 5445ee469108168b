package karyalay.desk;

import java.util.Locale;

/// Classes of secrecy, open first (OP-85). From `CONFIDENTIAL` on a paper is guarded: who is not
/// named on it learns number, class and due date, nothing else (OP-86).
public enum Classification {
  NORMAL,
  RESTRICTED,
  CONFIDENTIAL,
  SECRET,
  TOP_SECRET;

  public boolean guarded() {
    return compareTo(CONFIDENTIAL) >= 0;
  }

  public Classification graver(Classification other) {
    return compareTo(other) >= 0 ? this : other;
  }

  public String key() {
    return "desk.class." + name().toLowerCase(Locale.ROOT);
  }
}
