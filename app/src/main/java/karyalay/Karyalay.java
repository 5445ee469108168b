package karyalay;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/// The program. It starts its database, then itself.
@SpringBootApplication
public class Karyalay {
  static void main(String[] args) {
    SpringApplication.run(Karyalay.class, args);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
