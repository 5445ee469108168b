package karyalay.organisation;

import static karyalay.organisation.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import karyalay.Given;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.shared.Capacity;
import karyalay.shared.OfficeTime;
import karyalay.shared.PersonId;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@KaryalayTest
class ChargesTest {
  @Autowired Given given;
  @Autowired Charges charges;
  @Autowired Persons persons;
  @Autowired Posts posts;
  @Autowired Changes changes;
  @Autowired OfficeTime time;
  @Autowired JdbcClient db;

  private Given.District district;
  private Given.Thana thana;
  private LocalDate today;

  @BeforeEach
  void district() {
    district = given.district();
    thana = district.thana("सौरिख");
    today = time.today();
  }

  private Charge.Facts asked(PersonId person, PostId post, Capacity capacity, LocalDate last) {
    return new Charge.Facts(person, post, capacity, today, last);
  }

  private List<String> live(PersonId person) {
    return db.sql(
            "SELECT p.mark FROM organisation.v_charge c JOIN organisation.v_post p ON p.id = c.post "
                + "WHERE c.person = ? ORDER BY p.mark")
        .param(person.value())
        .query(String.class)
        .list();
  }

  @Test
  @Holds("OP-3")
  void a_person_holds_several_posts_each_for_itself() {
    var other = district.thana("तिर्वा");
    PostId vacant = district.vacant(other.office(), "INCR");
    charges.give(
        district.sp.act(), asked(thana.sho().person(), vacant, Capacity.ADDITIONAL, LocalDate.MAX));
    assertThat(live(thana.sho().person()))
        .containsExactlyInAnyOrder(thana.sho().mark(), posts.find(vacant).orElseThrow().mark());
    assertThat(charges.of(thana.sho().person()))
        .extracting(Charge::capacity)
        .containsExactlyInAnyOrder(Capacity.REGULAR, Capacity.ADDITIONAL);
  }

  @Test
  @Holds("OP-3")
  void an_officers_desk_has_one_regular_holder() {
    assertRefused(
        OrganisationRefusal.POST_HELD,
        () ->
            charges.give(
                district.sp.act(),
                asked(thana.ssi().person(), thana.sho().post(), Capacity.REGULAR, LocalDate.MAX)));
  }

  @Test
  @Holds("OP-3")
  void of_two_who_are_given_one_desk_at_once_one_gets_it() throws Exception {
    PostId vacant = district.vacant(thana.office(), "INCR");
    Callable<Boolean> first = () -> given(thana.ssi().person(), vacant);
    Callable<Boolean> second = () -> given(thana.si().person(), vacant);
    try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
      int got = 0;
      for (Future<Boolean> one : both.invokeAll(List.of(first, second))) if (one.get()) got++;
      assertThat(got).isEqualTo(1);
    }
    assertThat(charges.on(vacant)).hasSize(1);
  }

  private boolean given(PersonId person, PostId post) {
    try {
      charges.give(district.sp.act(), asked(person, post, Capacity.REGULAR, LocalDate.MAX));
      return true;
    } catch (Refused refused) {
      return false;
    }
  }

  @Test
  @Holds("OP-9")
  void a_link_officers_cover_has_stated_dates_and_ends_by_itself() {
    assertRefused(
        OrganisationRefusal.LINK_NEEDS_END,
        () ->
            charges.give(
                district.sp.act(),
                asked(thana.ssi().person(), thana.sho().post(), Capacity.LINK, LocalDate.MAX)));
    charges.give(
        district.sp.act(), asked(thana.ssi().person(), thana.sho().post(), Capacity.LINK, today));
    assertThat(live(thana.ssi().person())).as("today is his last day").contains(thana.sho().mark());

    var past =
        new Charge.Facts(
            thana.si().person(),
            thana.sho().post(),
            Capacity.LINK,
            today.minusDays(5),
            today.minusDays(1));
    charges.give(district.sp.act(), past);
    assertThat(live(thana.si().person())).as("yesterday was").containsExactly(thana.si().mark());
  }

  @Test
  @Holds("OP-5")
  void first_the_person_then_the_post_then_the_charge() {
    PostId vacant = district.vacant(thana.office(), "INCR");
    assertRefused(
        OrganisationRefusal.PERSON_NOT_SERVING,
        () ->
            charges.give(
                district.sp.act(),
                asked(
                    new PersonId(java.util.UUID.randomUUID()),
                    vacant,
                    Capacity.REGULAR,
                    LocalDate.MAX)));
    assertRefused(
        OrganisationRefusal.POST_NOT_LIVE,
        () ->
            charges.give(
                district.sp.act(),
                asked(thana.si().person(), PostId.next(), Capacity.ADDITIONAL, LocalDate.MAX)));
    posts.abolish(district.sp.act(), vacant, today);
    assertRefused(
        OrganisationRefusal.POST_NOT_LIVE,
        () ->
            charges.give(
                district.sp.act(),
                asked(thana.si().person(), vacant, Capacity.ADDITIONAL, LocalDate.MAX)));
  }

  @Test
  @Holds("OP-5")
  void who_serves_no_more_gets_no_charge_and_loses_those_he_has() {
    PostId vacant = district.vacant(thana.office(), "INCR");
    persons.disable(district.sp.act(), thana.si().person(), today);
    assertThat(live(thana.si().person())).isEmpty();
    assertRefused(
        OrganisationRefusal.PERSON_NOT_SERVING,
        () ->
            charges.give(
                district.sp.act(),
                asked(thana.si().person(), vacant, Capacity.REGULAR, LocalDate.MAX)));
  }

  @Test
  @Holds("OP-123")
  void a_counter_has_members_and_a_desk_has_none() {
    charges.give(
        district.sp.act(),
        asked(thana.si().person(), thana.counter(), Capacity.MEMBER, LocalDate.MAX));
    assertThat(charges.on(thana.counter())).hasSize(2);
    assertRefused(
        OrganisationRefusal.COUNTER_HAS_MEMBERS,
        () ->
            charges.give(
                district.sp.act(),
                asked(thana.ssi().person(), thana.counter(), Capacity.REGULAR, LocalDate.MAX)));
    assertRefused(
        OrganisationRefusal.NOT_A_COUNTER,
        () ->
            charges.give(
                district.sp.act(),
                asked(thana.ssi().person(), thana.sho().post(), Capacity.MEMBER, LocalDate.MAX)));
    assertRefused(
        OrganisationRefusal.CHARGE_KNOWN,
        () ->
            charges.give(
                district.sp.act(),
                asked(thana.si().person(), thana.counter(), Capacity.MEMBER, LocalDate.MAX)));
  }

  @Test
  @Holds("OP-14")
  void an_ended_charge_is_over_at_once_and_a_successor_may_begin_the_same_day() {
    Charge held = charges.on(thana.sho().post()).getFirst();
    charges.end(district.sp.act(), held.id(), today);
    assertThat(live(thana.sho().person())).isEmpty();
    charges.give(
        district.sp.act(),
        asked(thana.ssi().person(), thana.sho().post(), Capacity.REGULAR, LocalDate.MAX));
    assertThat(live(thana.ssi().person())).contains(thana.sho().mark());
    assertThat(charges.on(thana.sho().post())).as("history stays").hasSize(2);
    assertThat(changes.of(held.id()))
        .first()
        .satisfies(line -> assertThat(line.now()).containsEntry("valid_to", today.toString()));
  }

  @Test
  void a_charge_does_not_end_before_it_began() {
    Charge held = charges.on(thana.sho().post()).getFirst();
    assertRefused(
        OrganisationRefusal.DATES_CROSSED,
        () -> charges.end(district.sp.act(), held.id(), Given.LONG_AGO.minusDays(1)));
  }
}
