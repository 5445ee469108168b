package karyalay.documents;

import java.io.InputStream;

/// A document's own bytes.
///
/// @param content to be closed by the reader; throws {@link DamagedDocument} before it gives its
///   last bytes when they are not what was received
public record Original(Stored stored, InputStream content) {}
