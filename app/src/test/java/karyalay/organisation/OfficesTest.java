package karyalay.organisation;

import static karyalay.organisation.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import karyalay.Given;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.ledger.Ledger;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.shared.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@KaryalayTest
class OfficesTest {
  @Autowired Given given;
  @Autowired Offices offices;
  @Autowired Posts posts;
  @Autowired Changes changes;
  @Autowired PendingChanges pending;
  @Autowired Ledger ledger;
  @Autowired OfficeTime time;
  @Autowired JdbcClient db;

  private Given.District district;
  private Given.Thana thana;

  @BeforeEach
  void district() {
    district = given.district();
    thana = district.thana("सौरिख");
  }

  private static Office.Facts facts(String code, String nameHi, String... aliases) {
    return new Office.Facts("thana", code, nameHi, "Saurikh", "", List.of(aliases));
  }

  @Test
  @Holds({"OP-4", "OP-14"})
  void a_new_thana_needs_no_release() {
    OfficeId made =
        offices.open(
            district.sp.act(), district.circle.id(), facts("NEW1", "नवीन थाना"), time.today());
    var head = new Post.Facts("थानाध्यक्ष", "Station officer", "", "sub-inspector", true, false);
    posts.create(district.sp.act(), made, "SHO", head, time.today());
    assertThat(posts.of("SHO-NEW1", district.id)).isPresent();
    assertThat(
            db.sql(
                    "SELECT mark FROM organisation.v_senior s JOIN organisation.v_post p ON p.id = s.senior "
                        + "WHERE s.post = ? ORDER BY distance")
                .param(posts.of("SHO-NEW1", district.id).orElseThrow().id().value())
                .query(String.class)
                .list())
        .containsExactly(district.co.mark(), district.asp.mark(), district.sp.mark());
    assertThat(ledger.of("office/" + made))
        .extracting(Ledger.Written::act)
        .containsExactly("organisation.office_opened");
  }

  @Test
  @Holds("OP-14")
  void a_new_name_and_code_are_logged_and_marks_follow() {
    String old = thana.office().code();
    offices.change(
        district.sp.act(),
        thana.id(),
        district.circle.id(),
        facts("NEWC", "सौरीख", "Sorikh"),
        time.today());
    assertThat(posts.find(thana.sho().post())).get().extracting(Post::mark).isEqualTo("SHO-NEWC");
    assertThat(posts.find("Sorikh", thana.id(), 5)).isNotEmpty();
    assertThat(changes.of(thana.id().value()))
        .first()
        .satisfies(line -> {
          assertThat(line.old()).containsEntry("code", old).containsEntry("name_hi", "सौरिख");
          assertThat(line.now()).containsEntry("code", "NEWC").containsEntry("name_hi", "सौरीख");
        });
  }

  @Test
  @Holds("OP-14")
  void a_change_of_tomorrow_waits_for_its_day() {
    LocalDate tomorrow = time.today().plusDays(1);
    offices.change(
        district.sp.act(),
        thana.id(),
        district.circle.id(),
        facts(thana.office().code(), "नया नाम"),
        tomorrow);
    pending.carryOut();
    assertThat(offices.find(thana.id()))
        .get()
        .extracting(it -> it.facts().nameHi())
        .isEqualTo("सौरिख");
    assertThat(changes.of(thana.id().value()))
        .first()
        .extracting(Changes.Line::pending)
        .isEqualTo(true);

    // The day comes.
    db.sql(
            "UPDATE organisation.pending SET effective_on = organisation.today() FROM organisation.change c "
                + "WHERE c.id = pending.change AND c.subject = ?")
        .param(thana.id().value())
        .update();
    pending.carryOut();
    assertThat(offices.find(thana.id()))
        .get()
        .extracting(it -> it.facts().nameHi())
        .isEqualTo("नया नाम");
    assertThat(changes.of(thana.id().value()))
        .first()
        .extracting(Changes.Line::pending)
        .isEqualTo(false);
  }

  @Test
  @Holds("OP-108")
  void a_thana_that_moves_to_another_circle_climbs_by_its_new_line() {
    var other = district.office(district.aspOffice, "circle-office", "दूसरा सर्किल");
    var officer = district.head(other, "CO", "क्षेत्राधिकारी", 70);
    var same = offices.find(thana.id()).orElseThrow().facts();
    offices.change(district.sp.act(), thana.id(), other.id(), same, time.today());
    assertThat(seniors())
        .containsExactly(
            thana.sho().mark(), officer.mark(), district.asp.mark(), district.sp.mark());
    assertThat(reads(officer)).isTrue();
    assertThat(reads(district.co)).isFalse();
  }

  private List<String> seniors() {
    return db.sql(
            "SELECT mark FROM organisation.v_senior s JOIN organisation.v_post p ON p.id = s.senior "
                + "WHERE s.post = ? ORDER BY distance")
        .param(thana.si().post().value())
        .query(String.class)
        .list();
  }

  private boolean reads(Given.Seat seat) {
    return db.sql("SELECT EXISTS (SELECT FROM organisation.v_token WHERE post = ? AND token = ?)")
        .params(seat.post().value(), thana.id().value())
        .query(Boolean.class)
        .single();
  }

  @Test
  @Holds("OP-4")
  void an_office_lies_neither_under_itself_nor_in_another_district() {
    var circle = offices.find(district.circle.id()).orElseThrow().facts();
    assertRefused(
        OrganisationRefusal.OFFICE_UNDER_ITSELF,
        () ->
            offices.change(
                district.sp.act(), district.circle.id(), thana.id(), circle, time.today()));
    var elsewhere = given.district();
    var same = offices.find(thana.id()).orElseThrow().facts();
    assertRefused(
        OrganisationRefusal.OTHER_DISTRICT,
        () ->
            offices.change(
                district.sp.act(), thana.id(), elsewhere.circle.id(), same, time.today()));
  }

  @Test
  void an_office_in_use_is_not_closed_and_it_is_said_what_it_has() {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> offices.close(district.sp.act(), thana.id(), time.today()))
        .satisfies(refused -> {
          assertThat(refused.reason()).isEqualTo(OrganisationRefusal.OFFICE_IN_USE);
          assertThat(refused.arguments()).as("posts, offices under it").isEqualTo(List.of(5, 0));
        });
    var empty = district.office(district.circle, "thana", "खाली");
    offices.close(district.sp.act(), empty.id(), time.today());
    assertThat(offices.of(district.id, false)).extracting(Office::id).doesNotContain(empty.id());
    assertThat(offices.of(district.id, true)).extracting(Office::id).contains(empty.id());
  }

  @Test
  void codes_are_checked_and_unique_in_the_district() {
    assertRefused(
        OrganisationRefusal.CODE_MALFORMED,
        () ->
            offices.open(
                district.sp.act(), district.circle.id(), facts("नया", "नया"), time.today()));
    assertRefused(
        OrganisationRefusal.OFFICE_CODE_TAKEN,
        () ->
            offices.open(
                district.sp.act(),
                district.circle.id(),
                facts(thana.office().code(), "नया"),
                time.today()));
    assertRefused(
        OrganisationRefusal.NAMES_NEEDED,
        () ->
            offices.open(district.sp.act(), district.circle.id(), facts("NW", " "), time.today()));
  }

  @Test
  void the_same_act_sent_twice_opens_one_office() {
    var act = district.sp.act();
    OfficeId first =
        offices.open(act, district.circle.id(), facts("TWICE", "एक बार"), time.today());
    OfficeId second =
        offices.open(act, district.circle.id(), facts("TWICE", "एक बार"), time.today());
    assertThat(second).isEqualTo(first);
  }
}
