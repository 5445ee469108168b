package karyalay.organisation;

import java.util.regex.Pattern;
import karyalay.shared.Refused;

/// What must be known of a person, and in what form (OP-6).
final class PersonRules {
  private static final Pattern PNO = Pattern.compile("[0-9]{9}");
  private static final Pattern MOBILE = Pattern.compile("[6-9][0-9]{9}");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

  private PersonRules() {}

  static void check(Person.Facts facts) {
    boolean lacks =
        facts.pno().isBlank()
            || facts.nameHi().isBlank()
            || facts.nameEn().isBlank()
            || facts.mobile().isBlank()
            || facts.rank().isBlank();
    if (lacks) throw new Refused(OrganisationRefusal.PERSON_INCOMPLETE);
    if (!PNO.matcher(facts.pno()).matches())
      throw new Refused(OrganisationRefusal.PNO_MALFORMED, facts.pno());
    if (!MOBILE.matcher(facts.mobile()).matches())
      throw new Refused(OrganisationRefusal.MOBILE_MALFORMED, facts.mobile());
    if (!facts.email().isBlank() && !EMAIL.matcher(facts.email()).matches())
      throw new Refused(OrganisationRefusal.EMAIL_MALFORMED, facts.email());
  }
}
