package karyalay.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {
  @ParameterizedTest
  @CsvSource({
    "सौरिख,Saurikh",
    "सौरिख,सौरीख",
    "सौरिख,Saurikha",
    "तिर्वा,तिरवा",
    "तिर्वा,Tirwa",
    "तिर्वा,Tirva",
    "इन्दरगढ़,इंदरगढ़",
    "इन्दरगढ़,Indergarh",
    "विशुनगढ़,बिशुनगढ़",
    "विशुनगढ़,Vishungarh",
    "सकरावा,Sakrawa",
    "छिबरामऊ,Chhibramau",
    "छिबरामऊ,छिबरामउ",
    "कन्नौज,Kannauj",
    "कोतवाली,Kotwali",
    "गुरसहायगंज,Gursahaiganj",
    "हसेरन,Haseran",
    "तालग्राम,Talgram",
    "ठठिया,Thathia",
    "अहेर,Aher",
    "प्रकोष्ठ,prakoshth",
    "सम्मन,संमन",
    "फोन,phon"
  })
  void spellings_and_scripts_of_one_word_meet(String one, String other) {
    assertThat(Folding.words(one)).isEqualTo(Folding.words(other));
  }

  @Test
  void different_places_stay_apart() {
    String[] thanas = {
      "Kannauj",
      "Gursahaiganj",
      "Tirwa",
      "Indergarh",
      "Thathia",
      "Chhibramau",
      "Saurikh",
      "Talgram",
      "Vishungarh",
      "Sakrawa"
    };
    assertThat(Arrays.stream(thanas).map(Folding::words).distinct()).hasSize(thanas.length);
  }

  @Test
  void each_word_of_a_key_has_a_space_before_it() {
    assertThat(Folding.key("SHO-GSG", "थाना गुरसहायगंज")).isEqualTo(" so gsg thn gurshignj");
  }

  @Test
  void short_forms_with_a_zero_are_read_as_two_words() {
    assertThat(Folding.words("प्र0नि0")).isEqualTo(Folding.words("प्र नि"));
  }

  @Test
  void hindi_sorts_by_its_own_alphabet() {
    String[] names = {"सुनील", "अनिल", "खान", "कमल", "आरती"};
    Arrays.sort(names, (a, b) -> Arrays.compareUnsigned(Folding.sortKey(a), Folding.sortKey(b)));
    assertThat(names).containsExactly("अनिल", "आरती", "कमल", "खान", "सुनील");
  }
}
