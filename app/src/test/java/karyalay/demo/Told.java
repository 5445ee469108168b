package karyalay.demo;

import java.time.Instant;

/// Lets something happen at another hour, as the story of the demonstration does.
public final class Told {
  private Told() {}

  public static void at(Instant hour, Runnable what) {
    ScopedValue.where(StoryClock.TOLD, hour).run(what);
  }
}
