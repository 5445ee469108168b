package karyalay.documents;

import java.util.HexFormat;

/// A document that was received, looked through and stored.
///
/// @param sha256 of the bytes, as they were received; never part of an address
/// @param bytes length of the original
/// @param pages how many page images it has, at least one
public record Stored(DocumentId id, byte[] sha256, DocumentType type, long bytes, int pages) {
  public String hash() {
    return HexFormat.of().formatHex(sha256);
  }

  @Override
  public String toString() {
    return type + " of " + bytes + " bytes, " + pages + " pages, " + id;
  }
}
