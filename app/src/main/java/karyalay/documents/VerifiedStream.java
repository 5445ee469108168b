package karyalay.documents;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import karyalay.shared.Sha256;

/// Hashes what is read, and holds the last bytes back until the hash is right: who receives a
/// damaged document receives an incomplete one and knows it.
final class VerifiedStream extends FilterInputStream {
  private final MessageDigest digest = Sha256.digest();
  private final byte[] expected;
  private long remaining;

  VerifiedStream(InputStream in, byte[] expected, long bytes) {
    super(in);
    this.expected = expected;
    this.remaining = bytes;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) return 0;
    if (remaining == 0) return -1;
    int n = in.read(buffer, offset, (int) Math.min(length, remaining));
    if (n < 0) throw damaged();
    digest.update(buffer, offset, n);
    remaining -= n;
    if (remaining == 0 && (in.read() >= 0 || !MessageDigest.isEqual(digest.digest(), expected)))
      throw damaged();
    return n;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = 0;
    while (skipped < count && read() >= 0) skipped++;
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private DamagedDocument damaged() {
    return new DamagedDocument(HexFormat.of().formatHex(expected));
  }
}
