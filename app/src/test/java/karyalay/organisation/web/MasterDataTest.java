package karyalay.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MasterDataTest {
  @Test
  void lines_are_read_as_what_they_look_like() {
    assertThat(
            MasterData.read(
                "limit = 30\nunit=WORKING_DAYS\n\nhidden = true\nwords = डीजे | शोर\nnonsense"))
        .isEqualTo(
            Map.of(
                "limit",
                30,
                "unit",
                "WORKING_DAYS",
                "hidden",
                true,
                "words",
                List.of("डीजे", "शोर")));
  }

  @Test
  void what_is_written_is_read_back_the_same() {
    Map<String, Object> data =
        Map.of(
            "value",
            7,
            "flag",
            false,
            "pattern",
            "{serial}/{year}/{office}",
            "one",
            List.of("अकेला"),
            "two",
            List.of("क", "ख"));
    assertThat(MasterData.read(MasterData.write(data))).isEqualTo(data);
  }

  @Test
  void an_equals_sign_in_a_value_stays() {
    assertThat(MasterData.read("pattern = a=b")).isEqualTo(Map.of("pattern", "a=b"));
  }

  @Test
  void a_number_too_long_for_a_number_stays_text() {
    assertThat(MasterData.read("phone = 99999100011")).isEqualTo(Map.of("phone", "99999100011"));
  }

  @Test
  void marks_are_taken_from_what_the_picker_fills_in() {
    assertThat(Forms.mark(" sho-gsg · थानाध्यक्ष, गुरसहायगंज")).isEqualTo("SHO-GSG");
    assertThat(Forms.mark("SHO-GSG")).isEqualTo("SHO-GSG");
    assertThat(Forms.list(" नवीन, Naveen ,, ")).containsExactly("नवीन", "Naveen");
    assertThat(Forms.text(null)).isEmpty();
  }
}
