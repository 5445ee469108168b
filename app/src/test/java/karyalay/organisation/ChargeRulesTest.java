package karyalay.organisation;

import static karyalay.organisation.Refusals.assertRefused;
import static karyalay.shared.Capacity.ADDITIONAL;
import static karyalay.shared.Capacity.LINK;
import static karyalay.shared.Capacity.MEMBER;
import static karyalay.shared.Capacity.REGULAR;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.LocalDate;
import java.util.List;
import karyalay.shared.Capacity;
import karyalay.shared.Ids;
import karyalay.shared.OfficeId;
import karyalay.shared.PersonId;
import karyalay.shared.PostId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChargeRulesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final LocalDate EVER = LocalDate.MAX;

  private final PersonId rekha = PersonId.next();
  private final PersonId mohan = PersonId.next();
  private final PostId desk = PostId.next();

  private static Person person(PersonId id, LocalDate from, LocalDate until) {
    return new Person(
        id,
        new Person.Facts(
            "000000001", "रेखा", "Rekha", "9999910001", Person.Gender.FEMALE, "inspector", DAY, ""),
        from,
        until);
  }

  private Post post(boolean counter, LocalDate from, LocalDate until) {
    return new Post(
        desk,
        OfficeId.next(),
        OfficeId.next(),
        "SHO-GSG",
        "प्रभारी निरीक्षक",
        "SHO",
        "गुरसहायगंज",
        "Gursahaiganj",
        "प्र0नि0",
        "inspector",
        60,
        true,
        counter,
        from,
        until);
  }

  private Charge held(PersonId by, Capacity capacity, LocalDate from, LocalDate until) {
    return new Charge(
        Ids.next(), by, "मोहन", "Mohan", desk, "SHO-GSG", "", "", "", "", capacity, from, until);
  }

  private void give(Capacity capacity, LocalDate from, LocalDate last, Charge... others) {
    ChargeRules.check(
        new Charge.Facts(rekha, desk, capacity, from, last),
        person(rekha, DAY.minusYears(5), EVER),
        post(capacity == MEMBER, DAY.minusYears(5), EVER),
        List.of(others));
  }

  @ParameterizedTest
  @EnumSource(
      value = Capacity.class,
      names = {"REGULAR", "ADDITIONAL", "MEMBER"})
  void a_free_post_is_given_without_end(Capacity capacity) {
    assertThatCode(() -> give(capacity, DAY, EVER)).doesNotThrowAnyException();
  }

  @Test
  void a_link_officer_has_a_last_day() {
    assertRefused(OrganisationRefusal.LINK_NEEDS_END, () -> give(LINK, DAY, EVER));
    assertThatCode(() -> give(LINK, DAY, DAY)).as("one day is enough").doesNotThrowAnyException();
    assertRefused(OrganisationRefusal.DATES_CROSSED, () -> give(LINK, DAY, DAY.minusDays(1)));
  }

  /// Days are counted from the day the other took the post; his last is the 9th day after it.
  @ParameterizedTest
  @CsvSource({
    "-5,-1,free",
    "-5,0,held",
    "0,0,held",
    "9,20,held",
    "10,20,free",
    "-5,20,held",
    "3,4,held"
  })
  void two_regular_holders_never_share_a_day(int from, int last, String then) {
    Charge other = held(mohan, REGULAR, DAY, DAY.plusDays(10));
    if (then.equals("held"))
      assertRefused(
          OrganisationRefusal.POST_HELD,
          () -> give(REGULAR, DAY.plusDays(from), DAY.plusDays(last), other));
    else
      assertThatCode(() -> give(REGULAR, DAY.plusDays(from), DAY.plusDays(last), other))
          .doesNotThrowAnyException();
  }

  @Test
  void a_regular_holder_may_be_covered_and_a_covered_post_given() {
    Charge regular = held(mohan, REGULAR, DAY.minusYears(1), EVER);
    assertThatCode(() -> give(LINK, DAY, DAY.plusDays(3), regular)).doesNotThrowAnyException();
    assertThatCode(() -> give(ADDITIONAL, DAY, EVER, regular)).doesNotThrowAnyException();
    Charge cover = held(mohan, LINK, DAY, DAY.plusDays(3));
    assertThatCode(() -> give(REGULAR, DAY, EVER, cover)).doesNotThrowAnyException();
  }

  @Test
  void nobody_has_one_post_twice_on_one_day() {
    Charge own = held(rekha, ADDITIONAL, DAY, DAY.plusDays(5));
    assertRefused(
        OrganisationRefusal.CHARGE_KNOWN, () -> give(LINK, DAY.plusDays(4), DAY.plusDays(8), own));
    assertThatCode(() -> give(LINK, DAY.plusDays(5), DAY.plusDays(8), own))
        .doesNotThrowAnyException();
  }

  @Test
  void desks_and_counters_are_worked_in_their_own_capacities() {
    var asked = new Charge.Facts(rekha, desk, REGULAR, DAY, EVER);
    assertRefused(
        OrganisationRefusal.COUNTER_HAS_MEMBERS,
        () -> ChargeRules.check(asked, person(rekha, DAY, EVER), post(true, DAY, EVER), List.of()));
    var member = new Charge.Facts(rekha, desk, MEMBER, DAY, EVER);
    assertRefused(
        OrganisationRefusal.NOT_A_COUNTER,
        () ->
            ChargeRules.check(member, person(rekha, DAY, EVER), post(false, DAY, EVER), List.of()));
  }

  @Test
  void person_and_post_must_be_there_on_every_day_of_the_charge() {
    var asked = new Charge.Facts(rekha, desk, LINK, DAY, DAY.plusDays(5));
    assertRefused(
        OrganisationRefusal.PERSON_NOT_SERVING,
        () ->
            ChargeRules.check(
                asked, person(rekha, DAY.plusDays(1), EVER), post(false, DAY, EVER), List.of()));
    assertRefused(
        OrganisationRefusal.PERSON_NOT_SERVING,
        () ->
            ChargeRules.check(
                asked, person(rekha, DAY, DAY.plusDays(3)), post(false, DAY, EVER), List.of()));
    assertRefused(
        OrganisationRefusal.POST_NOT_LIVE,
        () ->
            ChargeRules.check(
                asked, person(rekha, DAY, EVER), post(false, DAY, DAY.plusDays(3)), List.of()));
    assertRefused(
        OrganisationRefusal.POST_NOT_LIVE,
        () ->
            ChargeRules.check(
                asked, person(rekha, DAY, EVER), post(false, DAY.plusDays(2), EVER), List.of()));
  }
}
