package karyalay.organisation;

import java.util.UUID;

/// A village, town, block or tehsil of a district, for addresses.
///
/// @param nameHi empty where nobody has given it yet
/// @param parent tehsil or district it lies in, in English as the lists give it
public record Place(UUID id, String kind, String nameHi, String nameEn, String parent) {}
