package karyalay.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import karyalay.Given;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.desk.Move;
import karyalay.desk.Movements;
import karyalay.desk.OnDesks;
import karyalay.desk.Task;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@KaryalayTest
class PendingChangesTest {
  @Autowired Given given;
  @Autowired Offices offices;
  @Autowired Posts posts;
  @Autowired Persons persons;
  @Autowired Charges charges;
  @Autowired OnDesks desks;
  @Autowired Movements movements;
  @Autowired Changes changes;
  @Autowired PendingChanges pending;
  @Autowired OfficeTime time;
  @Autowired JdbcClient db;

  private Given.District district;
  private Given.Thana thana;
  private LocalDate tomorrow;

  @BeforeEach
  void district() {
    district = given.district();
    thana = district.thana("सौरिख");
    tomorrow = time.today().plusDays(1);
  }

  /// The day of everything that waits on these subjects comes.
  private void theDayComes(UUID... subjects) {
    db.sql(
            """
            UPDATE organisation.pending SET effective_on = organisation.today()
            FROM organisation.change c WHERE c.id = pending.change AND c.subject = ANY (?)
            """)
        .param(subjects)
        .update();
    pending.carryOut();
  }

  private boolean waits(UUID subject) {
    return changes.of(subject).getFirst().pending();
  }

  @Test
  @Holds("OP-14")
  void a_post_that_is_abolished_tomorrow_receives_today() {
    posts.abolish(district.sp.act(), thana.ssi().post(), tomorrow);
    assertThat(posts.live(thana.ssi().post())).isNotNull();
    assertThat(waits(thana.ssi().post().value())).isTrue();
    // Only the worker's part is brought forward here; the day itself stands in the row.
    theDayComes(thana.ssi().post().value());
    assertThat(waits(thana.ssi().post().value())).isFalse();
    assertThat(posts.find(thana.ssi().post())).get().extracting(Post::until).isEqualTo(tomorrow);
    assertThat(charges.on(thana.ssi().post()).getFirst().until()).isEqualTo(tomorrow);
  }

  @Test
  @Holds("OP-1")
  void a_post_that_holds_papers_on_its_last_day_waits_until_they_have_gone_on() {
    PaperId paper = desks.paper(thana.si());
    posts.abolish(district.sp.act(), thana.si().post(), tomorrow);
    theDayComes(thana.si().post().value());
    assertThat(waits(thana.si().post().value())).isTrue();
    var onward = new Move.Forward(thana.sho().post(), Task.ACTION, "");
    movements.forward(thana.si().act(), paper, onward);
    theDayComes(thana.si().post().value());
    assertThat(waits(thana.si().post().value())).isFalse();
  }

  @Test
  @Holds("OP-14")
  void a_rank_and_a_name_of_tomorrow_wait_and_are_then_searched_and_sorted_by() {
    var was = persons.find(thana.si().person()).orElseThrow().facts();
    persons.change(
        district.sp.act(),
        thana.si().person(),
        new Person.Facts(
            was.pno(),
            "शकुंतला नमूना",
            "Shakuntala Namoona",
            was.mobile(),
            was.gender(),
            "inspector",
            was.joinedOn(),
            ""),
        tomorrow);
    assertThat(persons.of(district.id, "Shakuntla", 0, 5)).isEmpty();
    theDayComes(thana.si().person().value());
    assertThat(persons.of(district.id, "Shakuntla", 0, 5)).hasSize(1);
    assertThat(persons.of(district.id, "शकुन्तला", 0, 5)).hasSize(1);
  }

  @Test
  @Holds("OP-14")
  void what_has_become_impossible_waits_on_and_does_not_hold_up_the_rest() {
    var renamed = new Office.Facts("thana", "TAKENX", "सौरिख", "Saurikh", "", List.of());
    offices.change(district.sp.act(), thana.id(), district.circle.id(), renamed, tomorrow);
    var other = district.office(district.circle, "branch", "शाखा");
    offices.change(
        district.sp.act(),
        other.id(),
        district.circle.id(),
        new Office.Facts("branch", "TAKENX", "शाखा", "Branch", "", List.of()),
        time.today());
    posts.change(
        district.sp.act(),
        thana.si().post(),
        new Post.Facts("विवेचक", "Investigator", "", "sub-inspector", false, false),
        tomorrow);

    theDayComes(thana.id().value(), thana.si().post().value());
    assertThat(waits(thana.id().value())).as("its code was taken meanwhile").isTrue();
    assertThat(offices.find(thana.id()))
        .get()
        .extracting(it -> it.facts().code())
        .isEqualTo(thana.office().code());
    assertThat(posts.find(thana.si().post()))
        .get()
        .extracting(Post::designationHi)
        .isEqualTo("विवेचक");

    offices.close(district.sp.act(), other.id(), time.today());
    pending.carryOut();
    assertThat(offices.find(thana.id()))
        .get()
        .extracting(it -> it.facts().code())
        .isEqualTo("TAKENX");
    assertThat(posts.find(thana.sho().post())).get().extracting(Post::mark).isEqualTo("SHO-TAKENX");
  }

  @Test
  void a_post_of_tomorrow_is_not_there_today_and_may_be_given_from_its_day() {
    var facts = new Post.Facts("नया पद", "New post", "", "constable", false, false);
    PostId made = posts.create(district.sp.act(), thana.id(), "FUT", facts, tomorrow);
    assertThat(posts.find("FUT", thana.id(), 5)).isEmpty();
    Refusals.assertRefused(OrganisationRefusal.POST_ABOLISHED, () -> posts.live(made));
    charges.give(
        district.sp.act(),
        new Charge.Facts(
            thana.si().person(),
            made,
            karyalay.shared.Capacity.ADDITIONAL,
            tomorrow,
            LocalDate.MAX));
    assertThat(charges.on(made))
        .singleElement()
        .satisfies(charge -> assertThat(charge.holds(time.today())).isFalse());
  }

  @Test
  void two_nodes_carry_one_edit_out_once() throws Exception {
    posts.change(
        district.sp.act(),
        thana.si().post(),
        new Post.Facts("विवेचक", "Investigator", "", "sub-inspector", false, false),
        tomorrow);
    db.sql(
            "UPDATE organisation.pending SET effective_on = organisation.today() FROM organisation.change c "
                + "WHERE c.id = pending.change AND c.subject = ?")
        .param(thana.si().post().value())
        .update();
    var one = Thread.startVirtualThread(pending::carryOut);
    pending.carryOut();
    one.join();
    assertThat(changes.of(thana.si().post().value()))
        .singleElement()
        .satisfies(line -> assertThat(line.pending()).isFalse());
  }
}
