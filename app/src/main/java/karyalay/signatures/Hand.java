package karyalay.signatures;

/// What holds the private key while it is open: bytes of ours, or a token that never gives it away.
interface Hand extends AutoCloseable {
  /// Signs words with SHA-256 and the key's own algorithm.
  byte[] sign(byte[] words);

  @Override
  void close();
}
