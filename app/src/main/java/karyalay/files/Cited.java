package karyalay.files;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import karyalay.shared.PaperId;

/// Which paragraphs cite which page and which paragraph of their own file: the way back from a page
/// to the notes (OP-61).
///
/// @param pages paragraphs by the page that they cite
/// @param paragraphs paragraphs by the paragraph that they cite
public record Cited(
    SortedMap<Integer, SortedSet<Integer>> pages,
    SortedMap<Integer, SortedSet<Integer>> paragraphs) {

  /// A paragraph of the note sheet.
  ///
  /// @param at when its note was written: its flags mean what they then sat on
  public record Paragraph(int number, String text, Instant at) {}

  /// Reads all paragraphs of a file with all its flags, set and lifted.
  public static Cited in(PaperId file, List<Paragraph> sheet, List<Flag> flags) {
    var cited = new Cited(new TreeMap<>(), new TreeMap<>());
    for (Paragraph paragraph : sheet)
      for (Citations.Piece piece : Citations.in(paragraph.text()))
        cited.note(file, paragraph, piece, flags);
    return cited;
  }

  private void note(PaperId file, Paragraph from, Citations.Piece piece, List<Flag> flags) {
    switch (piece) {
      case Citations.Plain _ -> {}
      case Citations.ToPage(var _, int page) -> add(pages, page, from);
      case Citations.ToParagraph(var _, int paragraph) -> add(paragraphs, paragraph, from);
      case Citations.ToFlag(var _, String label) ->
          flag(flags, label, from.at())
              .filter(flag -> flag.paper().equals(file))
              .ifPresent(flag -> {
                if (flag.target() == FlagTarget.PAGE) add(pages, flag.place(), from);
                if (flag.target() == FlagTarget.PARAGRAPH) add(paragraphs, flag.place(), from);
              });
    }
  }

  private static void add(SortedMap<Integer, SortedSet<Integer>> cited, int place, Paragraph from) {
    cited.computeIfAbsent(place, _ -> new TreeSet<>()).add(from.number());
  }

  /// What a label meant at a moment.
  public static java.util.Optional<Flag> flag(List<Flag> flags, String label, Instant at) {
    return flags.stream()
        .filter(flag -> flag.label().equals(label) && flag.setAt(at))
        .reduce((_, later) -> later);
  }
}
