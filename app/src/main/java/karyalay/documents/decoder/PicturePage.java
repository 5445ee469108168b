package karyalay.documents.decoder;

import java.awt.image.BufferedImage;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/// A picture as a page of a PDF: a JPEG with its own bytes, anything else without loss.
final class PicturePage {
  private PicturePage() {}

  static PDPage of(PDDocument made, Task.Piece piece, Limits limits)
      throws IOException, Unreadable {
    try (var in = new FileImageInputStream(piece.file().toFile())) {
      ImageReader reader = ImageIO.getImageReadersByFormatName(piece.format().name()).next();
      try {
        reader.setInput(in, false, piece.format() != Format.TIFF);
        return of(made, piece, reader, limits);
      } finally {
        reader.dispose();
      }
    }
  }

  private static PDPage of(PDDocument made, Task.Piece piece, ImageReader reader, Limits limits)
      throws IOException, Unreadable {
    int index = piece.page() - 1;
    long pixels = (long) reader.getWidth(index) * reader.getHeight(index);
    if (pixels <= 0 || pixels > limits.pixels()) throw new Unreadable(Fault.TOO_MANY_PIXELS);
    int orientation = Orientation.of(piece.file(), piece.format(), reader, index);
    int turn = turn(orientation);
    // A picture that is mirrored cannot be turned upright; it is painted so.
    PDImageXObject image =
        piece.format() == Format.JPEG && turn >= 0
            ? jpeg(made, piece)
            : painted(made, reader.read(index), turn < 0 ? orientation : 1);
    return page(made, image, Math.max(0, turn));
  }

  private static PDImageXObject jpeg(PDDocument made, Task.Piece piece) throws IOException {
    try (InputStream in = new FileInputStream(piece.file().toFile())) {
      return JPEGFactory.createFromStream(made, in);
    }
  }

  private static PDImageXObject painted(PDDocument made, BufferedImage read, int orientation)
      throws IOException {
    BufferedImage image = Orientation.upright(read, orientation);
    return image.getType() == BufferedImage.TYPE_BYTE_BINARY
            && image.getColorModel().getPixelSize() == 1
        ? CCITTFactory.createFromImage(made, image)
        : LosslessFactory.createFromImage(made, image);
  }

  /// Degrees to the right by which a picture stands upright; -1 when it is mirrored.
  private static int turn(int orientation) {
    return switch (orientation) {
      case 1 -> 0;
      case 3 -> 180;
      case 6 -> 90;
      case 8 -> 270;
      default -> -1;
    };
  }

  /// As wide, or as high, as A4.
  private static PDPage page(PDDocument made, PDImageXObject image, int turn) throws IOException {
    boolean lying = image.getWidth() > image.getHeight();
    float width = lying ? PDRectangle.A4.getHeight() : PDRectangle.A4.getWidth();
    float height = width * image.getHeight() / image.getWidth();
    var page = new PDPage(new PDRectangle(width, height));
    page.setRotation(turn);
    made.addPage(page);
    try (var content = new PDPageContentStream(made, page)) {
      content.drawImage(image, 0, 0, width, height);
    }
    return page;
  }
}
