package karyalay.rendering;

import java.util.List;

/// A line of text.
///
/// @param width without blanks at its end
/// @param last whether the text or a line end asked for its end, so that it is not justified
record Line(List<Span> spans, double width, boolean last) {
  /// From line to line, and from its top to where letters stand, for letters of size 1. Marks above
  /// and conjuncts below the Devanagari line need this much.
  static final double HEIGHT = 1.5;

  static final double RISE = 1.02;

  double size(double letters) {
    return spans.stream().mapToDouble(Span::size).max().orElse(letters);
  }

  double height(double letters) {
    return HEIGHT * size(letters);
  }

  double baseline(double letters) {
    return RISE * size(letters);
  }

  /// Blanks that may be stretched, between words.
  long blanks() {
    int last = spans.size();
    while (last > 0 && spans.get(last - 1).space()) last--;
    return spans.subList(0, last).stream()
        .filter(Span::space)
        .mapToLong(span -> span.shaped().clusters().size())
        .sum();
  }
}
