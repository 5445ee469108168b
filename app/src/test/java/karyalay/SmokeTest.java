package karyalay;

import org.junit.jupiter.api.Test;

@KaryalayTest
class SmokeTest {
  @Test
  void the_program_starts_on_its_own_database() {}
}
