package karyalay.rendering;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import karyalay.shared.Language;

/// Lays the furniture on finished pages: running head, foot with QR code, and the word across.
final class Surround {
  private static final double SIZE = 8;
  private static final double CODE = 38;

  /// Three lines beside a code need this much below the text.
  private static final double FOOT = 68;

  private static final double PALE = 0.93;

  private final Book book;
  private final Print print;
  private final Furniture furniture;

  Surround(Book book, Print print) {
    this.book = book;
    this.print = print;
    this.furniture = print.furniture();
  }

  /// How far from the page's lower edge the text ends.
  static double foot(PageFormat format, Furniture furniture) {
    return furniture.address().isEmpty() ? format.margin() : Math.max(format.margin(), FOOT);
  }

  void lay() throws IOException {
    for (Sheet sheet : book.sheets()) {
      var under = new Pen(book, sheet);
      if (!furniture.watermark().isEmpty())
        under.furniture("Watermark", () -> watermark(under, sheet));
      sheet.under(under.content());
      if (print.format().roll()) continue;
      var over = new Pen(book, sheet);
      if (!furniture.left().isEmpty() || !furniture.right().isEmpty())
        over.furniture("Header", () -> head(over));
      over.furniture("Footer", () -> foot(over, sheet));
      sheet.over(over.content());
    }
  }

  /// As outlines, so that it never mixes with the text that is copied out.
  private void watermark(Pen pen, Sheet sheet) {
    Shape word = Hand.BOLD.devanagari().outline(Letters.printable(furniture.watermark()));
    Rectangle2D box = word.getBounds2D();
    double width = print.format().width();
    double scale =
        Math.min(width, sheet.height()) * 0.8 / Math.max(box.getWidth(), box.getHeight());
    var place = AffineTransform.getTranslateInstance(width / 2, sheet.height() / 2);
    place.rotate(-Math.PI / 5);
    place.scale(scale, scale);
    place.translate(-box.getCenterX(), -box.getCenterY());
    pen.shape(word, place, PALE);
  }

  private void head(Pen pen) {
    double margin = print.format().margin();
    double wide = print.format().width() - 2 * margin;
    double top = margin - 2.6 * SIZE;
    text(pen, furniture.left(), Align.START, margin, wide * 0.62, top);
    text(pen, furniture.right(), Align.END, margin + wide * 0.64, wide * 0.36, top);
    pen.fill(margin, margin - 0.9 * SIZE, wide, 0.5, 0.45);
  }

  private void foot(Pen pen, Sheet sheet) {
    double margin = print.format().margin();
    double wide = print.format().width() - 2 * margin;
    double foot = foot(print.format(), furniture);
    double top = sheet.height() - foot + 6;
    List<String> lines = footLines();
    if (!lines.isEmpty()) pen.fill(margin, top, wide, 0.5, 0.45);
    double left = margin;
    if (!furniture.address().isEmpty()) {
      // White around it, as a camera needs it.
      double side = Math.min(CODE, foot - 17);
      pen.squares(Squares.of(furniture.address()), margin, top + 6, side);
      left += side + 7;
    }
    double room = wide - (left - margin) - 70;
    for (int i = 0; i < lines.size(); i++)
      text(pen, lines.get(i), Align.START, left, room, top + 2 + i * SIZE * Line.HEIGHT);
    if (furniture.numbered())
      text(pen, number(sheet.number(), book.pages()), Align.END, margin + wide - 90, 90, top + 2);
    if (!furniture.watermark().isEmpty())
      text(
          pen,
          furniture.watermark(),
          Align.END,
          margin + wide - 90,
          90,
          top + 2 + SIZE * Line.HEIGHT);
  }

  private String number(int page, int pages) {
    String word = print.language() == Language.HI ? "पृष्ठ " : "Page ";
    return word + page + " / " + pages;
  }

  private List<String> footLines() {
    List<String> lines = new ArrayList<>();
    if (!furniture.printed().isEmpty()) lines.add(furniture.printed());
    if (!furniture.code().isEmpty()) lines.add(codeLine());
    if (!furniture.address().isEmpty()) lines.add(furniture.address());
    return lines;
  }

  private String codeLine() {
    String word = print.language() == Language.HI ? "सत्यापन कोड " : "Verification code ";
    return word + furniture.code();
  }

  /// What stands at the end of a roll instead of on each page.
  List<Block> end() {
    List<Block> blocks = new ArrayList<>();
    var small = Manner.CENTRED.after(2);
    for (String line : footLines())
      blocks.add(Block.Paragraph.of(small, Run.of(line).scaled(0.85)));
    if (!furniture.address().isEmpty())
      blocks.add(new Block.Code(furniture.address(), codeLine(), 70, Align.CENTRE));
    if (furniture.numbered())
      blocks.add(Block.Paragraph.of(small, Run.of(number(1, 1)).scaled(0.85)));
    if (!blocks.isEmpty()) blocks.addFirst(new Block.Rule(0.5));
    return blocks;
  }

  /// One line, cut where it is too long.
  private void text(Pen pen, String text, Align align, double x, double wide, double top) {
    Line line = LineBreaker.lines(Run.line(text), wide, 0, SIZE).getFirst();
    double at = align == Align.END ? x + wide - line.width() : x;
    pen.line(line, at, top + Line.RISE * SIZE, 0);
  }
}
