package karyalay.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/// The clock of a demonstration: the machine's, save while the story of the sample papers is told,
/// and then only for whoever tells it. A live office never gets it: nothing there can be dated
/// back.
final class StoryClock extends Clock {
  /// The moment that is being told of.
  static final ScopedValue<Instant> TOLD = ScopedValue.newInstance();

  private final ZoneId zone;

  StoryClock(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new StoryClock(other);
  }

  @Override
  public Instant instant() {
    return TOLD.isBound() ? TOLD.get() : Clock.systemUTC().instant();
  }

  /// In the place of the program's clock unless the office is live.
  @Configuration(proxyBeanMethods = false)
  static class InDemonstration {
    @Bean
    @Primary
    Clock storyClock(@Value("${karyalay.live:false}") boolean live) {
      return live ? Clock.systemUTC() : new StoryClock(ZoneOffset.UTC);
    }
  }
}
