package karyalay.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import karyalay.Given;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.shared.OfficeTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Figures that an administrator sets are the figures by which the office works.
@KaryalayTest
class SettingsTest {
  @Autowired Given given;
  @Autowired Masters masters;
  @Autowired Settings settings;
  @Autowired OfficeTime time;

  Given.District district;
  Given.Thana thana;

  @BeforeEach
  void a_thana() {
    district = given.district();
    thana = district.thana("सौरिख");
  }

  @Test
  @Holds("OP-14")
  void no_setting_is_shown_to_be_edited_that_nothing_reads() throws IOException {
    String program;
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      var text = new StringBuilder();
      for (Path file : files.filter(file -> file.toString().endsWith(".java")).toList())
        text.append(Files.readString(file));
      program = text.toString();
    }
    assertThat(masters.of("SETTING"))
        .extracting(Master::code)
        .isNotEmpty()
        .allSatisfy(code -> assertThat(program).contains('"' + code + '"'));
  }

  @Test
  @Holds("OP-14")
  void a_figure_of_the_district_goes_before_the_one_that_holds_everywhere() {
    set("post-limit-days", 3);
    assertThat(settings.number("post-limit-days", thana.id())).isEqualTo(3);
    assertThat(settings.number("post-limit-days", district.id)).isEqualTo(3);
    assertThat(settings.number("post-limit-days", given.district().id)).isEqualTo(7);
  }

  @Test
  @Holds("OP-14")
  void a_yes_and_a_rank_are_read_as_what_they_are() {
    assertThat(settings.flag("secret-barred", thana.id())).isFalse();
    set("secret-barred", true);
    assertThat(settings.flag("secret-barred", thana.id())).isTrue();
    assertThat(settings.level("closing-rank", thana.id())).isEqualTo(70);
    set("closing-rank", "inspector");
    assertThat(settings.level("closing-rank", thana.id()))
        .isEqualTo(masters.one("RANK", "inspector", district.id).orElseThrow().number("level", 0));
    assertThat(settings.text("closing-rank", thana.id())).isNotBlank();
  }

  @Test
  void every_kind_of_list_has_a_name_in_both_languages_and_an_order() {
    for (String kind : masters.kinds())
      for (Master entry : masters.of(kind)) {
        assertThat(entry.nameHi()).as(kind + " " + entry.code()).isNotBlank();
        assertThat(entry.nameEn()).as(kind + " " + entry.code()).isNotBlank();
      }
    assertThat(masters.of("RANK")).extracting(entry -> entry.number("level", 0)).doesNotContain(0);
  }

  private void set(String code, Object value) {
    var facts = new Master.Facts(code, code, 1, Map.of("value", value));
    masters.put(district.sp.act(), district.id, "SETTING", code, facts, time.today());
  }
}
