package karyalay.devices;

import java.time.Instant;
import java.util.UUID;
import karyalay.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// A password that is to be given anew by two persons (OP-139).
///
/// @param withKey whether the signing key is retired with it
/// @param confirmed null while it waits
public record Reset(
    UUID id,
    PersonId person,
    String pno,
    String nameHi,
    String nameEn,
    String reason,
    boolean withKey,
    PersonId askedBy,
    String askedHi,
    String askedEn,
    Instant askedAt,
    Instant endsAt,
    String settledHi,
    String settledEn,
    @Nullable Instant settledAt,
    @Nullable Boolean confirmed) {
  public boolean waits() {
    return confirmed == null;
  }
}
