package karyalay.documents;

/// One page as a picture that we made.
///
/// @param jpeg the only kind made
/// @param tag changes when the picture would; tells nothing of the bytes
public record PageImage(byte[] jpeg, String tag) {}
