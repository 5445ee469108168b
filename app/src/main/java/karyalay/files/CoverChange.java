package karyalay.files;

import java.time.Instant;

/// One change of a cover: who from which post, what it was and what it became.
public record CoverChange(Instant at, String mark, String field, String old, String fresh) {}
