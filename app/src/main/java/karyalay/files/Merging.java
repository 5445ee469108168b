package karyalay.files;

import java.util.UUID;
import karyalay.shared.PaperId;
import org.jspecify.annotations.Nullable;

/// A merging as its row says.
///
/// @param approved null until an officer has decided
record Merging(UUID id, PaperId source, PaperId target, @Nullable Boolean approved, boolean done) {}
