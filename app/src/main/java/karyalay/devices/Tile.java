package karyalay.devices;

import karyalay.shared.PersonId;

/// A name on a shared machine: somebody of its office who has signed in there with his password.
///
/// @param hasPin whether he has chosen a hand-over PIN
/// @param barred whether his PIN is refused on this machine until he gives his password there
public record Tile(
    PersonId person,
    String pno,
    String nameHi,
    String nameEn,
    String designationHi,
    String designationEn,
    boolean hasPin,
    boolean barred) {}
