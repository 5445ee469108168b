package karyalay.signatures;

import java.util.Optional;

/// What holds a private key while it is open: bytes of ours, or a token that never gives it away.
interface Hand extends AutoCloseable {
  /// Signs words with SHA-256 and the key's own algorithm.
  ///
  /// @throws karyalay.shared.Refused `TOKEN_FAILED`
  byte[] sign(byte[] words);

  /// A copy of the private key; empty where it cannot be had.
  default Optional<byte[]> encoded() {
    return Optional.empty();
  }

  /// Another hand for the same key, closed for itself.
  Hand again();

  @Override
  void close();
}
