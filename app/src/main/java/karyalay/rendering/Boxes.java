package karyalay.rendering;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/// Pictures, codes, and places for signatures.
final class Boxes {
  private static final double PADDING = 4;

  private final Book book;
  private final double letters;
  private final double tallest;

  Boxes(Book book, double letters, double tallest) {
    this.book = book;
    this.letters = letters;
    this.tallest = tallest;
  }

  void picture(Block.Picture picture, Layout.Frame frame, Slab.Pile pile) {
    pile.add(sized(picture, image(picture.source()), frame, picture.height()));
  }

  private Slab sized(
      Block.Picture picture, PDImageXObject image, Layout.Frame frame, double mostHigh) {
    double wide = Math.min(picture.width(), frame.width());
    double high = Math.min(mostHigh, tallest);
    double scale = Math.min(wide / image.getWidth(), high / image.getHeight());
    if (!picture.fill()) scale = Math.min(scale, 1);
    return new Slab(
        image.getHeight() * scale,
        false,
        false,
        new Shown(this, picture, image, frame, scale),
        List.of());
  }

  private record Shown(
      Boxes boxes, Block.Picture picture, PDImageXObject image, Layout.Frame frame, double scale)
      implements Slab.Drawing {
    @Override
    public void draw(Pen pen, double top) {
      double wide = image.getWidth() * scale;
      double high = image.getHeight() * scale;
      double x = frame.x(picture.align(), wide);
      pen.of(figure(pen, frame, picture.alternative(), new double[] {x, top, wide, high}));
      pen.image(image.getCOSObject(), x, top, wide, high);
    }

    @Override
    public Optional<Slab> shrunk(double room) {
      return Optional.of(boxes.sized(picture, image, frame, room));
    }
  }

  private static Tag figure(Pen pen, Layout.Frame frame, String alternative, double[] box) {
    double bottom = pen.sheet().height() - box[1] - box[3];
    var edges = new COSArray();
    for (double edge : new double[] {box[0], bottom, box[0] + box[2], bottom + box[3]})
      edges.add(new COSFloat((float) edge));
    return frame.parent().child("Figure").says(alternative).with("Layout", "BBox", edges);
  }

  private PDImageXObject image(Block.Source source) {
    try (InputStream in = source.open()) {
      byte[] bytes = in.readAllBytes();
      boolean jpeg = bytes.length > 2 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xd8;
      if (jpeg) return inScreenColours(JPEGFactory.createFromByteArray(book.document(), bytes));
      BufferedImage picture = ImageIO.read(new ByteArrayInputStream(bytes));
      if (picture == null) throw new IOException("neither JPEG nor PNG");
      return LosslessFactory.createFromImage(book.document(), picture);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A printer's four colours would need another profile than ours.
  private static PDImageXObject inScreenColours(PDImageXObject image) throws IOException {
    if (image.getColorSpace().getNumberOfComponents() > 3)
      throw new IOException("a JPEG in printer's colours");
    return image;
  }

  void code(Block.Code code, Layout.Frame frame, Slab.Pile pile) {
    boolean[][] squares = Squares.of(code.content());
    double x = frame.x(code.align(), code.side());
    double[] size = {x, 0, code.side(), code.side()};
    pile.add(
        Slab.of(
            code.side(),
            (pen, top) -> {
              size[1] = top;
              pen.of(figure(pen, frame, code.alternative(), size));
              pen.squares(squares, x, top, code.side());
            }));
  }

  void signature(Block.SignaturePlace place, Layout.Frame frame, Slab.Pile pile) {
    double wide = Math.min(place.width(), frame.width());
    double left = frame.x(place.align(), wide);
    List<Slab> lines = lines(place, frame, left, wide);
    double text = Slab.height(lines);
    double high = Math.max(place.height(), text + 2 * PADDING);
    pile.add(
        Slab.of(
            high,
            (pen, top) -> {
              if (place.framed()) {
                pen.artifact();
                pen.frame(left, top, wide, high, 0.5, 0.35);
              }
              Columns.draw(lines, pen, top + (high - text) / 2);
              double bottom = pen.sheet().height() - top - high;
              int page = pen.sheet().number();
              book.places().add(new Rendered.Place(place.id(), page, left, bottom, wide, high));
            }));
  }

  /// Each line an element of its own, so that they are not read as one word.
  private List<Slab> lines(
      Block.SignaturePlace place, Layout.Frame frame, double left, double wide) {
    var inner = new Layout.Frame(left + PADDING, wide - 2 * PADDING, frame.parent());
    var layout = new Layout(book, letters, tallest);
    List<Block> paragraphs =
        place.lines().stream()
            .<Block>map(line -> new Block.Paragraph(line, Manner.CENTRED.after(0)))
            .toList();
    return layout.collected(paragraphs, inner);
  }
}
