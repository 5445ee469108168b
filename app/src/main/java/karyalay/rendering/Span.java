package karyalay.rendering;

/// Shaped text in the manner of a run, in a line.
///
/// @param space whether it is blank and may be stretched
record Span(Run run, Shaped shaped, double size, boolean space) {
  double width() {
    return shaped.width() * size;
  }

  Span part(int from, int to) {
    return new Span(run, shaped.part(from, to), size, space);
  }
}
