package karyalay.tls;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/// Ranges of addresses that belong to no one in the world and to every office (RFC 1918, 4193,
/// 3927, 6598): an authority of our own may speak for these.
record LocalRanges(byte[] base, int bits) {
  static final List<LocalRanges> ALL =
      List.of(
          range("10.0.0.0", 8),
          range("172.16.0.0", 12),
          range("192.168.0.0", 16),
          range("100.64.0.0", 10),
          range("169.254.0.0", 16),
          range("127.0.0.0", 8),
          range("::1", 128),
          range("fc00::", 7),
          range("fe80::", 10));

  static LocalRanges range(String base, int bits) {
    return new LocalRanges(InetAddress.ofLiteral(base).getAddress(), bits);
  }

  /// One address alone.
  static LocalRanges only(String address) {
    byte[] bytes = InetAddress.ofLiteral(address).getAddress();
    return new LocalRanges(bytes, bytes.length * 8);
  }

  static boolean cover(InetAddress address) {
    return ALL.stream().anyMatch(range -> range.holds(address.getAddress()));
  }

  boolean holds(byte[] address) {
    if (address.length != base.length) return false;
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((address[bit / 8] & mask) != (base[bit / 8] & mask)) return false;
    }
    return true;
  }

  /// Address and mask, as a certificate says it (RFC 5280, 4.2.1.10).
  byte[] encoded() {
    byte[] both = Arrays.copyOf(base, base.length * 2);
    for (int bit = 0; bit < bits; bit++) both[base.length + bit / 8] |= (byte) (0x80 >> (bit % 8));
    return both;
  }

  static LocalRanges decoded(byte[] both) {
    int half = both.length / 2;
    int bits = 0;
    for (int i = half; i < both.length; i++) bits += Integer.bitCount(both[i] & 0xff);
    return new LocalRanges(Arrays.copyOf(both, half), bits);
  }
}
