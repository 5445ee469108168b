package karyalay.files.web;

import java.util.List;
import karyalay.files.CoverChange;
import karyalay.organisation.Master;
import karyalay.web.Page;

/// The cover of a file, what changed on it, and the rare acts.
public record FileDetailsView(FileView file, List<CoverChange> changes, List<Master> categories) {
  public Page page() {
    return file.page();
  }

  public String fieldKey(String field) {
    return "files.cover." + field;
  }
}
