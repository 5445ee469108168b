package karyalay.dak;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Offers a category by the words that the master lists for it. It is a guess to be accepted by a
/// person, never filled in.
final class CategoryGuess {
  private CategoryGuess() {}

  /// A category and the words that speak for it.
  record Words(String code, List<String> words) {}

  /// The category most of whose words stand in the text; empty when none does, or two do equally.
  static Optional<String> of(String text, List<Words> categories) {
    String folded = Fold.name(text);
    List<Scored> scored =
        categories.stream()
            .map(category -> new Scored(category.code(), score(folded, category.words())))
            .filter(one -> one.score() > 0)
            .sorted(Comparator.comparingInt(Scored::score).reversed())
            .toList();
    if (scored.isEmpty()) return Optional.empty();
    boolean tie = scored.size() > 1 && scored.get(0).score() == scored.get(1).score();
    return tie ? Optional.empty() : Optional.of(scored.getFirst().code());
  }

  private static int score(String folded, List<String> words) {
    return words.stream()
        .map(Fold::name)
        .filter(word -> !word.isEmpty() && folded.contains(word))
        .mapToInt(String::length)
        .sum();
  }

  private record Scored(String code, int score) {}
}
