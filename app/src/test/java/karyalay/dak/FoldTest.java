package karyalay.dak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldTest {
  @ParameterizedTest
  @CsvSource({
    "सौरिख, सौरीख",
    "तिर्वा, तिरवा",
    "इन्दरगढ़, इंदरगढ",
    "बड़ा गाँव, बडा गांव",
    "श्री राम औतार, राम औतार",
    "राम  औतार, राम-औतार",
    "RAM AUTAR, Ram Autar"
  })
  void spellings_of_one_name_fold_together(String one, String other) {
    assertThat(Fold.name(one)).isEqualTo(Fold.name(other)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"राम, श्याम", "खड़नी, लदैता", "कमल, कमला"})
  void different_names_stay_apart(String one, String other) {
    assertThat(Fold.name(one)).isNotEqualTo(Fold.name(other));
  }

  @ParameterizedTest
  @CsvSource({"1188/आ0लि0, ११८८/आ०लि०", "प0शि0-214/2026, प0शि0 214/2026", "A-12, a/12"})
  void a_letter_number_folds_over_digits_and_marks(String one, String other) {
    assertThat(Fold.number(one)).isEqualTo(Fold.number(other));
  }
}
