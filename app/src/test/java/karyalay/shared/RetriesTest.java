package karyalay.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import karyalay.Given;
import karyalay.KaryalayTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@KaryalayTest
class RetriesTest {
  private static final String LOST =
      "DO $$ BEGIN RAISE EXCEPTION 'lost' USING ERRCODE = '40001'; END $$";
  private static final String WRONG =
      "DO $$ BEGIN RAISE EXCEPTION 'wrong' USING ERRCODE = '23514'; END $$";

  @Autowired Given given;
  @Autowired TwoRows rows;
  @Autowired JdbcClient db;

  Given.Seat seat;
  UUID one;
  UUID two;

  @BeforeEach
  void two_rows() {
    seat = given.district().thana("पुनः").hm();
    one = row();
    two = row();
  }

  private UUID row() {
    UUID id = UUID.randomUUID();
    db.sql("INSERT INTO access.failure (pno, device, times, last_at) VALUES ('x', ?, 0, now())")
        .param(id)
        .update();
    return id;
  }

  private int times(UUID row) {
    return db.sql("SELECT times FROM access.failure WHERE device = ?")
        .param(row)
        .query(Integer.class)
        .single();
  }

  @Test
  void the_loser_of_a_deadlock_goes_again_under_the_same_act_and_both_are_done_once()
      throws Exception {
    var met = new CyclicBarrier(2);
    var first = new AtomicInteger();
    Runnable meet =
        () -> {
          // Only the first time round: the second time the other has gone.
          if (first.incrementAndGet() > 2) return;
          try {
            met.await(10, TimeUnit.SECONDS);
          } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
          }
        };
    try (var pool = Executors.newFixedThreadPool(2)) {
      var there = pool.submit(() -> rows.add(seat.act(), one, two, meet));
      var back = pool.submit(() -> rows.add(seat.act(), two, one, meet));
      there.get(30, TimeUnit.SECONDS);
      back.get(30, TimeUnit.SECONDS);
    }
    assertThat(first.get()).as("the door was gone through again").isEqualTo(3);
    assertThat(times(one)).isEqualTo(2);
    assertThat(times(two)).isEqualTo(2);
  }

  @Test
  void it_is_tried_three_times_and_no_more() {
    var tries = new AtomicInteger();
    assertThatThrownBy(() -> rows.raise(seat.act(), one, LOST, tries))
        .isInstanceOf(DataAccessException.class);
    assertThat(tries.get()).isEqualTo(3);
    assertThat(times(one)).isZero();
  }

  @Test
  void what_is_wrong_in_itself_is_not_tried_again() throws ExecutionException {
    var tries = new AtomicInteger();
    assertThatThrownBy(() -> rows.raise(seat.act(), one, WRONG, tries))
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThat(tries.get()).isEqualTo(1);
  }
}
