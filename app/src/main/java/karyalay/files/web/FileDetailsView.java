package karyalay.files.web;

import java.util.List;
import karyalay.files.CoverChange;
import karyalay.organisation.Master;
import karyalay.web.Page;

/// The cover of a file, what changed on it, and the rare acts.
public record FileDetailsView(
    FileView file, List<CoverChange> changes, List<Master> categories, List<Master> classes) {
  public Page page() {
    return file.page();
  }

  /// The name of the record class that the file was given; empty while it has none.
  public String recordClass() {
    String code = file.sheet().cover().recordClass();
    return classes.stream()
        .filter(one -> one.code().equals(code))
        .map(one -> page().name(one.nameHi(), one.nameEn()))
        .findFirst()
        .orElse(code);
  }

  public String fieldKey(String field) {
    return "files.cover." + field;
  }
}
