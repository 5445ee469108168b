package karyalay.drafts;

import karyalay.shared.Language;
import karyalay.shared.OfficeId;
import karyalay.shared.PostId;

/// Who signs, as the letter names him. The names of the person are empty where the post is vacant.
public record Signatory(
    PostId post,
    OfficeId office,
    OfficeId district,
    String mark,
    String designationHi,
    String designationEn,
    String officeHi,
    String officeEn,
    String officeCode,
    String districtHi,
    String districtEn,
    String nameHi,
    String nameEn) {

  /// A post that is no more.
  static Signatory gone(PostId post, OfficeId office, OfficeId district) {
    return new Signatory(post, office, district, "—", "", "", "", "", "", "", "", "", "");
  }

  public String designation(Language language) {
    return language.pick(designationHi, designationEn);
  }

  public String office(Language language) {
    return language.pick(officeHi, officeEn);
  }

  public String districtName(Language language) {
    return language.pick(districtHi, districtEn);
  }

  public String name(Language language) {
    return language.pick(nameHi, nameEn);
  }
}
