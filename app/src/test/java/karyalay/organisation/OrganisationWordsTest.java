package karyalay.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import karyalay.KaryalayTest;
import karyalay.shared.Language;
import karyalay.web.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@KaryalayTest
class OrganisationWordsTest {
  @Autowired Words words;

  @ParameterizedTest
  @EnumSource(OrganisationRefusal.class)
  void every_refusal_is_a_sentence_in_both_languages_and_names_its_rule(
      OrganisationRefusal refusal) {
    for (Language language : Language.values()) {
      String sentence = words.say(language, refusal.key(), "X-1", "Y-2");
      assertThat(sentence).endsWith(language == Language.HI ? "।" : ".").doesNotContain("{");
      if (!refusal.rule().isEmpty()) assertThat(sentence).contains(refusal.rule());
    }
    assertThat(words.say(Language.HI, refusal.key())).containsPattern("[\\u0900-\\u097F]");
  }

  @ParameterizedTest
  @EnumSource(Person.Gender.class)
  void genders_have_words(Person.Gender gender) {
    assertThat(words.has("organisation.gender." + gender)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(karyalay.shared.Capacity.class)
  void capacities_have_words(karyalay.shared.Capacity capacity) {
    assertThat(words.has("organisation.capacity." + capacity)).isTrue();
  }
}
