package karyalay.health;

import static karyalay.shared.HealthCheck.Finding.broken;
import static karyalay.shared.HealthCheck.Finding.ok;
import static karyalay.shared.HealthCheck.Finding.warning;
import static karyalay.shared.HealthCheck.State.BROKEN;
import static karyalay.shared.HealthCheck.State.OK;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import karyalay.shared.HealthCheck;
import karyalay.shared.HealthCheck.Finding;
import karyalay.shared.HealthCheck.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/// What is asked of the modules, and what is told when one of them fails to answer.
class HealthTest {
  private record Check(String name, boolean vital, Supplier<Finding> found) implements HealthCheck {
    @Override
    public Finding look() {
      return found.get();
    }
  }

  private static Health health(Check... checks) {
    var beans = new StaticListableBeanFactory();
    for (Check check : checks) beans.addBean(check.name(), check);
    return new Health(beans.getBeanProvider(HealthCheck.class));
  }

  private static Check found(String name, Finding finding) {
    return new Check(name, false, () -> finding);
  }

  @Test
  void the_worst_stands_first() {
    Health health =
        health(
            found("b", ok("x")),
            found("c", warning("x")),
            found("d", broken("x")),
            found("a", ok("x")));
    assertThat(health.lines()).extracting(Health.Line::name).containsExactly("d", "c", "a", "b");
  }

  @Test
  void one_that_fails_or_hangs_is_broken_and_the_others_are_told_all_the_same() {
    var never = new CountDownLatch(1);
    Health health =
        health(
            found("well", ok("x")),
            new Check(
                "failing",
                false,
                () -> {
                  throw new IllegalStateException("no");
                }),
            new Check(
                "hanging",
                false,
                () -> {
                  await(never);
                  return ok("x");
                }));
    long begun = System.nanoTime();
    List<Health.Line> lines = health.lines();
    assertThat(System.nanoTime() - begun).isLessThan(9_000_000_000L);
    assertThat(lines)
        .extracting(line -> line.name() + " " + line.finding().sentence())
        .containsExactly("failing health.failed", "hanging health.no-answer", "well x");
    assertThat(lines)
        .extracting(line -> line.finding().state())
        .containsExactly(BROKEN, BROKEN, OK);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void monitors_are_told_of_what_nothing_works_without() {
    assertThat(health(found("mail", broken("x"))).lives()).isTrue();
    assertThat(health(new Check("database", true, () -> warning("x"))).lives()).isTrue();
    assertThat(health(new Check("database", true, () -> broken("x"))).lives()).isFalse();
    assertThat(
            health(
                    new Check(
                        "database",
                        true,
                        () -> {
                          throw new IllegalStateException();
                        }))
                .lives())
        .isFalse();
  }

  @Test
  void however_often_a_monitor_asks_it_is_looked_at_every_two_seconds() {
    int[] looks = {0};
    Health health =
        health(
            new Check(
                "database",
                true,
                () -> {
                  looks[0]++;
                  return ok("x");
                }));
    for (int i = 0; i < 50; i++) assertThat(health.lives()).isTrue();
    assertThat(looks[0]).isLessThan(5).isPositive();
  }

  @ParameterizedTest
  @CsvSource({
    "200, 500, OK, health.disk.ok",
    "9, 500, WARNING, health.disk.low",
    "20, 500, WARNING, health.disk.low",
    "11, 100, OK, health.disk.ok",
    "0, 500, BROKEN, health.disk.full"
  })
  void a_disk_that_fills_up_is_told_before_it_is_full(
      long free, long whole, State state, String sentence) {
    long gigabyte = 1L << 30;
    Finding finding = DiskCheck.judge(free * gigabyte, whole * gigabyte);
    assertThat(finding.state()).isEqualTo(state);
    assertThat(finding.sentence()).isEqualTo(sentence);
  }
}
