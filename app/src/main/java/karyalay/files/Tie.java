package karyalay.files;

import java.util.UUID;
import karyalay.shared.PaperId;

/// Two files that hang together, as the row says.
///
/// @param serial number of the part or volume; 0 for the rest
/// @param bundle where it stands in the file order (OP-63)
/// @param live false once it was ended
record Tie(
    UUID id, TieKind kind, PaperId main, PaperId other, int serial, String bundle, boolean live) {}
