package karyalay.access;

import java.time.Instant;

/// An open session as its owner sees it.
///
/// @param agent the browser, as it names itself
public record OpenSession(String agent, Instant madeAt, Instant usedAt) {}
