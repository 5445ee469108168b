package karyalay.drafts;

import java.util.Locale;
import java.util.Optional;
import karyalay.organisation.Master;
import karyalay.organisation.Masters;
import karyalay.shared.Language;
import karyalay.web.PublicAddress;
import org.springframework.stereotype.Component;

/// What stands over an office's letters (OP-71): dated masters of kind `LETTERHEAD`, coded by the
/// office's code in small letters, or `default`, with `phone`, `email` and `address`; where an
/// office has none its own name stands there.
@Component
class Letterhead {
  private static final String KIND = "LETTERHEAD";

  private final Masters masters;
  private final PublicAddress address;

  Letterhead(Masters masters, PublicAddress address) {
    this.masters = masters;
    this.address = address;
  }

  /// @param force the name of the force, over that of the office
  /// @param verify public address under which a code is verified
  record Lines(
      String force, String office, String address, String phone, String email, String verify) {}

  Lines of(Signatory signatory, Language language) {
    Optional<Master> own =
        masters.one(KIND, signatory.officeCode().toLowerCase(Locale.ROOT), signatory.district());
    Optional<Master> usual = masters.one(KIND, "default", signatory.district());
    return new Lines(
        usual.map(it -> name(it, language)).orElse(""),
        own.map(it -> name(it, language)).orElse(office(signatory, language)),
        text(own, usual, "address"),
        text(own, usual, "phone"),
        text(own, usual, "email"),
        address.root());
  }

  private static String office(Signatory signatory, Language language) {
    String office = signatory.office(language);
    String district = signatory.districtName(language);
    // An office whose name says its place after a comma needs no district beside it.
    boolean placed = office.contains(",") || office.contains(district);
    return district.isBlank() || placed ? office : office + ", " + district;
  }

  private static String name(Master master, Language language) {
    return language.pick(master.nameHi(), master.nameEn());
  }

  private static String text(Optional<Master> own, Optional<Master> usual, String name) {
    return own.map(it -> it.text(name))
        .filter(it -> !it.isBlank())
        .orElse(usual.map(it -> it.text(name)).orElse(""));
  }
}
