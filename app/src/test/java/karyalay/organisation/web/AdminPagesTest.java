package karyalay.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import karyalay.Given;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.SignedIn.Browser;
import karyalay.Web;
import karyalay.access.Roles;
import karyalay.organisation.Calendars;
import karyalay.organisation.Charges;
import karyalay.organisation.Masters;
import karyalay.organisation.Offices;
import karyalay.organisation.Persons;
import karyalay.organisation.Posts;
import karyalay.shared.OfficeTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@KaryalayTest
class AdminPagesTest {
  @Autowired Given given;
  @Autowired SignedIn signedIn;
  @Autowired Web web;
  @Autowired Roles roles;
  @Autowired Offices offices;
  @Autowired Posts posts;
  @Autowired Persons persons;
  @Autowired Charges charges;
  @Autowired Calendars calendars;
  @Autowired Masters masters;
  @Autowired OfficeTime time;
  @Autowired org.springframework.transaction.support.TransactionTemplate transaction;

  private Given.District district;
  private Given.Thana thana;
  private Browser admin;
  private String today = "";

  @BeforeEach
  void an_administrator() {
    district = given.district();
    thana = district.thana("सौरिख");
    var clerk = district.seat(district.spOffice, "INC", "प्रभारी", 50);
    transaction.executeWithoutResult(
        status -> roles.makeAdministrator(district.sp.act(), clerk.person(), Given.LONG_AGO));
    admin = signedIn.as(clerk);
    today = time.today().toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "offices",
        "posts",
        "people",
        "holidays",
        "masters",
        "masters?kind=SETTING",
        "numbers"
      })
  @Holds("OP-15")
  void administration_is_for_administrators_alone(String page) {
    assertThat(web.get(admin, "/admin/" + page)).hasStatusOk().bodyText().contains("प्रशासन");
    assertThat(web.get(signedIn.as(thana.sho()), "/admin/" + page)).hasStatus(403);
  }

  @Test
  @Holds({"OP-4", "OP-14"})
  void an_office_is_opened_changed_and_closed_and_its_page_shows_the_log() {
    web.post(
        admin,
        "/admin/offices",
        "parent",
        district.circle.id().toString(),
        "kind",
        "thana",
        "code",
        "nayi",
        "nameHi",
        "नया थाना",
        "nameEn",
        "New thana",
        "shortHi",
        "",
        "aliases",
        "नवीन, Naveen",
        "from",
        today);
    var made =
        offices.of(district.id, false).stream()
            .filter(office -> office.facts().code().equals("NAYI"))
            .findFirst()
            .orElseThrow();
    assertThat(made.facts().aliases()).containsExactly("नवीन", "Naveen");
    String path = "/admin/offices/" + made.id();
    assertThat(
            web.post(
                admin,
                path + "/changes",
                "parent",
                district.circle.id().toString(),
                "kind",
                "thana",
                "code",
                "NAYI",
                "nameHi",
                "दूसरा नाम",
                "nameEn",
                "New thana",
                "shortHi",
                "नया थाना",
                "aliases",
                "",
                "from",
                today))
        .hasStatus(303);
    assertThat(web.get(admin, path))
        .hasStatusOk()
        .bodyText()
        .contains("दूसरा नाम", "नया थाना", "किए गए परिवर्तन");
    assertThat(web.post(admin, path + "/closure", "from", today)).hasStatus(303);
    assertThat(web.get(admin, "/admin/offices")).hasStatusOk().bodyText().contains("बंद");
  }

  @Test
  @Holds({"OP-5", "OP-6", "OP-7"})
  void a_person_a_post_and_a_charge_are_entered_in_this_order() {
    String pno =
        String.format(Locale.ROOT, "%09d", ThreadLocalRandom.current().nextInt(1_000_000_000));
    web.post(
        admin,
        "/admin/posts",
        "office",
        thana.id().toString(),
        "abbreviation",
        "INCR",
        "designationHi",
        "निरीक्षक अपराध",
        "designationEn",
        "Inspector (crime)",
        "shortHi",
        "",
        "rank",
        "inspector",
        "from",
        today);
    var post = posts.of("INCR-" + thana.office().code(), district.id).orElseThrow();
    assertThat(
            web.post(
                admin,
                "/admin/charges",
                "pno",
                pno,
                "mark",
                post.mark(),
                "capacity",
                "REGULAR",
                "from",
                today))
        .as("no such person yet")
        .hasStatus(422)
        .bodyText()
        .contains("OP-5");
    web.post(
        admin,
        "/admin/people",
        "pno",
        pno,
        "nameHi",
        "रेखा नमूना",
        "nameEn",
        "Rekha Namoona",
        "mobile",
        "9999911111",
        "gender",
        "FEMALE",
        "rank",
        "inspector",
        "joinedOn",
        "2019-07-01",
        "email",
        "",
        "from",
        today);
    var person = persons.byPno(pno).orElseThrow();
    assertThat(
            web.post(
                admin,
                "/admin/charges",
                "pno",
                pno,
                "mark",
                post.mark() + " · निरीक्षक अपराध",
                "capacity",
                "REGULAR",
                "from",
                today))
        .hasStatus(303);
    var charge = charges.of(person.id()).getFirst();
    assertThat(web.get(admin, "/admin/people/" + person.id()))
        .hasStatusOk()
        .bodyText()
        .contains(post.mark());
    assertThat(web.get(admin, "/admin/posts/" + post.id()))
        .hasStatusOk()
        .bodyText()
        .contains("रेखा नमूना");
    assertThat(web.get(admin, "/admin/people?q=Rekha")).hasStatusOk().bodyText().contains(pno);
    web.post(
        admin,
        "/admin/charges/" + charge.id() + "/end",
        "person",
        person.id().toString(),
        "from",
        today);
    assertThat(charges.of(person.id()).getFirst().holds(time.today())).isFalse();
    web.post(admin, "/admin/people/" + person.id() + "/disabling", "from", today);
    assertThat(web.get(admin, "/admin/people/" + person.id())).bodyText().contains("सेवा में नहीं");
  }

  @Test
  @Holds("OP-14")
  void a_post_is_changed_and_abolished_on_its_page() {
    String path = "/admin/posts/" + thana.ssi().post();
    assertThat(
            web.post(
                admin,
                path + "/changes",
                "designationHi",
                "उप थाना प्रभारी",
                "designationEn",
                "Deputy",
                "shortHi",
                "उप0 प्र0",
                "rank",
                "sub-inspector",
                "from",
                today))
        .hasStatus(303);
    assertThat(web.get(admin, path)).bodyText().contains("उप थाना प्रभारी", "वरिष्ठ उप निरीक्षक");
    assertThat(web.post(admin, path + "/abolition", "from", today)).hasStatus(303);
    assertThat(web.get(admin, "/admin/posts?office=" + thana.id())).bodyText().contains("समाप्त");
  }

  @Test
  @Holds({"OP-14", "OP-89"})
  void a_holiday_and_a_weekly_rule_are_entered_and_taken_back() {
    String office = district.id.toString();
    web.post(
        admin,
        "/admin/holidays",
        "office",
        office,
        "day",
        "2026-12-07",
        "nameHi",
        "स्थानीय मेला",
        "nameEn",
        "Local fair");
    assertThat(calendars.works(thana.id(), LocalDate.of(2026, 12, 7))).isFalse();
    assertThat(web.get(admin, "/admin/holidays?year=2026"))
        .hasStatusOk()
        .bodyText()
        .contains("स्थानीय मेला", "सोमवार");
    var stated = calendars.holidays(district.id, 2026).getFirst();
    web.post(
        admin, "/admin/holidays/" + stated.id() + "/withdrawal", "office", office, "year", "2026");
    assertThat(calendars.works(thana.id(), LocalDate.of(2026, 12, 7))).isTrue();

    web.post(
        admin,
        "/admin/holidays/rules",
        "office",
        office,
        "weekday",
        "SATURDAY",
        "nth",
        "2",
        "from",
        "2026-01-01");
    assertThat(calendars.works(thana.id(), LocalDate.of(2026, 11, 14))).isFalse();
    assertThat(web.get(admin, "/admin/holidays")).bodyText().contains("माह का द्वितीय शनिवार");
    var rule = calendars.rules(district.id).getFirst();
    web.post(
        admin,
        "/admin/holidays/rules/" + rule.id() + "/end",
        "office",
        office,
        "from",
        "2026-11-01");
    assertThat(calendars.works(thana.id(), LocalDate.of(2026, 11, 14))).isTrue();
  }

  @Test
  @Holds("OP-14")
  void a_category_is_changed_for_this_district_and_ended() {
    assertThat(web.get(admin, "/admin/masters/CATEGORY/noise"))
        .hasStatusOk()
        .bodyText()
        .contains("limit = 30");
    web.post(
        admin,
        "/admin/masters/CATEGORY",
        "code",
        "noise",
        "nameHi",
        "ध्वनि प्रदूषण",
        "nameEn",
        "Noise",
        "sort",
        "90",
        "data",
        "main = complaint\nlimit = 5\nunit = WORKING_DAYS\nwords = डीजे | शोर",
        "from",
        today);
    var noise = masters.one("CATEGORY", "noise", district.id).orElseThrow();
    assertThat(noise.number("limit", 0)).isEqualTo(5);
    assertThat(noise.data().get("words")).isEqualTo(java.util.List.of("डीजे", "शोर"));
    web.post(admin, "/admin/masters/CATEGORY/noise/end", "from", today);
    assertThat(masters.one("CATEGORY", "noise", district.id)).isEmpty();
    assertThat(web.get(admin, "/admin/masters?kind=CATEGORY")).hasStatusOk();
  }

  @Test
  @Holds("OP-18")
  void a_paper_register_is_continued_and_a_reserved_number_voided_on_screen() {
    String office = thana.id().toString();
    web.post(
        admin,
        "/admin/numbers",
        "office",
        office,
        "kind",
        "RECEIPT",
        "year",
        "2026",
        "start",
        "1391");
    web.post(
        admin,
        "/admin/numbers/blocks",
        "office",
        office,
        "kind",
        "RECEIPT",
        "year",
        "2026",
        "count",
        "2");
    web.post(
        admin,
        "/admin/numbers/voids",
        "office",
        office,
        "kind",
        "RECEIPT",
        "year",
        "2026",
        "number",
        "1392",
        "reason",
        "पर्ची फटी");
    assertThat(web.get(admin, "/admin/numbers?year=2026&office=" + office))
        .hasStatusOk()
        .bodyText()
        .contains("आवक संख्या", "1391", "1392 निरस्त: पर्ची फटी");
    assertThat(
            web.post(
                admin,
                "/admin/numbers",
                "office",
                office,
                "kind",
                "RECEIPT",
                "year",
                "2026",
                "start",
                "5"))
        .hasStatus(409);
  }

  @Test
  void an_unconfirmed_row_is_confirmed_by_saving_it() {
    var circle = offices.find(district.circle.id()).orElseThrow();
    assertThat(circle.confirmed()).isFalse();
    web.post(
        admin,
        "/admin/offices/" + circle.id() + "/changes",
        "kind",
        circle.facts().kind(),
        "code",
        circle.facts().code(),
        "nameHi",
        circle.facts().nameHi(),
        "nameEn",
        circle.facts().nameEn(),
        "shortHi",
        circle.facts().shortHi(),
        "aliases",
        "",
        "from",
        today);
    assertThat(offices.find(district.circle.id()).orElseThrow().confirmed()).isTrue();
  }

  @Test
  void a_refusal_keeps_what_was_typed() {
    assertThat(
            web.post(
                admin,
                "/admin/offices",
                "parent",
                district.circle.id().toString(),
                "kind",
                "thana",
                "code",
                "गलत",
                "nameHi",
                "नया थाना",
                "nameEn",
                "New",
                "shortHi",
                "",
                "aliases",
                "",
                "from",
                today))
        .hasStatus(422)
        .bodyText()
        .contains("नया थाना", "OP-7");
  }

  @Test
  void another_district_is_not_there_for_this_administrator() {
    var there = given.district();
    assertThat(web.get(admin, "/admin/offices/" + there.circle.id())).hasStatus(404);
    assertThat(web.get(admin, "/admin/posts/" + there.co.post())).hasStatus(404);
    assertThat(web.get(admin, "/admin/people/" + there.co.person())).hasStatus(404);
    assertThat(web.get(admin, "/admin/holidays?office=" + there.circle.id())).hasStatus(404);
    assertThat(web.post(admin, "/admin/offices/" + there.circle.id() + "/closure", "from", today))
        .hasStatus(404);
  }

  @Test
  @Holds("OP-7")
  void the_picker_offers_marks_with_office_and_holder() {
    assertThat(web.get(signedIn.as(thana.hm()), "/posts/picker?q=" + thana.sho().mark()))
        .hasStatusOk()
        .bodyText()
        .contains(
            "data-value=\"" + thana.sho().mark() + "\"",
            "सौरिख",
            "परीक्षण नमूना " + thana.sho().pno());
  }
}
