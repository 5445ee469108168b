package karyalay.desk;

import java.time.Instant;
import karyalay.shared.Language;
import karyalay.shared.PersonId;

/// Who of a counter's members has taken a paper (OP-123). It tells the others; it bars nobody.
///
/// @param lapses end of the shift, from which on nobody has it
public record Claim(PersonId person, String nameHi, String nameEn, Instant since, Instant lapses) {

  public boolean by(PersonId somebody) {
    return person.equals(somebody);
  }

  public String name(Language language) {
    return language.pick(nameHi, nameEn);
  }
}
