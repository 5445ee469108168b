package karyalay.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import karyalay.Given;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.SignedIn.Browser;
import karyalay.Web;
import karyalay.access.Roles;
import karyalay.ledger.Ledger;
import karyalay.organisation.Place;
import karyalay.organisation.PlaceList;
import karyalay.organisation.Places;
import karyalay.shared.OfficeTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/// Villages and towns as an administrator keeps them, and as a clerk then finds them.
@KaryalayTest
class PlacePagesTest {
  @Autowired Given given;
  @Autowired SignedIn signedIn;
  @Autowired Web web;
  @Autowired Roles roles;
  @Autowired Places finder;
  @Autowired PlaceList places;
  @Autowired Ledger ledger;
  @Autowired OfficeTime time;
  @Autowired TransactionTemplate transaction;

  Given.District district;
  Given.Seat clerk;
  Browser admin;

  @BeforeEach
  void an_administrator() {
    district = given.district();
    clerk = district.seat(district.spOffice, "INC", "प्रभारी", 50);
    transaction.executeWithoutResult(
        _ -> roles.makeAdministrator(district.sp.act(), clerk.person(), Given.LONG_AGO));
    admin = signedIn.as(clerk);
  }

  @Test
  @Holds("OP-14")
  void a_village_is_entered_and_found_in_either_script_while_an_address_is_typed() {
    assertThat(enter("खड़नी", "Kharni", "Chhibramau")).hasStatus(303);
    for (String typed : List.of("खड़नी", "kharni", "खड", "khar"))
      assertThat(finder.find(typed, district.id, 5))
          .as(typed)
          .extracting(Place::nameHi)
          .containsExactly("खड़नी");
    assertThat(finder.find("खड़नी", given.district().id, 5)).isEmpty();
    assertThat(text(web.get(admin, "/admin/places?q=khar")))
        .contains("खड़नी", "Chhibramau", "ग्राम", "किए गए परिवर्तन");
    assertThat(text(web.get(admin, "/admin/places?q=नहीं"))).doesNotContain("खड़नी</td>");
    assertThat(ledger.of("place/" + only().id()))
        .extracting(Ledger.Written::act)
        .containsExactly("organisation.place_entered");
  }

  @Test
  @Holds("OP-14")
  void a_new_name_holds_from_its_day_and_the_old_one_until_then() {
    enter("खडनी", "Kharni", "Chhibramau");
    UUID old = only().id();
    MvcTestResult changed =
        web.post(
            admin,
            "/admin/places/" + old + "/changes",
            "kind",
            "village",
            "nameHi",
            "खड़नी खास",
            "nameEn",
            "Kharni Khas",
            "parent",
            "Chhibramau",
            "from",
            "+1");
    assertThat(changed).hasStatus(303);
    assertThat(finder.find("Kharni", district.id, 5))
        .as("today the old name still holds")
        .extracting(Place::nameHi)
        .containsExactly("खडनी");
    assertThat(places.of(district.id, "", 0, 9))
        .extracting(one -> one.facts().nameEn())
        .containsExactlyInAnyOrder("Kharni", "Kharni Khas");
    assertThat(text(web.get(admin, "/admin/places/" + old)))
        .as("one that has its end is not edited again")
        .doesNotContain("/changes");
    assertThat(web.post(admin, "/admin/places/" + old + "/end", "from", "0")).hasStatus(404);
  }

  @Test
  @Holds("OP-14")
  void one_that_is_no_more_is_offered_to_no_clerk_and_stays_to_be_seen() {
    enter("खड़नी", "Kharni", "Chhibramau");
    UUID id = only().id();
    assertThat(web.post(admin, "/admin/places/" + id + "/end", "from", "0")).hasStatus(303);
    assertThat(finder.find("Kharni", district.id, 5)).isEmpty();
    assertThat(text(web.get(admin, "/admin/places/" + id))).contains("खड़नी", "प्रभावी अंतिम तिथि");
    assertThat(enter("खड़नी", "Kharni", "Chhibramau")).as("it may come again").hasStatus(303);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "village | -     | Kharni | Chhibramau | 0        | दोनों नाम आवश्यक",
        "village | खड़नी  | -      | Chhibramau | 0        | दोनों नाम आवश्यक",
        "village | खड़नी  | Kharni | -          | 0        | दोनों नाम आवश्यक",
        "hamlet  | खड़नी  | Kharni | Chhibramau | 0        | प्रकार नहीं है",
        "state   | खड़नी  | Kharni | Chhibramau | 0        | प्रकार नहीं है",
        "village | खड़नी  | Kharni | Chhibramau | कल       | प्रभावी तिथि",
        "village | खड़नी  | Kharni | Chhibramau | -        | प्रभावी तिथि"
      })
  void what_is_missing_or_unknown_is_said_and_what_was_typed_stays(
      String kind, String hindi, String english, String parent, String from, String said) {
    MvcTestResult answer =
        web.post(
            admin,
            "/admin/places",
            "kind",
            kind,
            "nameHi",
            hindi == null ? "" : hindi,
            "nameEn",
            english == null ? "" : english,
            "parent",
            parent == null ? "" : parent,
            "from",
            from == null ? "" : from);
    assertThat(answer).hasStatus(422);
    assertThat(text(answer)).contains(said, "role=\"alert\"", hindi == null ? "Kharni" : hindi);
    assertThat(places.of(district.id, "", 0, 9)).isEmpty();
  }

  @Test
  void the_same_name_in_the_same_tehsil_stands_once_and_in_another_again() {
    enter("खड़नी", "Kharni", "Chhibramau");
    MvcTestResult again = enter("खरनी", "KHARNI", "chhibramau");
    assertThat(again).hasStatus(422);
    assertThat(text(again)).contains("पहले से सूची में", "खरनी");
    assertThat(enter("खड़नी", "Kharni", "Tirwa")).hasStatus(303);
    UUID one = places.of(district.id, "", 0, 9).getFirst().id();
    MvcTestResult same =
        web.post(
            admin,
            "/admin/places/" + one + "/changes",
            "kind",
            "village",
            "nameHi",
            "खड़नी",
            "nameEn",
            "Kharni",
            "parent",
            "Chhibramau",
            "from",
            "0");
    assertThat(same).hasStatus(422);
    assertThat(text(same)).contains("कोई अंतर नहीं");
  }

  @Test
  @Holds("OP-15")
  void places_are_kept_by_the_administrator_of_their_district_alone() {
    enter("खड़नी", "Kharni", "Chhibramau");
    UUID id = only().id();
    assertThat(web.get(signedIn.as(district.sp), "/admin/places")).hasStatus(403);
    var other = given.district();
    transaction.executeWithoutResult(
        _ -> roles.makeAdministrator(other.sp.act(), other.sp.person(), Given.LONG_AGO));
    Browser stranger = signedIn.as(other.sp);
    assertThat(text(web.get(stranger, "/admin/places"))).doesNotContain("Kharni");
    assertThat(web.get(stranger, "/admin/places/" + id)).hasStatus(404);
    assertThat(web.post(stranger, "/admin/places/" + id + "/end", "from", "0")).hasStatus(404);
    assertThat(only().until()).isEqualTo(java.time.LocalDate.MAX);
  }

  @Test
  void a_long_list_is_read_page_by_page() {
    for (int n = 10; n < 63; n++)
      places.enter(
          clerk.act(),
          district.id,
          new Place.Facts("village", "ग्राम " + n, "Village " + n, "Tirwa"),
          time.today());
    String first = text(web.get(admin, "/admin/places"));
    assertThat(first).contains("Village 10", "Village 59", "rel=\"next\"");
    assertThat(first).doesNotContain("Village 60</a>");
    assertThat(text(web.get(admin, "/admin/places?from=50")))
        .contains("Village 60</a>", "Village 62</a>")
        .doesNotContain("rel=\"next\"");
  }

  private Place.Dated only() {
    return places.of(district.id, "", 0, 9).getFirst();
  }

  private MvcTestResult enter(String hindi, String english, String parent) {
    return web.post(
        admin,
        "/admin/places",
        "kind",
        "village",
        "nameHi",
        hindi,
        "nameEn",
        english,
        "parent",
        parent,
        "from",
        "0");
  }

  private static String text(MvcTestResult answer) {
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
