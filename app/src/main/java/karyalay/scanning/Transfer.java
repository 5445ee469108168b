package karyalay.scanning;

import java.util.UUID;

/// A file on its way in parts.
///
/// @param bytes length of the whole
/// @param offset how many bytes are here: the next part begins there
public record Transfer(UUID id, String name, long bytes, long offset) {}
