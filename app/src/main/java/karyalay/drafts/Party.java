package karyalay.drafts;

import java.util.Locale;

/// Somebody to whom a letter goes.
///
/// @param address filled in by the door for posts, offices and groups
/// @param purpose why he gets a copy, as `सूचनार्थ`; empty for an addressee
public record Party(Role role, Target target, Address address, String purpose) {

  /// As what he gets it.
  public enum Role {
    TO,
    /// प्रतिलिपि.
    COPY,
    /// पृष्ठांकन: the letter with a line of its own to him, under a second signature place.
    ENDORSEMENT;

    /// Key of its word.
    public String key() {
      return "drafts.role." + name().toLowerCase(Locale.ROOT);
    }
  }

  public static Party to(Target target) {
    return new Party(Role.TO, target, Address.UNKNOWN, "");
  }

  public static Party copy(Target target, String purpose) {
    return new Party(Role.COPY, target, Address.UNKNOWN, purpose);
  }
}
