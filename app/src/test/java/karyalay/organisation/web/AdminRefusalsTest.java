package karyalay.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import karyalay.Given;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.SignedIn.Browser;
import karyalay.Web;
import karyalay.access.Roles;
import karyalay.organisation.Charge;
import karyalay.organisation.Charges;
import karyalay.organisation.Offices;
import karyalay.organisation.Persons;
import karyalay.organisation.Posts;
import karyalay.shared.Language;
import karyalay.shared.OfficeTime;
import karyalay.shared.PostId;
import karyalay.web.Words;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/// What an administrator mistypes is said beside what he typed; what is another district's is not
/// there for him.
@KaryalayTest
class AdminRefusalsTest {
  @Autowired Given given;
  @Autowired SignedIn signedIn;
  @Autowired Web web;
  @Autowired Words words;
  @Autowired Roles roles;
  @Autowired Offices offices;
  @Autowired Posts posts;
  @Autowired Persons persons;
  @Autowired Charges charges;
  @Autowired OfficeTime time;
  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transaction;

  Given.District district;
  Given.Thana thana;
  Browser admin;

  @BeforeEach
  void an_administrator() {
    district = given.district();
    thana = district.thana("सौरिख");
    var clerk = district.seat(district.spOffice, "INC", "प्रभारी", 50);
    transaction.executeWithoutResult(
        _ -> roles.makeAdministrator(district.sp.act(), clerk.person(), Given.LONG_AGO));
    admin = signedIn.as(clerk);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "pno      | 12345       | PNO_MALFORMED",
        "pno      | क2345678९   | PNO_MALFORMED",
        "pno      | -           | PERSON_INCOMPLETE",
        "mobile   | 1234567890  | MOBILE_MALFORMED",
        "mobile   | 99999       | MOBILE_MALFORMED",
        "mobile   | -           | PERSON_INCOMPLETE",
        "email    | राम@         | EMAIL_MALFORMED",
        "nameHi   | -           | PERSON_INCOMPLETE",
        "nameEn   | -           | PERSON_INCOMPLETE",
        "gender   | -           | PERSON_INCOMPLETE",
        "joinedOn | -           | PERSON_INCOMPLETE",
        "rank     | महाराजा     | RANK_UNKNOWN"
      })
  @Holds("OP-6")
  void a_person_that_is_not_whole_is_not_entered_and_what_was_typed_stays(
      String field, String value, String code) {
    String pno = pno();
    var typed = person(pno);
    typed.put(field, value == null ? "" : value);
    MvcTestResult answer = send("/admin/people", typed);
    assertRefused(answer, code, field.equals("nameHi") ? "Naya Sipahi" : "नया सिपाही");
    assertThat(persons.byPno(pno)).isEmpty();
  }

  @Test
  @Holds("OP-6")
  void a_police_number_is_one_persons() {
    String pno = pno();
    assertThat(send("/admin/people", person(pno))).hasStatus(303);
    var second = person(pno);
    second.put("nameHi", "दूसरा व्यक्ति");
    MvcTestResult answer = send("/admin/people", second);
    assertRefused(answer, "PNO_TAKEN", "दूसरा व्यक्ति");
    assertThat(text(answer)).contains(pno);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "code   | -           | CODE_MALFORMED",
        "code   | थाना        | CODE_MALFORMED",
        "code   | ABCDEFGHI   | CODE_MALFORMED",
        "nameHi | -           | NAMES_NEEDED",
        "nameEn | -           | NAMES_NEEDED",
        "from   | 1-1-2001    | OFFICE_CLOSED"
      })
  @Holds({"OP-4", "OP-7"})
  void an_office_needs_its_names_its_code_and_a_parent_of_that_day(
      String field, String value, String code) {
    var typed = office("NV");
    typed.put(field, value == null ? "" : value);
    if (!field.equals("nameHi")) typed.put("nameHi", "नवीन चौकी");
    int before = offices.of(district.id, true).size();
    MvcTestResult answer = send("/admin/offices", typed);
    assertRefused(answer, code, field.equals("nameHi") ? "New outpost" : "नवीन चौकी");
    assertThat(offices.of(district.id, true)).hasSize(before);
  }

  @Test
  @Holds({"OP-4", "OP-7"})
  void an_office_keeps_its_code_its_place_and_its_posts() {
    var typed = office(thana.office().code());
    assertRefused(send("/admin/offices", typed), "OFFICE_CODE_TAKEN", thana.office().code());
    String circle = "/admin/offices/" + district.circle.id();
    var under = office(district.circle.code());
    under.put("parent", thana.id().toString());
    assertRefused(send(circle + "/changes", under), "OFFICE_UNDER_ITSELF", "नवीन चौकी");
    under.put("parent", given.district().id.toString());
    assertRefused(send(circle + "/changes", under), "OTHER_DISTRICT", "नवीन चौकी");
    MvcTestResult closing = send(circle + "/closure", Map.of("from", "0"));
    assertRefused(closing, "OFFICE_IN_USE", "");
    assertThat(offices.find(district.circle.id()).orElseThrow().until()).isEqualTo(LocalDate.MAX);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "abbreviation  | -                                | CODE_MALFORMED",
        "abbreviation  | प्रभारी                           | CODE_MALFORMED",
        "designationHi | -                                | NAMES_NEEDED",
        "designationEn | -                                | NAMES_NEEDED",
        "rank          | महाराजा                          | RANK_UNKNOWN",
        "shortHi       | बहुत ही लंबा संक्षिप्त रूप जो नहीं चलेगा | SHORT_TOO_LONG",
        "head          | true                             | HEAD_TAKEN",
        "from          | 1-1-2001                         | OFFICE_CLOSED"
      })
  @Holds({"OP-7", "OP-108"})
  void a_post_needs_its_mark_its_names_and_an_office_without_another_head(
      String field, String value, String code) {
    var typed = post("NPST");
    typed.put(field, value == null ? "" : value);
    int before = posts.within(thana.id(), true).size();
    MvcTestResult answer = send("/admin/posts", typed);
    assertRefused(answer, code, field.equals("designationHi") ? "New post" : "नया पद");
    assertThat(posts.within(thana.id(), true)).hasSize(before);
  }

  @Test
  @Holds("OP-7")
  void the_second_post_of_a_kind_gets_a_serial_and_no_mark_stands_twice() {
    assertThat(send("/admin/posts", post("NPST"))).hasStatus(303);
    assertThat(send("/admin/posts", post("NPST"))).hasStatus(303);
    assertThat(posts.within(thana.id(), false))
        .extracting(held -> held.post().mark())
        .contains("NPST-" + thana.office().code())
        .doesNotHaveDuplicates()
        .filteredOn(mark -> mark.startsWith("NPST-"))
        .hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "pno      | 000000000 | PERSON_NOT_SERVING",
        "mark     | नहीं-1     | POST_NOT_LIVE",
        "capacity | MEMBER    | NOT_A_COUNTER",
        "capacity | LINK      | LINK_NEEDS_END",
        "capacity | REGULAR   | POST_HELD",
        "from     | 1-1-2001  | PERSON_NOT_SERVING",
        "last     | 1-1-2021  | DATES_CROSSED"
      })
  @Holds({"OP-3", "OP-9"})
  void a_charge_needs_a_serving_person_a_live_post_and_days_that_fit(
      String field, String value, String code) {
    var typed = charge(thana.si().pno(), thana.sho().mark());
    typed.put(field, value == null ? "" : value);
    MvcTestResult answer = send("/admin/charges", typed);
    assertRefused(answer, code, field.equals("pno") ? "000000000" : thana.si().pno());
    assertThat(charges.on(thana.sho().post())).hasSize(1);
  }

  @Test
  @Holds("OP-123")
  void a_counter_is_worked_by_members_alone() {
    String counter = mark(thana.counter());
    assertRefused(
        send("/admin/charges", charge(thana.si().pno(), counter)), "COUNTER_HAS_MEMBERS", counter);
    var member = charge(thana.si().pno(), counter);
    member.put("capacity", "MEMBER");
    assertThat(send("/admin/charges", member)).hasStatus(303);
    assertRefused(send("/admin/charges", member), "CHARGE_KNOWN", counter);
  }

  @Test
  @Holds({"OP-3", "OP-13"})
  void a_charge_ends_on_a_typed_day_and_not_before_it_began() {
    Charge charge = charges.on(thana.si().post()).getFirst();
    String path = "/admin/charges/" + charge.id() + "/end";
    var typed = new LinkedHashMap<String, String>();
    typed.put("person", thana.si().person().toString());
    typed.put("from", "1.1.2001");
    assertRefused(send(path, typed), "DATES_CROSSED", "1.1.2001");
    typed.put("from", "+3");
    assertThat(send(path, typed)).hasStatus(303);
    assertThat(charges.on(thana.si().post()).getFirst().until())
        .isEqualTo(time.today().plusDays(3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"कल", "31-02-2026", "13.13", "", "99"})
  void a_day_that_is_none_is_refused_beside_what_was_typed(String day) {
    var typed = new LinkedHashMap<String, String>();
    typed.put("office", district.id.toString());
    typed.put("day", day);
    typed.put("nameHi", "स्थानीय मेला");
    typed.put("nameEn", "Local fair");
    MvcTestResult answer = send("/admin/holidays", typed);
    assertThat(answer).hasStatus(422);
    assertThat(text(answer)).contains("दिनांक", "स्थानीय मेला", "role=\"alert\"");
    assertThat(web.get(admin, "/admin/holidays")).bodyText().doesNotContain("स्थानीय मेला");
  }

  @Test
  @Holds("OP-14")
  void a_holiday_is_declared_on_a_day_typed_short_and_stated_once() {
    var typed = new LinkedHashMap<String, String>();
    typed.put("office", district.id.toString());
    typed.put("day", "+2");
    typed.put("nameHi", "स्थानीय मेला");
    typed.put("nameEn", "Local fair");
    assertThat(send("/admin/holidays", typed)).hasStatus(303);
    LocalDate day = time.today().plusDays(2);
    String shown =
        String.format(
            Locale.ROOT, "%02d-%02d-%d", day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    assertThat(web.get(admin, "/admin/holidays?year=" + day.getYear()))
        .bodyText()
        .contains("स्थानीय मेला", shown);
    assertRefused(send("/admin/holidays", typed), "HOLIDAY_KNOWN", "Local fair");
    typed.put("nameHi", "");
    assertRefused(send("/admin/holidays", typed), "NAMES_NEEDED", "Local fair");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "CATEGORY | भूमि      | भूमि | Land | MASTER_MALFORMED",
        "CATEGORY | New-Code | भूमि | Land | MASTER_MALFORMED",
        "category | new-code | भूमि | Land | MASTER_MALFORMED",
        "CATEGORY | new-code | -    | Land | NAMES_NEEDED",
        "CATEGORY | new-code | भूमि | -    | NAMES_NEEDED"
      })
  @Holds("OP-14")
  void an_entry_of_a_list_needs_a_code_and_both_names(
      String kind, String code, String hindi, String english, String refusal) {
    var typed = new LinkedHashMap<String, String>();
    typed.put("code", code);
    typed.put("nameHi", hindi == null ? "" : hindi);
    typed.put("nameEn", english == null ? "" : english);
    typed.put("data", "limit = 12");
    typed.put("from", "0");
    assertRefused(send("/admin/masters/" + kind, typed), refusal, "limit = 12");
  }

  @Test
  @Holds("OP-18")
  void a_series_goes_on_from_paper_once_and_only_reserved_numbers_are_voided() {
    var begin = numbers();
    begin.put("start", "480");
    assertThat(send("/admin/numbers", begin)).hasStatus(303);
    begin.put("start", "0");
    assertThat(send("/admin/numbers", begin)).hasStatus(422);
    var block = numbers();
    block.put("count", "3");
    assertThat(send("/admin/numbers/blocks", block)).hasStatus(303);
    begin.put("start", "900");
    assertRefused(send("/admin/numbers", begin), "SERIES_STARTED", "900");
    var voided = numbers();
    voided.put("number", "481");
    assertRefused(send("/admin/numbers/voids", voided), "VOID_NEEDS_REASON", "481");
    voided.put("reason", "फट गया");
    assertThat(send("/admin/numbers/voids", voided)).hasStatus(303);
    assertRefused(send("/admin/numbers/voids", voided), "NUMBER_NOT_RESERVED", "फट गया");
    voided.put("number", "483");
    assertRefused(send("/admin/numbers/voids", voided), "NUMBER_NOT_RESERVED", "फट गया");
    assertThat(text(web.get(admin, "/admin/numbers?office=" + thana.id()))).contains("फट गया");
  }

  @Test
  @Holds("OP-15")
  void what_belongs_to_another_district_is_not_there_for_an_administrator() {
    var foreign = given.district();
    var theirs = foreign.thana("पराया थाना");
    String office = "/admin/offices/" + theirs.id();
    String post = "/admin/posts/" + theirs.sho().post();
    String person = "/admin/people/" + theirs.sho().person();
    for (String page : new String[] {office, post, person, person + "/access"})
      assertThat(web.get(admin, page)).as(page).hasStatus(404);
    for (String page : new String[] {"posts", "holidays", "numbers"})
      assertThat(web.get(admin, "/admin/" + page + "?office=" + theirs.id()))
          .as(page)
          .hasStatus(404);
    assertThat(send(office + "/changes", office("ZZ"))).hasStatus(404);
    assertThat(send(office + "/closure", Map.of("from", "0"))).hasStatus(404);
    assertThat(send(post + "/changes", post("ZZ"))).hasStatus(404);
    assertThat(send(post + "/abolition", Map.of("from", "0"))).hasStatus(404);
    assertThat(send(person + "/changes", person(theirs.sho().pno()))).hasStatus(404);
    assertThat(send(person + "/disabling", Map.of("from", "0"))).hasStatus(404);
    assertThat(send(person + "/password", Map.of())).hasStatus(404);
    assertThat(send(person + "/role", Map.of())).hasStatus(404);
    assertThat(send(person + "/role/ending", Map.of())).hasStatus(404);
    UUID charge = charges.on(theirs.sho().post()).getFirst().id();
    var end = new LinkedHashMap<String, String>();
    end.put("person", theirs.sho().person().toString());
    end.put("from", "0");
    assertThat(send("/admin/charges/" + charge + "/end", end)).hasStatus(404);
    var holiday = new LinkedHashMap<String, String>();
    holiday.put("office", theirs.id().toString());
    holiday.put("day", "0");
    holiday.put("nameHi", "अ");
    holiday.put("nameEn", "a");
    assertThat(send("/admin/holidays", holiday)).hasStatus(404);
    var series = numbers();
    series.put("office", theirs.id().toString());
    series.put("start", "5");
    assertThat(send("/admin/numbers", series)).hasStatus(404);
    series.put("count", "5");
    assertThat(send("/admin/numbers/blocks", series)).hasStatus(404);
    assertThat(posts.live(theirs.sho().post()).mark()).isEqualTo(theirs.sho().mark());
    assertThat(charges.on(theirs.sho().post()).getFirst().until()).isEqualTo(LocalDate.MAX);
  }

  private void assertRefused(MvcTestResult answer, String code, String kept) {
    assertThat(answer.getResponse().getStatus()).as(told(answer)).isIn(409, 422);
    String sentence = words.say(Language.HI, "refusal.organisation." + code);
    String certain =
        java.util.Arrays.stream(sentence.split("\\{[0-9]}"))
            .max(java.util.Comparator.comparingInt(String::length))
            .orElseThrow();
    assertThat(text(answer)).contains(escaped(certain), "role=\"alert\"", escaped(kept));
  }

  private static String told(MvcTestResult answer) {
    return text(answer).replaceAll("(?s).*role=\"alert\">([^<]*)<.*", "$1");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  private MvcTestResult send(String path, Map<String, String> fields) {
    return web.post(
        admin,
        path,
        fields.entrySet().stream()
            .flatMap(field -> java.util.stream.Stream.of(field.getKey(), field.getValue()))
            .toArray(String[]::new));
  }

  private static String text(MvcTestResult answer) {
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  private static String pno() {
    return String.format(Locale.ROOT, "7%08d", ThreadLocalRandom.current().nextInt(100_000_000));
  }

  private String mark(PostId post) {
    return db.sql("SELECT mark FROM organisation.v_post WHERE id = ?")
        .param(post.value())
        .query(String.class)
        .single();
  }

  private static Map<String, String> person(String pno) {
    var typed = new LinkedHashMap<String, String>();
    typed.put("pno", pno);
    typed.put("nameHi", "नया सिपाही");
    typed.put("nameEn", "Naya Sipahi");
    typed.put("mobile", "9876543210");
    typed.put("gender", "FEMALE");
    typed.put("rank", "inspector");
    typed.put("joinedOn", "1.7.2015");
    typed.put("email", "");
    typed.put("from", "0");
    return typed;
  }

  private Map<String, String> office(String code) {
    var typed = new LinkedHashMap<String, String>();
    typed.put("parent", district.circle.id().toString());
    typed.put("kind", "outpost");
    typed.put("code", code);
    typed.put("nameHi", "नवीन चौकी");
    typed.put("nameEn", "New outpost");
    typed.put("shortHi", "");
    typed.put("aliases", "");
    typed.put("from", "0");
    return typed;
  }

  private Map<String, String> post(String abbreviation) {
    var typed = new LinkedHashMap<String, String>();
    typed.put("office", thana.id().toString());
    typed.put("abbreviation", abbreviation);
    typed.put("designationHi", "नया पद");
    typed.put("designationEn", "New post");
    typed.put("shortHi", "");
    typed.put("rank", "inspector");
    typed.put("from", "0");
    return typed;
  }

  private static Map<String, String> charge(String pno, String mark) {
    var typed = new LinkedHashMap<String, String>();
    typed.put("pno", pno);
    typed.put("mark", mark);
    typed.put("capacity", "ADDITIONAL");
    typed.put("from", "0");
    typed.put("last", "");
    return typed;
  }

  private Map<String, String> numbers() {
    var typed = new LinkedHashMap<String, String>();
    typed.put("office", thana.id().toString());
    typed.put("kind", "RECEIPT");
    typed.put("year", Integer.toString(time.today().getYear()));
    return typed;
  }
}
