package karyalay.files;

import karyalay.desk.Paper;
import karyalay.organisation.Masters;
import karyalay.organisation.Settings;
import org.springframework.stereotype.Component;

/// From which rank an officer approves that files be closed or opened again: a setting of the
/// district (OP-43).
@Component
class ClosingRank {
  private final Settings settings;
  private final Masters masters;

  ClosingRank(Settings settings, Masters masters) {
    this.settings = settings;
    this.masters = masters;
  }

  int level(Paper file) {
    return settings.level("closing-rank", file.office());
  }

  /// Its name in both languages, for a sentence.
  String words(Paper file) {
    String code = settings.text("closing-rank", file.office());
    return masters
        .one("RANK", code, file.district())
        .map(rank -> rank.nameHi() + " (" + rank.nameEn() + ")")
        .orElse(code);
  }
}
