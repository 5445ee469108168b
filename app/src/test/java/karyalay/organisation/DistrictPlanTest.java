package karyalay.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

class DistrictPlanTest {
  private static final DistrictFolder FOLDER =
      new DistrictFolder(new ClassPathResource("district/kannauj/"), JsonMapper.builder().build());

  private final DistrictPlan kannauj = DistrictPlan.of(FOLDER.units(), FOLDER.load());

  @Test
  void a_post_of_which_there_are_several_has_a_serial_and_a_single_one_none() {
    assertThat(kannauj.posts())
        .extracting(PostStore.Row::mark)
        .contains("SHO-GSG", "SI-GSG-1", "SI-GSG-8", "CT-HSR-4")
        .doesNotContain("SHO-GSG-1", "SI-GSG", "SI-GSG-9");
  }

  @Test
  void the_first_post_of_an_office_heads_it() {
    assertThat(kannauj.posts())
        .filteredOn(row -> row.facts().head())
        .extracting(PostStore.Row::mark)
        .contains("SP-SPO", "ASP-ASP", "CO-CCN", "SHO-GSG", "CI-HSR", "RDR-RDR", "DRY-DAK")
        .doesNotContain("STENO-SPO", "SSI-GSG", "PTL-GSG");
  }

  @Test
  void offices_above_the_district_are_outside_and_districts_of_their_own() {
    assertThat(kannauj.offices())
        .filteredOn(Office::outside)
        .hasSize(3)
        .allSatisfy(office -> assertThat(office.district()).isEqualTo(office.id()));
    assertThat(kannauj.offices())
        .filteredOn(office -> !office.outside())
        .hasSize(50)
        .allSatisfy(office -> assertThat(office.district()).isEqualTo(kannauj.district()));
  }

  @Test
  void every_thana_has_a_dak_counter_and_its_members_are_posts_of_that_thana() {
    assertThat(kannauj.offices())
        .filteredOn(office -> office.facts().kind().equals("thana"))
        .hasSize(12)
        .allSatisfy(thana -> {
          String mark = "PTL-" + thana.facts().code();
          assertThat(kannauj.post(mark)).isNotNull();
          var marks = kannauj.posts().stream().map(PostStore.Row::mark).toList();
          assertThat(
                  kannauj.members().getOrDefault(mark, List.of()).stream().filter(marks::contains))
              .hasSizeGreaterThanOrEqualTo(2);
        });
  }

  @Test
  void every_short_form_fits_a_stamp_and_no_two_of_an_office_are_alike() {
    assertThat(kannauj.posts())
        .allSatisfy(
            row -> assertThat(row.facts().shortHi()).isNotBlank().hasSizeLessThanOrEqualTo(22));
    var byOffice =
        kannauj.posts().stream()
            .collect(java.util.stream.Collectors.groupingBy(PostStore.Row::office));
    assertThat(byOffice.values())
        .allSatisfy(rows ->
            assertThat(rows).extracting(row -> row.facts().shortHi()).doesNotHaveDuplicates());
  }

  @Test
  void every_rank_of_the_files_stands_in_the_list_of_ranks() throws Exception {
    String masters =
        new ClassPathResource("district/masters.json")
            .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    assertThat(kannauj.posts())
        .extracting(row -> row.facts().rank())
        .allSatisfy(rank -> assertThat(masters).contains("{\"code\": \"" + rank + "\""));
  }

  @Test
  void an_outpost_that_has_not_opened_has_no_posts_and_never_was_live() {
    var aher =
        kannauj.offices().stream()
            .filter(it -> it.facts().code().equals("AHR"))
            .findFirst()
            .orElseThrow();
    assertThat(aher.until()).isEqualTo(aher.from());
    assertThat(kannauj.posts()).extracting(PostStore.Row::office).doesNotContain(aher.id());
  }

  @Test
  void a_thana_is_named_as_one_and_a_name_that_says_so_already_stays() {
    assertThat(kannauj.offices())
        .extracting(office -> office.facts().nameHi() + " | " + office.facts().nameEn())
        .contains(
            "थाना गुरसहायगंज | Thana Gursahaiganj",
            "कोतवाली कन्नौज | Kotwali Kannauj",
            "महिला थाना कन्नौज | Women's Police Station Kannauj",
            "चौकी अहेर | Aher Outpost");
    assertThat(kannauj.offices())
        .filteredOn(office -> office.facts().code().equals("GSG"))
        .extracting(office -> office.facts().shortHi())
        .containsExactly("गुरसहायगंज");
  }

  @Test
  void two_posts_with_one_mark_are_a_fault_of_the_files() {
    var post =
        new DistrictFolder.UnitPost("SHO", "SHO", "थानाध्यक्ष", "inspector", 1, "unconfirmed");
    var unit =
        new DistrictFolder.Unit(
            "a", "AA", "district", "A", "अ", null, "confirmed", true, null, List.of(post, post));
    var load =
        new DistrictFolder.Load(
            LocalDate.of(2026, 1, 1),
            List.of(),
            null,
            List.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of());
    assertThatIllegalStateException()
        .isThrownBy(() -> DistrictPlan.of(List.of(unit), load))
        .withMessageContaining("SHO-AA");
  }

  @Test
  void short_forms_fall_back_when_the_whole_is_too_long() {
    var forms =
        new ShortForms(
            Map.of("प्रभारी निरीक्षक", "प्र0नि0"),
            Map.of("kot", "कोतवाली"),
            Map.of("SP-SPO", "पु0अ0 कन्नौज"));
    assertThat(forms.of("SHO-KOT", "प्रभारी निरीक्षक", 0, "kot", "कोतवाली कन्नौज"))
        .isEqualTo("प्र0नि0 कोतवाली");
    assertThat(forms.of("SHO-KOT", "प्रभारी निरीक्षक", 2, "kot", "कोतवाली कन्नौज"))
        .isEqualTo("प्र0नि0-2 कोतवाली");
    assertThat(forms.of("SP-SPO", "पुलिस अधीक्षक", 0, "sp", "कार्यालय")).isEqualTo("पु0अ0 कन्नौज");
    assertThat(forms.of("X-Y", "बहुत लंबा पदनाम जो समाता नहीं", 0, "x", "कार्यालय"))
        .hasSizeLessThanOrEqualTo(22);
  }
}
