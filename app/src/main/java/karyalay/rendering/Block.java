package karyalay.rendering;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// What stands under one another on the pages. Lengths are points (1/72 inch).
public sealed interface Block {
  /// A heading; never the last thing on a page.
  ///
  /// @param level 1 to 6
  record Heading(int level, List<Run> runs, Align align) implements Block {
    public static Heading of(int level, String text) {
      return new Heading(level, List.of(Run.bold(text)), Align.START);
    }

    public static Heading centred(int level, String text) {
      return new Heading(level, List.of(Run.bold(text)), Align.CENTRE);
    }
  }

  record Paragraph(List<Run> runs, Manner manner) implements Block {
    public static Paragraph of(String text) {
      return new Paragraph(Run.line(text), Manner.PLAIN);
    }

    public static Paragraph of(Manner manner, Run... runs) {
      return new Paragraph(List.of(runs), manner);
    }
  }

  /// A list.
  ///
  /// @param start number of the first item; without meaning where it is not ordered
  record Items(boolean ordered, int start, List<List<Block>> items) implements Block {}

  /// A table; its heading rows stand again at the top of each page it runs on.
  ///
  /// @param columns their shares of the width, for instance 1, 3, 2
  /// @param heads heading rows
  /// @param rows asked for once, one after another
  /// @param ruled whether lines are drawn around its cells
  record Table(List<Double> columns, List<Row> heads, Iterable<Row> rows, boolean ruled)
      implements Block {}

  record Row(List<Cell> cells) {
    /// Of plain texts.
    public static Row of(List<String> texts) {
      return new Row(texts.stream().map(Cell::of).toList());
    }
  }

  /// @param heading whether it names its row or column
  /// @param columns how many columns it covers
  /// @param rows how many rows it covers
  record Cell(boolean heading, int columns, int rows, List<Block> blocks) {
    public static Cell of(String text) {
      return new Cell(false, 1, 1, List.of(new Paragraph(Run.line(text), Manner.PLAIN.after(0))));
    }

    public static Cell heading(String text) {
      var line = new Paragraph(List.of(Run.bold(text)), Manner.CENTRED.after(0));
      return new Cell(true, 1, 1, List.of(line));
    }
  }

  /// Two ends of one line: the number at the left, the date at the right. Either wraps in its half.
  record Sides(List<Run> left, List<Run> right) implements Block {
    public static Sides of(String left, String right) {
      return new Sides(Run.line(left), Run.line(right));
    }
  }

  /// A picture, made smaller to fit its box and never larger than its own size at 72 to the inch
  /// unless `fill` is given.
  ///
  /// @param alternative what it shows, for those who cannot see it
  /// @param fill whether it takes all the room of its box
  record Picture(
      Source source, String alternative, double width, double height, Align align, boolean fill)
      implements Block {
    /// A page of its own as large as the page allows, such as a scanned paper.
    public static Picture page(Source source, String alternative) {
      return new Picture(
          source, alternative, Double.MAX_VALUE, Double.MAX_VALUE, Align.CENTRE, true);
    }
  }

  /// Where the bytes of a JPEG (grey or RGB) or PNG come from; opened once, when its page is made.
  /// A JPEG goes into the document as it is.
  @FunctionalInterface
  interface Source {
    InputStream open() throws IOException;
  }

  /// A line across the page.
  record Rule(double thickness) implements Block {}

  record Space(double points) implements Block {}

  record PageBreak() implements Block {}

  /// Blocks that stand on one page together where a page can hold them.
  record Together(List<Block> blocks) implements Block {
    public static Together of(Block... blocks) {
      return new Together(List.of(blocks));
    }
  }

  /// Where a signature stands: lines in a box whose place {@link Rendered} tells. It is kept with
  /// the block before it.
  ///
  /// @param id names the place
  /// @param lines centred under one another, drawn into the page
  /// @param width of the box
  /// @param height of the box at least; it grows with its lines
  /// @param framed whether a fine frame is drawn around it
  record SignaturePlace(
      String id, List<List<Run>> lines, double width, double height, Align align, boolean framed)
      implements Block {}

  /// A QR code.
  ///
  /// @param content what it says to a camera
  /// @param alternative what it is, for those who cannot see it
  record Code(String content, String alternative, double side, Align align) implements Block {}
}
