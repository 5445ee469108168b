package karyalay.documents;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;

/// Real files of every kind, made as they are needed.
public final class SampleFiles {
  private SampleFiles() {}

  /// A born-digital PDF with a line on each page.
  public static byte[] pdf(int pages) {
    try (var document = new PDDocument()) {
      for (int i = 1; i <= pages; i++) line(document, "Page " + i + " of " + pages);
      return bytes(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void line(PDDocument document, String text) throws IOException {
    var page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    try (var content = new PDPageContentStream(document, page)) {
      content.beginText();
      content.setFont(new PDType1Font(FontName.HELVETICA), 40);
      content.newLineAtOffset(100, 700);
      content.showText(text);
      content.endText();
    }
  }

  /// A scan: each page one JPEG of A4 at so many dpi, written over and slightly dirty.
  public static byte[] scan(int pages, int dpi) {
    try (var document = new PDDocument()) {
      for (int i = 1; i <= pages; i++) {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        var image = JPEGFactory.createFromImage(document, sheet(dpi, i), 0.6f, dpi);
        try (var content = new PDPageContentStream(document, page)) {
          content.drawImage(
              image, 0, 0, page.getMediaBox().getWidth(), page.getMediaBox().getHeight());
        }
      }
      return bytes(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One page as a scanner sees it.
  public static BufferedImage sheet(int dpi, int seed) {
    var sheet = new BufferedImage(dpi * 827 / 100, dpi * 1169 / 100, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = sheet.createGraphics();
    graphics.setColor(new Color(244, 242, 236));
    graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    graphics.setColor(new Color(40, 40, 48));
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, dpi / 6));
    for (int y = dpi; y < sheet.getHeight() - dpi / 2; y += dpi / 3)
      graphics.drawString("Sheet " + seed + " line " + y + " the quick brown fox", dpi / 2, y);
    graphics.dispose();
    var random = new Random(seed);
    for (int i = 0; i < sheet.getWidth() * sheet.getHeight() / 50; i++)
      sheet.setRGB(random.nextInt(sheet.getWidth()), random.nextInt(sheet.getHeight()), 0xd0d0c8);
    return sheet;
  }

  /// A PDF that opens only with a password, or opens freely but is locked against change.
  public static byte[] locked(String password) {
    try (var document = new PDDocument()) {
      line(document, "secret");
      var policy = new StandardProtectionPolicy("owner", password, new AccessPermission());
      policy.setEncryptionKeyLength(256);
      document.protect(policy);
      return bytes(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(PDDocument document) throws IOException {
    var bytes = new ByteArrayOutputStream();
    document.save(bytes);
    return bytes.toByteArray();
  }

  /// @param format as ImageIO knows it
  public static byte[] image(String format, BufferedImage image) {
    var bytes = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format, bytes)) throw new IllegalArgumentException(format);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  public static byte[] jpeg() {
    return image("jpeg", sheet(100, 1));
  }

  /// As a telephone held upright makes it: lying pixels, and a note to turn them by a quarter.
  public static byte[] lyingJpeg(BufferedImage lying) {
    byte[] plain = image("jpeg", lying);
    byte[] exif =
        ByteBuffer.allocate(2 + 2 + 6 + 8 + 2 + 12 + 4)
            .putShort((short) 0xFFE1)
            .putShort((short) 34)
            .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
            .put("MM\0\u002a\0\0\0\u0008".getBytes(StandardCharsets.US_ASCII))
            .putShort((short) 1)
            .putShort((short) 274)
            .putShort((short) 3)
            .putInt(1)
            .putShort((short) 6)
            .putShort((short) 0)
            .putInt(0)
            .array();
    return ByteBuffer.allocate(plain.length + exif.length)
        .put(plain, 0, 2)
        .put(exif)
        .put(plain, 2, plain.length - 2)
        .array();
  }

  /// A fax-like TIFF of several pages in black and white.
  public static byte[] tiff(int pages) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    var bytes = new ByteArrayOutputStream();
    try (var out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (int i = 1; i <= pages; i++) {
        var how = writer.getDefaultWriteParam();
        how.setCompressionMode(javax.imageio.ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionType("CCITT T.6");
        writer.writeToSequence(new IIOImage(blackAndWhite(sheet(100, i)), null, null), how);
      }
      writer.endWriteSequence();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static BufferedImage blackAndWhite(BufferedImage image) {
    var fax =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
    Graphics2D graphics = fax.createGraphics();
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
    return fax;
  }

  /// A small PNG that says it is enormous.
  public static byte[] hugePng(int width, int height) {
    var bytes = ByteBuffer.allocate(200);
    bytes.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
    chunk(
        bytes,
        "IHDR",
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put(new byte[] {8, 2, 0, 0, 0})
            .array());
    chunk(bytes, "IDAT", deflated(new byte[1000]));
    chunk(bytes, "IEND", new byte[0]);
    byte[] png = new byte[bytes.position()];
    bytes.flip().get(png);
    return png;
  }

  private static void chunk(ByteBuffer bytes, String type, byte[] data) {
    var crc = new CRC32();
    crc.update(type.getBytes(StandardCharsets.US_ASCII));
    crc.update(data);
    bytes.putInt(data.length).put(type.getBytes(StandardCharsets.US_ASCII)).put(data);
    bytes.putInt((int) crc.getValue());
  }

  private static byte[] deflated(byte[] data) {
    var deflater = new Deflater();
    deflater.setInput(data);
    deflater.finish();
    byte[] buffer = new byte[data.length + 64];
    int n = deflater.deflate(buffer);
    deflater.end();
    return java.util.Arrays.copyOf(buffer, n);
  }

  /// A DOCX with these paragraphs.
  public static byte[] docx(String... paragraphs) {
    var body = new StringBuilder("<w:document xmlns:w='urn:w'><w:body>");
    for (String paragraph : paragraphs)
      body.append("<w:p><w:r><w:t>").append(paragraph).append("</w:t></w:r></w:p>");
    body.append("</w:body></w:document>");
    return zip(
        Map.of(
            "[Content_Types].xml",
            "<Types/>".getBytes(StandardCharsets.UTF_8),
            "word/document.xml",
            body.toString().getBytes(StandardCharsets.UTF_8)));
  }

  /// A DOCX that swells when it is unpacked.
  public static byte[] bomb(int megabytes) {
    return zip(
        Map.of(
            "[Content_Types].xml",
            "<Types/>".getBytes(StandardCharsets.UTF_8),
            "word/document.xml",
            "<document/>".getBytes(StandardCharsets.UTF_8),
            "word/media/image1.png",
            new byte[megabytes << 20]));
  }

  public static byte[] zip(Map<String, byte[]> entries) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
