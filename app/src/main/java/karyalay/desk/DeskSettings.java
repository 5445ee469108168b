package karyalay.desk;

import karyalay.organisation.Limit;
import karyalay.organisation.Settings;
import karyalay.shared.OfficeId;
import karyalay.shared.Refused;
import org.springframework.stereotype.Component;

/// The figures that the desk reads from the district's settings.
@Component
class DeskSettings {
  private final Settings settings;

  DeskSettings(Settings settings) {
    this.settings = settings;
  }

  /// How long one post may keep a paper, where nothing else is said (OP-88).
  Limit level(OfficeId office) {
    return Limit.workingDays(settings.number("post-limit-days", office));
  }

  /// That papers of this class may be kept here at all (OP-85).
  ///
  /// @throws Refused `CLASS_NOT_USED`
  void requireUsed(Classification classification, OfficeId office) {
    boolean refused =
        switch (classification) {
          case NORMAL, CONFIDENTIAL -> false;
          case RESTRICTED -> !settings.flag("restricted-used", office);
          case SECRET, TOP_SECRET -> settings.flag("secret-barred", office);
        };
    if (refused) throw new Refused(DeskRefusal.CLASS_NOT_USED);
  }
}
