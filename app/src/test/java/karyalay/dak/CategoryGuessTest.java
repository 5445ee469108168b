package karyalay.dak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CategoryGuessTest {
  private static final List<CategoryGuess.Words> CATEGORIES =
      List.of(
          new CategoryGuess.Words("land-dispute", List.of("मेड़", "कब्जा", "पैमाइश")),
          new CategoryGuess.Words("theft", List.of("चोरी")),
          new CategoryGuess.Words("cyber-fraud", List.of("ओटीपी", "ठगी")));

  @Test
  void the_category_whose_words_stand_in_the_text_is_offered() {
    assertThat(CategoryGuess.of("खेत की मेड तोड़कर जबरन कब्जा करने के संबंध में", CATEGORIES))
        .contains("land-dispute");
  }

  @Test
  void nothing_is_offered_where_no_word_fits_or_two_fit_alike() {
    assertThat(CategoryGuess.of("अवकाश हेतु प्रार्थना पत्र", CATEGORIES)).isEmpty();
    var twins =
        List.of(
            new CategoryGuess.Words("a", List.of("चोरी")),
            new CategoryGuess.Words("b", List.of("चोरी")));
    assertThat(CategoryGuess.of("चोरी", twins)).isEmpty();
  }
}
