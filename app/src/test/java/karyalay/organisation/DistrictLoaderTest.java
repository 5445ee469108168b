package karyalay.organisation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import karyalay.Given;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.ledger.Ledger;
import karyalay.shared.Capacity;
import karyalay.shared.OfficeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.simple.JdbcClient;

@KaryalayTest
class DistrictLoaderTest {
  @Autowired Given given;
  @Autowired DistrictLoader loader;
  @Autowired Posts posts;
  @Autowired Offices offices;
  @Autowired Charges charges;
  @Autowired Places places;
  @Autowired Ledger ledger;
  @Autowired Changes changes;
  @Autowired JdbcClient db;

  private OfficeId kannauj;

  @BeforeEach
  void kannauj() {
    kannauj = given.kannauj();
  }

  private long count(String sql) {
    return db.sql(sql).param(kannauj.value()).query(Long.class).single();
  }

  @Test
  @Holds("OP-4")
  void every_office_of_the_file_stands_under_one_parent_with_both_names_and_a_day() {
    var all = offices.of(kannauj, true);
    assertThat(all)
        .hasSize(50)
        .allSatisfy(office -> {
          assertThat(office.facts().nameHi()).isNotBlank();
          assertThat(office.facts().nameEn()).isNotBlank();
          assertThat(office.from()).isEqualTo(LocalDate.of(2026, 1, 1));
        });
    assertThat(count("SELECT count(*) FROM organisation.office_line WHERE below = ? AND depth > 0"))
        .as("range, zone and headquarters above the district")
        .isEqualTo(3);
    assertThat(all)
        .filteredOn(office -> office.until().equals(office.from()))
        .extracting(office -> office.facts().code())
        .containsExactlyInAnyOrder("AHR", "BHR");
  }

  @Test
  @Holds("OP-108")
  void the_chain_runs_from_outpost_to_headquarters() {
    var outpost = posts.of("CT-HSR-1", kannauj).orElseThrow();
    var chain =
        db.sql(
                """
                SELECT p.mark FROM organisation.v_senior s JOIN organisation.v_post p ON p.id = s.senior
                WHERE s.post = ? ORDER BY s.distance
                """)
            .param(outpost.id().value())
            .query(String.class)
            .list();
    assertThat(chain)
        .containsExactly(
            "CI-HSR", "SHO-IND", "CO-CTR", "ASP-ASP", "SP-SPO", "IG-KR", "ADG-KZ", "DGP-PHQ");
  }

  @Test
  void every_office_with_posts_has_one_head_and_marks_are_unique() {
    assertThat(
            count(
                """
                SELECT count(*) FROM (
                    SELECT o.id FROM organisation.v_office o JOIN organisation.v_post p ON p.office = o.id
                    WHERE o.district = ? GROUP BY o.id HAVING count(*) FILTER (WHERE p.head) <> 1) wrong
                """))
        .isZero();
    assertThat(posts.of("SHO-GSG", kannauj).orElseThrow().shortHi())
        .isEqualTo("प्र0नि0 गुरसहायगंज");
    assertThat(posts.of("SHO-KOT", kannauj).orElseThrow().shortHi()).isEqualTo("प्र0नि0 कोतवाली");
  }

  @Test
  void the_head_of_an_office_reads_for_every_office_under_it_and_nobody_else_does() {
    assertThat(tokens("SP-SPO")).isEqualTo(1 + 49);
    assertThat(tokens("SHO-IND")).isEqualTo(1 + 2);
    assertThat(tokens("SI-GSG-3")).isEqualTo(1);
  }

  private int tokens(String mark) {
    return db.sql("SELECT count(*) FROM organisation.v_token WHERE post = ?")
        .param(posts.of(mark, kannauj).orElseThrow().id().value())
        .query(Integer.class)
        .single();
  }

  @Test
  @Holds("OP-123")
  void counters_are_worked_by_several_members() {
    var counter = posts.of("PTL-GSG", kannauj).orElseThrow();
    assertThat(counter.counter()).isTrue();
    assertThat(charges.on(counter.id()))
        .hasSizeGreaterThanOrEqualTo(3)
        .allSatisfy(charge -> assertThat(charge.capacity()).isEqualTo(Capacity.MEMBER));
  }

  @Test
  @Holds({"OP-3", "OP-8"})
  void some_hold_two_posts_some_posts_are_vacant_and_outside_posts_have_nobody() {
    var second = charges.on(posts.of("INC-JSN", kannauj).orElseThrow().id());
    assertThat(second)
        .singleElement()
        .satisfies(charge -> {
          assertThat(charge.capacity()).isEqualTo(Capacity.ADDITIONAL);
          assertThat(charges.of(charge.person()))
              .extracting(Charge::mark)
              .contains("INC-SHK", "INC-JSN");
        });
    var vacant = posts.of("SSI-TLG", kannauj).orElseThrow();
    assertThat(charges.on(vacant.id())).isEmpty();
    assertThat(posts.live(vacant.id()).mark())
        .as("a vacant post still receives")
        .isEqualTo("SSI-TLG");
    assertThat(
            db.sql(
                    """
                    SELECT count(*) FROM organisation.charge c JOIN organisation.post p ON p.id = c.post
                    JOIN organisation.office o ON o.id = p.office WHERE o.outside
                    """)
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void nobody_invented_can_be_taken_for_somebody_real() {
    assertThat(
            db.sql(
                    """
                    SELECT DISTINCT e.pno, e.name_hi, e.mobile FROM organisation.person e
                    JOIN organisation.charge c ON c.person = e.id JOIN organisation.post p ON p.id = c.post
                    WHERE p.district = ?
                    """)
                .param(kannauj.value())
                .query()
                .listOfRows())
        .hasSizeGreaterThan(500)
        .allSatisfy(row -> {
          assertThat((String) row.get("pno")).startsWith("000000");
          assertThat((String) row.get("name_hi")).endsWith(" नमूना");
          assertThat((String) row.get("mobile")).startsWith("99999");
        });
  }

  @Test
  void villages_and_towns_are_found_in_either_script() {
    assertThat(places.find("Saurikh", kannauj, 5)).extracting(Place::nameEn).contains("Saurikh");
    assertThat(places.find("सौरीख", kannauj, 5)).extracting(Place::nameEn).contains("Saurikh");
    assertThat(places.find("Ajaib", kannauj, 5)).extracting(Place::nameEn).contains("Ajaibpur");
  }

  @Test
  @Holds("OP-14")
  void loading_is_one_logged_act_and_is_not_done_twice() {
    assertThat(changes.of(kannauj.value()))
        .filteredOn(line -> line.kind() == Changes.Kind.DISTRICT)
        .singleElement()
        .satisfies(line -> assertThat(line.now()).containsEntry("offices", 53));
    assertThat(ledger.of("office/" + kannauj))
        .extracting(Ledger.Written::act)
        .contains("organisation.district_loaded");
    Refusals.assertRefused(
        OrganisationRefusal.DISTRICT_LOADED,
        () -> loader.demonstration(new ClassPathResource("district/kannauj/")));
  }

  @Test
  void the_same_people_are_invented_each_time() {
    var folder =
        new DistrictFolder(
            new ClassPathResource("district/kannauj/"),
            tools.jackson.databind.json.JsonMapper.builder().build());
    var day = LocalDate.of(2026, 11, 23);
    var once =
        new Staffing(DistrictPlan.of(folder.units(), folder.load()), folder.demonstration(), day);
    var again =
        new Staffing(DistrictPlan.of(folder.units(), folder.load()), folder.demonstration(), day);
    assertThat(once.persons())
        .extracting(PersonStore.Row::facts)
        .isEqualTo(again.persons().stream().map(PersonStore.Row::facts).toList());
  }

  @Test
  @Holds("OP-5")
  void a_live_district_has_nobody_but_its_administrator(@TempDir Path folder) throws IOException {
    for (String file :
        List.of("organisation.json", "load.json", "calendar.json", "villages.csv", "lgd.csv")) {
      String text = new ClassPathResource("district/kannauj/" + file).getContentAsString(UTF_8);
      Files.writeString(folder.resolve(file), text.replace("\"KNJ\"", "\"LIVE\""));
    }
    var administrator =
        new Person.Facts(
            "700000001",
            "प्रथम नमूना",
            "Pratham Namoona",
            "9999988888",
            Person.Gender.FEMALE,
            "sub-inspector",
            LocalDate.of(2015, 7, 1),
            "");
    OfficeId live = loader.live(new FileSystemResource(folder + "/"), administrator);
    assertThat(charges.within(live))
        .singleElement()
        .satisfies(charge -> {
          assertThat(charge.mark()).isEqualTo("INC-CCT");
          assertThat(charge.nameEn()).isEqualTo("Pratham Namoona");
        });
    assertThat(posts.of("PTL-GSG", live)).isPresent();
  }
}
