package karyalay.dak;

import org.jspecify.annotations.Nullable;

/// What is asked of every petition at the counter (CP-10). Null is "not answered", which is not
/// "no".
///
/// @param womanChild sexual offence, or a child concerned: protects the paper as a victim's
public record Questions(
    @Nullable Boolean danger,
    @Nullable Boolean cognizable,
    @Nullable Boolean womanChild,
    @Nullable Boolean scSt,
    @Nullable Boolean againstPolice,
    @Nullable Boolean beforeCourt) {
  /// Nobody has been asked yet.
  public static final Questions UNANSWERED = new Questions(null, null, null, null, null, null);

  boolean isCognizable() {
    return Boolean.TRUE.equals(cognizable);
  }

  boolean protectsVictim() {
    return Boolean.TRUE.equals(womanChild);
  }
}
