package karyalay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@KaryalayTest
class SmokeTest {
  @Autowired JdbcClient db;

  @Test
  void the_program_starts_on_the_server_that_is_under_test() {
    String wanted = "15".equals(System.getProperty("database.under.test")) ? "15." : "18.";
    assertThat(db.sql("SHOW server_version").query(String.class).single()).startsWith(wanted);
  }
}
