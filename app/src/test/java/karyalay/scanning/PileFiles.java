package karyalay.scanning;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import karyalay.documents.SampleFiles;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.text.PDFTextStripper;

/// Piles as scanners make them.
public final class PileFiles {
  private PileFiles() {}

  /// One file: `x` is a page with "Page n" on it, `.` a sheet fed in with nothing on it but dust.
  public static byte[] pdf(String pattern) {
    try (var document = new PDDocument()) {
      for (int n = 1; n <= pattern.length(); n++) {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
          if (pattern.charAt(n - 1) == 'x') write(content, "Page " + n);
          else
            content.drawImage(
                JPEGFactory.createFromImage(document, blank(n), 0.7f),
                0,
                0,
                page.getMediaBox().getWidth(),
                page.getMediaBox().getHeight());
        }
      }
      var bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(PDPageContentStream content, String text) throws IOException {
    content.beginText();
    content.setFont(new PDType1Font(FontName.HELVETICA), 40);
    content.newLineAtOffset(100, 700);
    content.showText(text);
    content.endText();
  }

  /// An empty sheet: yellowish, specked, with a shadow at its edge.
  static BufferedImage blank(int seed) {
    var sheet = new BufferedImage(496, 702, BufferedImage.TYPE_INT_RGB);
    var graphics = sheet.createGraphics();
    graphics.setColor(new Color(240, 236, 222));
    graphics.fillRect(0, 0, 496, 702);
    graphics.setColor(new Color(90, 90, 90));
    graphics.fillRect(0, 0, 5, 702);
    graphics.dispose();
    var random = new Random(seed);
    for (int i = 0; i < 400; i++) sheet.setRGB(random.nextInt(496), random.nextInt(702), 0xd8d2c0);
    return sheet;
  }

  /// The same with a signature: all that stands on many a last page.
  static BufferedImage signed(int seed) {
    BufferedImage sheet = blank(seed);
    var graphics = sheet.createGraphics();
    graphics.setColor(new Color(30, 40, 110));
    graphics.drawArc(300, 500, 40, 18, 20, 300);
    graphics.drawLine(310, 512, 372, 498);
    graphics.drawLine(311, 513, 373, 499);
    graphics.dispose();
    return sheet;
  }

  static byte[] jpeg(BufferedImage image) {
    return SampleFiles.image("jpeg", image);
  }

  /// What stands on the pages of a PDF, page by page.
  static String text(byte[] pdf) {
    try (var document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).strip().replaceAll("\\s+", " ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
