package karyalay.dispatch.web;

import java.util.List;
import java.util.Optional;
import karyalay.organisation.Master;
import karyalay.organisation.Masters;
import karyalay.shared.Language;
import karyalay.shared.OfficeId;
import org.springframework.stereotype.Component;

/// How the forms of letters are called, in the reader's language.
@Component
class FormNames {
  private final Masters masters;

  FormNames(Masters masters) {
    this.masters = masters;
  }

  /// The code itself when the list does not have it.
  String name(String code, Language language, OfficeId district) {
    return name(masters.one("FORM", code, district), code, language);
  }

  /// As it is called everywhere.
  String name(String code, Language language) {
    List<Master> all = masters.of("FORM");
    return name(all.stream().filter(one -> one.code().equals(code)).findFirst(), code, language);
  }

  private static String name(Optional<Master> found, String code, Language language) {
    return found.map(one -> language.pick(one.nameHi(), one.nameEn())).orElse(code);
  }
}
