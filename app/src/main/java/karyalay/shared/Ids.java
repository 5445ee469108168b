package karyalay.shared;

import java.security.SecureRandom;
import java.util.UUID;

/// Makes UUIDs of version 7 (RFC 9562): sortable by time, made anywhere without asking the
/// database.
public final class Ids {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  public static UUID next() {
    byte[] random = new byte[10];
    RANDOM.nextBytes(random);
    long high =
        System.currentTimeMillis() << 16 | 0x7000L | (random[0] & 0x0f) << 8 | random[1] & 0xff;
    long low = 0;
    for (int i = 2; i < 10; i++) low = low << 8 | random[i] & 0xff;
    return new UUID(high, low & 0x3fffffffffffffffL | 0x8000000000000000L);
  }
}
