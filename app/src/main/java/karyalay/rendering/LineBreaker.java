package karyalay.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Breaks runs of text into lines: at blanks and line ends, and, where a word is wider than a line,
/// after a hyphen, slash or stop, or else between any two letters as a reader counts them.
final class LineBreaker {
  private static final String GOOD_ENDS = "-–—/,;:._@।|)";

  private static final Set<String> HYPHENS = Set.of("-", "\u00ad", "\u2010", "\u2011");

  private final double width;
  private final double letters;
  private final List<Line> lines = new ArrayList<>();
  private final List<Span> word = new ArrayList<>();
  private List<Span> line = new ArrayList<>();
  private double used;
  private double room;

  private LineBreaker(double width, double first, double letters) {
    this.width = width;
    this.letters = letters;
    this.room = width - first;
  }

  /// At least one line.
  ///
  /// @param first how much further in the first line begins
  static List<Line> lines(List<Run> runs, double width, double first, double letters) {
    var breaker = new LineBreaker(Math.max(width, letters), first, letters);
    for (Run run : runs) breaker.add(run);
    breaker.endWord();
    breaker.endLine(true);
    return List.copyOf(breaker.lines);
  }

  private void add(Run run) {
    String text = Letters.printable(run.text());
    int begun = 0;
    for (int at = 0; at <= text.length(); at++) {
      char letter = at == text.length() ? ' ' : text.charAt(at);
      if (letter != ' ' && letter != '\n') continue;
      if (at > begun) shape(run, text.substring(begun, at));
      begun = at + 1;
      if (at == text.length()) return;
      endWord();
      if (letter == '\n') endLine(true);
      else blank(run);
    }
  }

  private void shape(Run run, String part) {
    for (Shaped shaped : Hand.of(run).shape(part))
      word.add(new Span(run, shaped, run.scale() * letters, false));
  }

  private void blank(Run run) {
    Shaped blank = Hand.of(run).blank();
    line.add(new Span(run, blank, run.scale() * letters, true));
    used += line.getLast().width();
  }

  private void endWord() {
    double wide = word.stream().mapToDouble(Span::width).sum();
    if (used + wide > room && hasWords()) endLine(false);
    if (wide > room) for (Span span : word) addByLetters(span);
    else line.addAll(word);
    if (wide <= room) used += wide;
    word.clear();
  }

  private boolean hasWords() {
    return line.stream().anyMatch(span -> !span.space());
  }

  private void addByLetters(Span span) {
    Span rest = span;
    while (used + rest.width() > room) {
      int fit = fit(rest);
      if (fit == 0 && line.isEmpty()) fit = 1;
      if (fit > 0) put(rest.part(0, fit));
      rest = rest.part(fit, rest.shaped().clusters().size());
      if (rest.shaped().clusters().isEmpty()) return;
      endLine(false);
    }
    put(rest);
  }

  private void put(Span span) {
    line.add(span);
    used += span.width();
  }

  /// How many clusters go on this line; rather fewer, so that it ends well.
  private int fit(Span span) {
    double free = room - used;
    int fit = 0;
    int good = 0;
    for (int i = 0; i < span.shaped().clusters().size(); i++) {
      free -= span.shaped().width(i) * span.size();
      if (free < 0) break;
      fit = i + 1;
      if (GOOD_ENDS.contains(span.shaped().clusters().get(i).text())) good = fit;
    }
    return good > 0 && 2 * good > fit ? good : fit;
  }

  private void endLine(boolean last) {
    double wide = used;
    int end = line.size();
    while (end > 0 && line.get(end - 1).space()) wide -= line.get(--end).width();
    if (end > 0) keepHyphen(end - 1);
    lines.add(new Line(line, wide, last));
    line = new ArrayList<>();
    used = 0;
    room = width;
  }

  /// Some programs take a hyphen at the end of a line for the typesetter's and drop it when text is
  /// copied out, as of `5000/-`. They do not when it is followed by a blank within the same letter.
  private void keepHyphen(int at) {
    Span span = line.get(at);
    List<Cluster> clusters = span.shaped().clusters();
    if (clusters.isEmpty() || !HYPHENS.contains(clusters.getLast().text())) return;
    line.set(at, new Span(span.run(), span.shaped().spaced(), span.size(), false));
  }
}
