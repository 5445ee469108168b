package karyalay.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.dak.Arrivals;
import karyalay.dak.Writing;
import karyalay.files.Files;
import karyalay.files.InFiles;
import karyalay.files.NewNote;
import karyalay.files.Notes;
import karyalay.organisation.OrganisationRefusal;
import karyalay.organisation.Posts;
import karyalay.shared.Act;
import karyalay.shared.Capacity;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two hands on one thing at the same instant: one of them does it, the other is told why not, and
/// what stands in the registers is what one of them did.
@KaryalayTest
class MeetingsTest {
  @Autowired Given given;
  @Autowired OnDesks desks;
  @Autowired InFiles in;
  @Autowired Arrivals arrivals;
  @Autowired Movements movements;
  @Autowired Reading reading;
  @Autowired Trails trails;
  @Autowired Files files;
  @Autowired Notes notes;
  @Autowired Posts posts;
  @Autowired OfficeTime time;
  @Autowired JdbcClient db;

  Given.District district;
  Given.Thana thana;
  Seat hm;
  Seat sho;

  @BeforeEach
  void a_thana() {
    district = given.district();
    thana = district.thana("छिबरामऊ");
    hm = thana.hm();
    sho = thana.sho();
  }

  @RepeatedTest(5)
  @Holds("OP-41")
  void of_a_forward_and_a_pull_back_that_meet_one_holds() throws Exception {
    PaperId paper = desks.paper(hm);
    movements.forward(hm.act(), paper, to(sho));
    var outcomes =
        together(
            () -> movements.move(hm.act(), paper, new Move.PullBack()),
            () -> movements.forward(sho.act(), paper, to(thana.si())));
    assertThat(outcomes).filteredOn(Refused.class::isInstance).hasSize(1);
    boolean back = outcomes.getFirst() == null;
    assertThat(held(paper, back ? hm : thana.si())).isTrue();
    assertThat(trails.of(paper, hm.scope())).hasSize(3);
    assertThat(outcomes)
        .filteredOn(Refused.class::isInstance)
        .extracting(refused -> ((Refused) refused).reason())
        .containsAnyOf(DeskRefusal.NOT_WITH_YOU, DeskRefusal.NOT_YOURS_TO_PULL_BACK);
  }

  @RepeatedTest(5)
  @Holds("OP-41")
  void of_an_opening_and_a_pull_back_that_meet_the_paper_is_never_both() throws Exception {
    PaperId paper = desks.paper(hm);
    movements.forward(hm.act(), paper, to(sho));
    var outcomes =
        together(
            () -> movements.move(hm.act(), paper, new Move.PullBack()),
            () -> movements.open(sho.act(), paper));
    boolean back = outcomes.getFirst() == null;
    assertThat(held(paper, back ? hm : sho)).isTrue();
    assertThat(desks.acts(paper).contains("desk.opened")).isEqualTo(!back);
  }

  @RepeatedTest(5)
  @Holds("OP-28")
  void of_a_forward_and_an_enclosing_that_meet_one_holds() throws Exception {
    PaperId paper = desks.paper(hm);
    PaperId file = in.open(hm);
    var outcomes =
        together(
            () -> files.enclose(hm.act(), paper, file),
            () -> movements.forward(hm.act(), paper, to(sho)));
    assertThat(outcomes).filteredOn(Refused.class::isInstance).hasSize(1);
    boolean inside = outcomes.getFirst() == null;
    assertThat(reading.card(paper, hm.scope()).paper().root()).isEqualTo(inside ? file : paper);
    assertThat(held(paper, sho)).isEqualTo(!inside);
  }

  @RepeatedTest(5)
  void two_files_put_into_each_other_at_once_make_no_circle() throws Exception {
    PaperId one = desks.file(hm);
    PaperId two = desks.file(hm);
    var outcomes =
        together(
            () -> movements.move(hm.act(), one, new Move.Enclose(two)),
            () -> movements.move(hm.act(), two, new Move.Enclose(one)));
    assertThat(outcomes).filteredOn(java.util.Objects::isNull).hasSize(1);
    boolean first = outcomes.getFirst() == null;
    assertThat(reading.card(first ? one : two, hm.scope()).paper().root())
        .isEqualTo(first ? two : one);
  }

  @RepeatedTest(3)
  @Holds({"OP-18", "OP-123"})
  void clerks_at_one_counter_diarise_at_once_without_gap_or_double() throws Exception {
    Seat other = district.charge(thana.si(), thana.counter(), Capacity.MEMBER);
    List<Callable<PaperId>> work = new ArrayList<>();
    for (int n = 0; n < 10; n++) {
      Seat clerk = n % 2 == 0 ? thana.hmAtCounter() : other;
      String number = "एकसाथ-" + n;
      work.add(() -> arrivals.diarise(clerk, Writing.letter().with(w -> w.letterNumber = number)));
    }
    var serials = new ArrayList<Long>();
    for (PaperId paper : all(work))
      serials.add(
          Long.parseLong(arrivals.number(paper, thana.hmAtCounter()).replaceFirst("/.*", "")));
    assertThat(serials).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
  }

  @Test
  @Holds("OP-18")
  void two_offices_take_their_numbers_without_waiting_for_each_other() throws Exception {
    var second = district.thana("सौरिख");
    List<Callable<PaperId>> work = new ArrayList<>();
    for (int n = 0; n < 8; n++) {
      Seat clerk = n % 2 == 0 ? hm : second.hm();
      work.add(() -> arrivals.diarise(clerk, Writing.petition()));
    }
    var papers = all(work);
    for (int n = 0; n < 8; n++)
      assertThat(arrivals.number(papers.get(n), n % 2 == 0 ? hm : second.hm()))
          .endsWith(n % 2 == 0 ? thana.office().code() : second.office().code());
  }

  @Test
  @Holds("OP-54")
  void the_same_act_pressed_by_many_fingers_is_done_once() throws Exception {
    PaperId file = in.open(hm);
    Act act = hm.act();
    List<Callable<Object>> presses = new ArrayList<>();
    for (int n = 0; n < 6; n++)
      presses.add(() -> notes.writeAndSend(act, file, NewNote.plain("प्रस्तुत।"), to(sho)));
    assertThat(all(presses)).containsOnly(file.value());
    assertThat(desks.acts(file)).containsOnlyOnce("files.noted").containsOnlyOnce("desk.forwarded");
  }

  @RepeatedTest(8)
  @Holds("OP-1")
  void of_a_forward_and_the_abolition_of_its_addressee_that_meet_one_holds() throws Exception {
    Seat going = district.seat(thana.office(), "GO", "समाप्त होने वाला पद", 40);
    PaperId paper = desks.paper(hm);
    var outcomes =
        together(
            () -> movements.forward(hm.act(), paper, to(going)),
            () -> posts.abolish(district.sp.act(), going.post(), time.today()));
    assertNothingStranded(paper, going.post(), outcomes);
  }

  @RepeatedTest(4)
  @Holds("OP-1")
  void a_note_that_sends_and_the_abolition_of_its_addressee_meet_as_well() throws Exception {
    Seat going = district.seat(thana.office(), "GO", "समाप्त होने वाला पद", 40);
    PaperId file = in.open(hm);
    var outcomes =
        together(
            () -> notes.writeAndSend(hm.act(), file, NewNote.plain("प्रस्तुत।"), to(going)),
            () -> posts.abolish(district.sp.act(), going.post(), time.today()));
    assertNothingStranded(file, going.post(), outcomes);
  }

  @Test
  @Holds("OP-1")
  void a_forward_that_has_read_the_post_and_not_committed_holds_the_abolition_up()
      throws Exception {
    Seat going = district.seat(thana.office(), "GO", "समाप्त होने वाला पद", 40);
    PaperId paper = desks.paper(hm);
    var sent = new java.util.concurrent.CountDownLatch(1);
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> forward =
          pool.submit(() ->
              desks.inAct(() -> {
                movements.forward(hm.act(), paper, to(going));
                sent.countDown();
                sleep(400);
              }));
      sent.await();
      Refused refused = refusal(() -> posts.abolish(district.sp.act(), going.post(), time.today()));
      forward.get();
      assertThat(refused)
          .isNotNull()
          .extracting(Refused::reason)
          .isEqualTo(OrganisationRefusal.POST_HOLDS_PAPERS);
    }
    assertThat(held(paper, going)).isTrue();
    assertThat(posts.live(going.post()).mark()).isEqualTo(going.mark());
  }

  private void assertNothingStranded(PaperId paper, PostId going, List<Exception> outcomes) {
    assertThat(outcomes).filteredOn(java.util.Objects::isNull).as("one of the two").isNotEmpty();
    boolean live =
        db.sql("SELECT EXISTS (SELECT FROM organisation.v_post WHERE id = ?)")
            .param(going.value())
            .query(Boolean.class)
            .single();
    boolean there = reading.card(paper, hm.scope()).paper().heldBy(going);
    assertThat(there && !live).as("a paper on a desk that is no more: %s", outcomes).isFalse();
    assertThat(there).isEqualTo(outcomes.getFirst() == null);
    assertThat(live).isEqualTo(outcomes.getLast() != null);
  }

  private boolean held(PaperId paper, Seat by) {
    return reading.card(paper, hm.scope()).paper().heldBy(by.post());
  }

  private static Move.Forward to(Seat seat) {
    return new Move.Forward(seat.post(), Task.ACTION, "");
  }

  /// Both begin at once; what each was refused, null where it was done, in order.
  private static List<Exception> together(Runnable... works) throws Exception {
    var start = new CyclicBarrier(works.length);
    List<Callable<Exception>> all = new ArrayList<>();
    for (Runnable work : works)
      all.add(() -> {
        start.await();
        return refusal(work);
      });
    return all(all);
  }

  @org.jspecify.annotations.Nullable
  private static Refused refusal(Runnable work) {
    try {
      work.run();
      return null;
    } catch (Refused refused) {
      return refused;
    }
  }

  private static <T> List<T> all(List<Callable<T>> works) throws Exception {
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<T> done = new ArrayList<>();
      for (Future<T> one : pool.invokeAll(works)) done.add(of(one));
      return done;
    }
  }

  private static <T> T of(Future<T> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new AssertionError("ended otherwise than in a refusal", e.getCause());
    }
  }

  private static void sleep(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
