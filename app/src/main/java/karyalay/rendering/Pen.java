package karyalay.rendering;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/// Draws one page. Heights are counted from the top of the page downwards, in points.
final class Pen {
  /// How far the tops of slanted letters lean.
  private static final double SLANT = 0.2;

  private final Book book;
  private final Sheet sheet;
  private final double height;
  private final StringBuilder content = new StringBuilder(4096);
  private @Nullable Tag tag;
  private boolean open;
  private boolean aside;
  private double shapeX;
  private double shapeY;

  Pen(Book book, Sheet sheet) {
    this.book = book;
    this.sheet = sheet;
    this.height = sheet.height();
  }

  Sheet sheet() {
    return sheet;
  }

  /// Enters an element that may stay empty, such as a cell.
  void enter(Tag empty) {
    if (!aside) empty.place();
  }

  /// What follows belongs to an element.
  void of(Tag next) {
    if (aside || open && next == tag) return;
    close();
    int number = sheet.own(next);
    content.append('/').append(next.type()).append(" <</MCID ").append(number).append(">> BDC\n");
    tag = next;
    open = true;
  }

  /// What follows is no part of the text: rules, furniture, headings said again.
  void artifact() {
    if (aside || open && tag == null) return;
    close();
    content.append("/Artifact BMC\n");
    tag = null;
    open = true;
  }

  /// Draws something that is no part of the text, whatever it calls itself.
  void aside(Runnable drawing) {
    artifact();
    aside = true;
    drawing.run();
    aside = false;
  }

  /// As an artifact of the page that a reader may ask for by its kind.
  void furniture(String kind, Runnable drawing) {
    close();
    content.append("/Artifact <</Type /Pagination /Subtype /").append(kind).append(">> BDC\n");
    tag = null;
    open = true;
    aside = true;
    drawing.run();
    aside = false;
    close();
  }

  void close() {
    if (open) content.append("EMC\n");
    open = false;
    tag = null;
  }

  /// A line of text whose left end is at x.
  ///
  /// @param stretch added to each blank
  void line(Line line, double x, double baseline, double stretch) {
    double at = x;
    List<Span> spans = line.spans();
    content.append("BT\n");
    for (int i = 0; i < spans.size(); ) {
      int to = i + 1;
      while (to < spans.size() && together(spans.get(i), spans.get(to))) to++;
      at += show(spans.subList(i, to), at, baseline, stretch);
      i = to;
    }
    content.append("ET\n");
    underline(spans, x, baseline, stretch);
  }

  private static boolean together(Span one, Span two) {
    return one.shaped().face() == two.shaped().face()
        && one.size() == two.size()
        && one.run().slanted() == two.run().slanted()
        && one.run().ink() == two.run().ink();
  }

  private double show(List<Span> spans, double x, double baseline, double stretch) {
    Span first = spans.getFirst();
    FontUse font = book.font(first.shaped().face());
    content.append('/').append(font.resource()).append(' ');
    number(first.size());
    content.append("Tf ");
    number(first.run().ink());
    content.append("g 1 0 ");
    number(first.run().slanted() ? SLANT : 0);
    content.append("1 ");
    number(x);
    number(height - baseline);
    content.append("Tm [<");
    double wide = 0;
    double owed = 0;
    for (Span span : spans) {
      Shaped shaped = span.shaped();
      double thousand = 1000.0 / shaped.face().unitsPerEm();
      for (int i = 0; i < shaped.clusters().size(); i++) {
        Cluster cluster = shaped.clusters().get(i);
        if (Math.abs(owed) > 0.5) {
          long now = Math.round(owed);
          content.append('>').append(now).append('<');
          owed -= now;
        }
        hex(font.number(cluster));
        owed += (cluster.advance() - shaped.advances()[i]) * thousand;
        if (span.space()) owed -= stretch * 1000 / span.size();
      }
      wide += span.width() + (span.space() ? stretch * shaped.clusters().size() : 0);
    }
    content.append(">] TJ\n");
    return wide;
  }

  private void underline(List<Span> spans, double x, double baseline, double stretch) {
    double at = x;
    for (Span span : spans) {
      double wide = span.width() + (span.space() ? stretch * span.shaped().clusters().size() : 0);
      if (span.run().underlined())
        fill(at, baseline + 0.16 * span.size(), wide, 0.055 * span.size(), span.run().ink());
      at += wide;
    }
  }

  void fill(double x, double top, double wide, double high, double ink) {
    number(ink);
    content.append("g ");
    box(x, top, wide, high);
    content.append("f\n");
  }

  void frame(double x, double top, double wide, double high, double thickness, double ink) {
    number(ink);
    content.append("G ");
    number(thickness);
    content.append("w ");
    box(x, top, wide, high);
    content.append("S\n");
  }

  private void box(double x, double top, double wide, double high) {
    number(x);
    number(height - top - high);
    number(wide);
    number(high);
    content.append("re ");
  }

  /// Black squares of a code, counted from its upper left corner.
  void squares(boolean[][] black, double x, double top, double side) {
    double one = side / black.length;
    content.append("0 g ");
    for (int row = 0; row < black.length; row++)
      for (int from = 0; from < black.length; from++) {
        int to = from;
        while (to < black.length && black[row][to]) to++;
        if (to > from) box(x + from * one, top + row * one, (to - from) * one, one);
        from = to;
      }
    content.append("f\n");
  }

  /// An outline whose y grows downwards.
  void shape(Shape shape, AffineTransform place, double ink) {
    var points = new double[6];
    number(ink);
    content.append("g ");
    for (PathIterator path = shape.getPathIterator(place); !path.isDone(); path.next())
      switch (path.currentSegment(points)) {
        case PathIterator.SEG_MOVETO -> points(points, 2, "m ");
        case PathIterator.SEG_LINETO -> points(points, 2, "l ");
        case PathIterator.SEG_QUADTO -> cubic(points);
        case PathIterator.SEG_CUBICTO -> points(points, 6, "c ");
        default -> content.append("h ");
      }
    content.append("f\n");
  }

  /// PDF has no curves with one handle.
  private void cubic(double[] points) {
    double x = points[0];
    double y = points[1];
    double[] two = {
      shapeX + (x - shapeX) * 2 / 3,
      shapeY + (y - shapeY) * 2 / 3,
      points[2] + (x - points[2]) * 2 / 3,
      points[3] + (y - points[3]) * 2 / 3,
      points[2],
      points[3]
    };
    points(two, 6, "c ");
  }

  private void points(double[] points, int many, String operator) {
    for (int i = 0; i < many; i += 2) {
      number(points[i]);
      number(height - points[i + 1]);
    }
    shapeX = points[many - 2];
    shapeY = points[many - 1];
    content.append(operator);
  }

  void image(COSStream image, double x, double top, double wide, double high) {
    content.append("q ");
    number(wide);
    content.append("0 0 ");
    number(high);
    number(x);
    number(height - top - high);
    content.append("cm /").append(sheet.image(image)).append(" Do Q\n");
  }

  private void hex(int number) {
    for (int shift = 12; shift >= 0; shift -= 4)
      content.append(Character.forDigit(number >> shift & 15, 16));
  }

  /// With three digits after the point at most, and a blank.
  private void number(double number) {
    long thousandth = Math.round(number * 1000);
    if (thousandth < 0) content.append('-');
    long whole = Math.abs(thousandth);
    content.append(whole / 1000);
    long rest = whole % 1000;
    if (rest > 0) {
      content.append('.').append(rest / 100);
      if (rest % 100 > 0) content.append(rest / 10 % 10);
      if (rest % 10 > 0) content.append(rest % 10);
    }
    content.append(' ');
  }

  /// All that was drawn.
  byte[] content() {
    close();
    return content.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
