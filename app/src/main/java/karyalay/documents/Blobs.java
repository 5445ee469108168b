package karyalay.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/// Where bytes lie, named by what they are. Small, so that another store can take its place.
interface Blobs {
  /// Takes a stream in, to the end, hashing it; nothing is kept until {@link #keep}.
  ///
  /// @param most bytes; more is `TOO_LARGE`
  /// @throws karyalay.shared.Refused `TOO_LARGE`, `EMPTY`, `BROKE_OFF`, `DISK_FULL`; then nothing
  ///   is left
  Incoming take(InputStream in, long most);

  /// Makes what was taken in lasting: when this returns, no power cut loses it. What is there
  /// already is never overwritten.
  void keep(Incoming incoming) throws IOException;

  /// Lets go of what was taken in, whether it was kept or not.
  void drop(Incoming incoming);

  /// The bytes, checked while they are read.
  InputStream open(byte[] sha256, long bytes) throws IOException;

  /// The bytes as a file for the decoder, checked before it is given.
  ///
  /// @throws DamagedDocument when they are not what was received
  Path file(byte[] sha256, long bytes) throws IOException;

  /// An empty file for the decoder to write into; whoever asked for it deletes it. What a crash
  /// leaves of it is swept away at the next start.
  Path scratch() throws IOException;

  /// What has arrived and is not kept yet.
  ///
  /// @param first so many bytes as tell the type
  record Incoming(Path file, byte[] sha256, long bytes, byte[] first) {}
}
