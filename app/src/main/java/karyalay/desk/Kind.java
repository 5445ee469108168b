package karyalay.desk;

import java.util.Locale;

/// What kind of content a paper carries. The desk knows no more of it than this.
public enum Kind {
  RECEIPT("/receipts/"),
  FILE("/files/"),
  COMPLAINT("/complaints/");

  private final String path;

  Kind(String path) {
    this.path = path;
  }

  /// Where a paper of this kind is shown.
  public String path(karyalay.shared.PaperId paper) {
    return path + paper;
  }

  /// Key of its word.
  public String key() {
    return "desk.kind." + name().toLowerCase(Locale.ROOT);
  }
}
