package karyalay.devices.web;

import karyalay.shared.Language;
import karyalay.web.Page;

/// The page without a line. Whoever asked is not known, so it says everything in both languages.
///
/// @param page nobody's
public record OfflineView(Page page) {
  public String hindi(String key) {
    return page.words().say(Language.HI, key);
  }

  public String english(String key) {
    return page.words().say(Language.EN, key);
  }
}
