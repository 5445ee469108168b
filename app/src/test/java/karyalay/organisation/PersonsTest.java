package karyalay.organisation;

import static karyalay.organisation.OrganisationRefusal.EMAIL_MALFORMED;
import static karyalay.organisation.OrganisationRefusal.MOBILE_MALFORMED;
import static karyalay.organisation.OrganisationRefusal.PERSON_INCOMPLETE;
import static karyalay.organisation.OrganisationRefusal.PNO_MALFORMED;
import static karyalay.organisation.OrganisationRefusal.PNO_TAKEN;
import static karyalay.organisation.OrganisationRefusal.RANK_UNKNOWN;
import static karyalay.organisation.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import karyalay.Given;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.ledger.Ledger;
import karyalay.shared.OfficeTime;
import karyalay.shared.PersonId;
import karyalay.shared.SharedRefusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KaryalayTest
class PersonsTest {
  @Autowired Given given;
  @Autowired Persons persons;
  @Autowired Changes changes;
  @Autowired Ledger ledger;
  @Autowired OfficeTime time;

  private Given.District district;
  private final String pno =
      String.format(Locale.ROOT, "%09d", ThreadLocalRandom.current().nextInt(1_000_000_000));

  @BeforeEach
  void district() {
    district = given.district();
  }

  private Person.Facts facts(String pno, String name, String mobile, String rank, String email) {
    return new Person.Facts(
        pno,
        name,
        "Rekha Namoona",
        mobile,
        Person.Gender.FEMALE,
        rank,
        LocalDate.of(2019, 7, 1),
        email);
  }

  private PersonId enter(Person.Facts facts) {
    return persons.enter(district.sp.act(), facts, time.today());
  }

  @Test
  @Holds("OP-6")
  void a_person_needs_name_number_mobile_gender_rank_and_date_but_no_e_mail() {
    PersonId id = enter(facts(pno, "रेखा नमूना", "9999911111", "sub-inspector", ""));
    assertThat(persons.find(id))
        .get()
        .satisfies(person -> {
          assertThat(person.facts().pno()).isEqualTo(pno);
          assertThat(person.facts().email()).isEmpty();
        });
    assertRefused(
        PERSON_INCOMPLETE, () -> enter(facts("", "रेखा नमूना", "9999911111", "sub-inspector", "")));
    assertRefused(
        PERSON_INCOMPLETE, () -> enter(facts(pno, "", "9999911111", "sub-inspector", "")));
    assertRefused(PERSON_INCOMPLETE, () -> enter(facts(pno, "रेखा", "", "sub-inspector", "")));
    assertRefused(PERSON_INCOMPLETE, () -> enter(facts(pno, "रेखा", "9999911111", "", "")));
  }

  @Test
  @Holds("OP-6")
  void numbers_have_their_form_and_a_police_number_one_person() {
    assertRefused(PNO_MALFORMED, () -> enter(facts("12AB", "रेखा", "9999911111", "constable", "")));
    assertRefused(MOBILE_MALFORMED, () -> enter(facts(pno, "रेखा", "12345", "constable", "")));
    assertRefused(
        EMAIL_MALFORMED, () -> enter(facts(pno, "रेखा", "9999911111", "constable", "rekha")));
    assertRefused(RANK_UNKNOWN, () -> enter(facts(pno, "रेखा", "9999911111", "emperor", "")));
    enter(facts(pno, "रेखा", "9999911111", "constable", "rekha@example.in"));
    assertRefused(PNO_TAKEN, () -> enter(facts(pno, "अन्य", "9999911112", "constable", "")));
  }

  @Test
  @Holds("OP-14")
  void a_new_name_is_found_and_the_old_one_is_in_the_log_not_in_the_ledger() {
    var seat = district.thana("सौरिख").si();
    var was = persons.find(seat.person()).orElseThrow().facts();
    persons.change(
        district.sp.act(),
        seat.person(),
        new Person.Facts(
            was.pno(),
            "विमला नमूना",
            "Vimla Namoona",
            "9999922222",
            Person.Gender.FEMALE,
            "inspector",
            was.joinedOn(),
            ""),
        time.today());
    assertThat(persons.of(district.id, "Vimala", 0, 10))
        .extracting(Person::id)
        .containsExactly(seat.person());
    assertThat(persons.of(district.id, "विमला", 0, 10))
        .extracting(Person::id)
        .containsExactly(seat.person());
    assertThat(changes.of(seat.person().value()))
        .first()
        .satisfies(line -> assertThat(line.old()).containsEntry("name_hi", was.nameHi()));
    assertThat(ledger.of("person/" + seat.person()))
        .singleElement()
        .satisfies(entry ->
            assertThat(new String(entry.preimage(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("Vimla")
                .doesNotContain("9999922222"));
  }

  @Test
  void people_of_other_districts_are_not_there() {
    var elsewhere = given.district().sp;
    assertThat(persons.of(district.id, elsewhere.pno(), 0, 10)).isEmpty();
    assertRefused(
        SharedRefusal.NOT_FOUND,
        () -> persons.disable(district.sp.act(), elsewhere.person(), time.today()));
  }
}
