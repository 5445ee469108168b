package karyalay.devices;

import java.time.Instant;
import java.util.UUID;
import karyalay.shared.OfficeId;

/// A machine that several people of an office share (OP-125).
///
/// @param device the mark that its browser keeps
/// @param name as people call it, like `थाना डाक, मशीन 1`
/// @param tiles how many people have their name on it
public record Machine(
    UUID id,
    UUID device,
    OfficeId office,
    String officeHi,
    String officeEn,
    String name,
    String markedByHi,
    String markedByEn,
    Instant markedAt,
    int tiles) {}
