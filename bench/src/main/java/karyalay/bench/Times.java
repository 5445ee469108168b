package karyalay.bench;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/// Latencies of one run, in nanoseconds, from many threads.
final class Times {
  private final long[] nanos;
  private final AtomicInteger count = new AtomicInteger();

  Times(int capacity) {
    nanos = new long[capacity];
  }

  void add(long nano) {
    int i = count.getAndIncrement();
    if (i < nanos.length) nanos[i] = nano;
  }

  int count() {
    return Math.min(count.get(), nanos.length);
  }

  /// The time in milliseconds that the given share of all stayed within.
  double percentile(double share) {
    long[] sorted = Arrays.copyOf(nanos, count());
    if (sorted.length == 0) return Double.NaN;
    Arrays.sort(sorted);
    int i = (int) Math.ceil(share * sorted.length) - 1;
    return sorted[Math.max(0, i)] / 1e6;
  }

  /// The middle of several rounds.
  static double median(double... rounds) {
    double[] sorted = rounds.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
