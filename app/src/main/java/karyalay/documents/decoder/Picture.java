package karyalay.documents.decoder;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// A page as pixels on white, grey when nothing on it has a colour.
record Picture(BufferedImage image) {
  /// So far apart are red, green and blue in what the eye takes for a colour: stamps, signatures.
  private static final int COLOUR = 40;

  private static final int COLOURED_PIXELS = 100;
  private static final float BEST = 0.72f;
  private static final float WORST = 0.3f;

  static Picture of(BufferedImage drawn) {
    BufferedImage image = onWhite(drawn, drawn.getWidth(), drawn.getHeight());
    return new Picture(hasColour(image) ? image : grey(image));
  }

  /// The same, made smaller until it has about so many pixels; halved step by step, so that thin
  /// strokes of writing survive.
  Picture within(int pixels) {
    BufferedImage now = image;
    double ratio = scale(now.getWidth(), now.getHeight(), pixels);
    if (ratio >= 1) return this;
    int width = Math.max(1, (int) Math.round(now.getWidth() * ratio));
    int height = Math.max(1, (int) Math.round(now.getHeight() * ratio));
    while (now.getWidth() > 2 * width)
      now = resized(now, (now.getWidth() + 1) / 2, (now.getHeight() + 1) / 2);
    return new Picture(resized(now, width, height));
  }

  /// How much of the page is not bare paper, in parts of 100,000.
  int ink() {
    return Ink.of(within(Ink.PIXELS).image);
  }

  /// By how much a page must be scaled to have about so many pixels.
  static double scale(double width, double height, int pixels) {
    return Math.sqrt(pixels / (width * height));
  }

  /// Progressive, so that a thin line shows the whole page early.
  byte[] jpeg(int most) throws IOException {
    byte[] bytes = jpeg(BEST);
    for (float quality = BEST - 0.14f; bytes.length > most && quality > WORST; quality -= 0.14f)
      bytes = jpeg(quality);
    return bytes;
  }

  private byte[] jpeg(float quality) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var bytes = new ByteArrayOutputStream(1 << 18);
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(quality);
      how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), how);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static boolean hasColour(BufferedImage image) {
    int coloured = 0;
    int[] row = new int[image.getWidth()];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, row.length, 1, row, 0, row.length);
      for (int pixel : row) if (isColour(pixel) && ++coloured > COLOURED_PIXELS) return true;
    }
    return false;
  }

  private static boolean isColour(int pixel) {
    int red = pixel >> 16 & 0xff;
    int green = pixel >> 8 & 0xff;
    int blue = pixel & 0xff;
    return Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue)) > COLOUR;
  }

  private static BufferedImage grey(BufferedImage image) {
    var grey = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    // Written pixel by pixel: Java2D would take grey for a linear scale and darken the page.
    byte[] line = new byte[image.getWidth()];
    int[] row = new int[image.getWidth()];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, row.length, 1, row, 0, row.length);
      for (int x = 0; x < row.length; x++) line[x] = luma(row[x]);
      grey.getRaster().setDataElements(0, y, row.length, 1, line);
    }
    return grey;
  }

  private static byte luma(int pixel) {
    return (byte)
        (((pixel >> 16 & 0xff) * 77 + (pixel >> 8 & 0xff) * 150 + (pixel & 0xff) * 29) >> 8);
  }

  static BufferedImage onWhite(BufferedImage image, int width, int height) {
    if (image.getType() == BufferedImage.TYPE_INT_RGB
        && image.getWidth() == width
        && image.getHeight() == height) return image;
    var white = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    paint(
        white,
        image,
        AffineTransform.getScaleInstance(
            (double) width / image.getWidth(), (double) height / image.getHeight()));
    return white;
  }

  static void paint(BufferedImage on, BufferedImage image, AffineTransform how) {
    Graphics2D graphics = on.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, on.getWidth(), on.getHeight());
    graphics.drawImage(image, how, null);
    graphics.dispose();
  }

  private static BufferedImage resized(BufferedImage image, int width, int height) {
    if (image.getWidth() == width && image.getHeight() == height) return image;
    var smaller = new BufferedImage(width, height, image.getType());
    paint(
        smaller,
        image,
        AffineTransform.getScaleInstance(
            (double) width / image.getWidth(), (double) height / image.getHeight()));
    return smaller;
  }
}
