package karyalay.files;

import java.time.Instant;
import karyalay.shared.Actor;

/// Who prepared the words that an officer makes green (OP-124).
///
/// @param by the preparer on his own post
/// @param at when he laid them before the officer
public record Preparer(Actor by, Instant at) {}
