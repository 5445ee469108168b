package karyalay.rendering;

import java.util.ArrayList;
import java.util.List;
import karyalay.rendering.Block.Code;
import karyalay.rendering.Block.Heading;
import karyalay.rendering.Block.Items;
import karyalay.rendering.Block.PageBreak;
import karyalay.rendering.Block.Paragraph;
import karyalay.rendering.Block.Picture;
import karyalay.rendering.Block.Rule;
import karyalay.rendering.Block.Sides;
import karyalay.rendering.Block.SignaturePlace;
import karyalay.rendering.Block.Space;
import karyalay.rendering.Block.Table;
import karyalay.rendering.Block.Together;
import org.apache.pdfbox.cos.COSName;

/// Makes pieces of blocks.
final class Layout {
  /// A finer rule is also paler.
  private static final double FINE = 0.5;

  private static final double PALE = 0.6;
  private static final double[] HEADINGS = {1.3, 1.15, 1.05, 1, 1, 1};

  private final Book book;
  private final double letters;
  private final double tallest;
  private final Boxes boxes;
  private final Tables tables;
  private int level;

  /// @param letters size of the ordinary text
  /// @param tallest how tall a page's text is
  Layout(Book book, double letters, double tallest) {
    this.book = book;
    this.letters = letters;
    this.tallest = tallest;
    this.boxes = new Boxes(book, letters, tallest);
    this.tables = new Tables(this, letters);
  }

  /// Where a block stands.
  ///
  /// @param x of its left edge
  /// @param parent the element it is part of
  record Frame(double x, double width, Tag parent) {
    Frame within(Tag tag) {
      return new Frame(x, width, tag);
    }

    Frame indented(double by) {
      return new Frame(x + by, width - by, parent);
    }

    double x(Align align, double wide) {
      return switch (align) {
        case START, JUSTIFIED -> x;
        case CENTRE -> x + (width - wide) / 2;
        case END -> x + width - wide;
      };
    }
  }

  void lay(Block block, Frame frame, Slab.Pile pile) {
    switch (block) {
      case Heading heading -> heading(heading, frame, pile);
      case Paragraph paragraph -> paragraph(paragraph, frame, pile);
      case Items items -> items(items, frame, pile);
      case Table table -> tables.lay(table, frame, pile);
      case Sides sides -> sides(sides, frame, pile);
      case Picture picture -> boxes.picture(picture, frame, pile);
      case Rule(var thickness) -> pile.add(rule(thickness, frame));
      case Space(var points) -> pile.add(Slab.space(points));
      // Between pages only; in a box or on a roll there are none.
      case PageBreak() -> pile.add(Slab.space(letters));
      case Together(var blocks) -> together(blocks, frame, pile);
      case SignaturePlace place -> boxes.signature(place, frame, pile);
      case Code code -> boxes.code(code, frame, pile);
    }
  }

  /// Pieces of a box that is drawn as a whole, without the space at its end.
  List<Slab> collected(List<Block> blocks, Frame frame) {
    List<Slab> slabs = new ArrayList<>();
    for (Block block : blocks) lay(block, frame, slabs::add);
    while (!slabs.isEmpty() && slabs.getLast().gap()) slabs.removeLast();
    return slabs;
  }

  private void together(List<Block> blocks, Frame frame, Slab.Pile pile) {
    List<Slab> slabs = collected(blocks, frame);
    for (int i = 0; i < slabs.size(); i++) pile.add(slabs.get(i).glue(i + 1 < slabs.size()));
    if (!slabs.isEmpty()) pile.add(Slab.space(letters / 2));
  }

  /// Levels are not skipped, or a screen reader loses its way.
  private void heading(Heading heading, Frame frame, Slab.Pile pile) {
    level = Math.clamp(heading.level(), 1, Math.min(level + 1, 6));
    int depth = level;
    double scale = HEADINGS[Math.clamp(heading.level(), 1, 6) - 1];
    List<Run> runs = heading.runs().stream().map(run -> run.scaled(run.scale() * scale)).toList();
    var text = new StringBuilder();
    heading.runs().forEach(run -> text.append(Letters.printable(run.text())));
    Slab.Drawing noted =
        (pen, top) ->
            book.outline().add(depth, text.toString().replace('\n', ' '), pen.sheet(), top);
    pile.add(Slab.space(letters / 2).glue(true));
    var manner = Manner.PLAIN.align(heading.align()).after(letters / 3).keep();
    boolean[] first = {true};
    lines(
        runs,
        manner,
        frame,
        frame.parent().child("H" + depth),
        slab -> {
          pile.add((first[0] ? slab.before(noted) : slab).glue(true));
          first[0] = false;
        });
  }

  private void paragraph(Paragraph paragraph, Frame frame, Slab.Pile pile) {
    lines(paragraph.runs(), paragraph.manner(), frame, frame.parent().child("P"), pile);
  }

  private void lines(List<Run> runs, Manner manner, Frame frame, Tag tag, Slab.Pile pile) {
    Frame inner = frame.indented(manner.indent());
    List<Line> lines = LineBreaker.lines(runs, inner.width(), manner.first(), letters);
    for (int i = 0; i < lines.size(); i++) {
      double first = i == 0 ? manner.first() : 0;
      Slab slab = line(lines.get(i), manner.align(), inner.indented(first), tag);
      if (i == 0 && !manner.label().isEmpty()) slab = labelled(slab, manner.label(), inner, tag);
      boolean widow = i == 0 && lines.size() > 1 || i == lines.size() - 2;
      pile.add(slab.glue(widow || manner.withNext() && i == lines.size() - 1));
    }
    if (manner.after() > 0) pile.add(Slab.space(manner.after()).glue(manner.withNext()));
  }

  Slab line(Line line, Align align, Frame frame, Tag tag) {
    boolean justified = align == Align.JUSTIFIED && !line.last() && line.blanks() > 0;
    double x = frame.x(align, line.width());
    double stretch = justified ? (frame.width() - line.width()) / line.blanks() : 0;
    return Slab.of(
        line.height(letters),
        (pen, top) -> {
          pen.of(tag);
          pen.line(line, x, top + line.baseline(letters), stretch);
        });
  }

  /// Hangs a label before a line, ending a little before it.
  private Slab labelled(Slab slab, String label, Frame frame, Tag tag) {
    Line line = LineBreaker.lines(Run.line(label + " "), 1000, 0, letters).getFirst();
    double x = frame.x() - line.width() - letters * 0.45;
    return slab.before((pen, top) -> {
      pen.of(tag);
      pen.line(line, x, top + line.baseline(letters), 0);
    });
  }

  private void items(Items items, Frame frame, Slab.Pile pile) {
    Tag list = frame.parent().child("L");
    String numbering = items.ordered() ? "Decimal" : "Disc";
    list.with("List", "ListNumbering", COSName.getPDFName(numbering));
    int number = items.start();
    for (List<Block> item : items.items()) {
      Tag tag = list.child("LI");
      String label = items.ordered() ? number++ + "." : "•";
      Frame inner = frame.indented(letters * 2).within(tag.child("LBody"));
      boolean[] first = {true};
      for (Block block : item)
        lay(
            block,
            inner,
            slab -> {
              boolean labels = first[0] && !slab.gap();
              pile.add(labels ? labelled(slab, label, inner, tag.child("Lbl")) : slab);
              first[0] &= !labels;
            });
    }
  }

  /// Each at its end of one line; both in halves where one line is too short.
  private void sides(Sides sides, Frame frame, Slab.Pile pile) {
    double gap = letters * 1.5;
    double leftWide = natural(sides.left());
    double rightWide = natural(sides.right());
    boolean fit = leftWide + rightWide + gap <= frame.width();
    double half = (frame.width() - gap) / 2;
    double rightRoom = fit ? rightWide + 1 : Math.max(half, frame.width() - gap - leftWide);
    var leftFrame = new Frame(frame.x(), frame.width() - gap - rightRoom, frame.parent());
    var rightFrame = new Frame(frame.x() + frame.width() - rightRoom, rightRoom, frame.parent());
    List<Slab> left = side(sides.left(), Align.START, leftFrame);
    List<Slab> right = side(sides.right(), Align.END, rightFrame);
    double height = Math.max(Slab.height(left), Slab.height(right));
    pile.add(Slab.of(height, new Columns(List.of(left, right))));
    pile.add(Slab.space(letters / 3));
  }

  private List<Slab> side(List<Run> runs, Align align, Frame frame) {
    List<Slab> slabs = new ArrayList<>();
    lines(runs, Manner.PLAIN.align(align).after(0), frame, frame.parent().child("P"), slabs::add);
    return slabs;
  }

  private double natural(List<Run> runs) {
    return LineBreaker.lines(runs, Double.MAX_VALUE / 4, 0, letters).stream()
        .mapToDouble(Line::width)
        .max()
        .orElse(0);
  }

  private static Slab rule(double thickness, Frame frame) {
    return Slab.of(
        thickness + 4,
        (pen, top) -> {
          pen.artifact();
          pen.fill(frame.x(), top + 2, frame.width(), thickness, thickness < FINE ? PALE : 0);
        });
  }
}
