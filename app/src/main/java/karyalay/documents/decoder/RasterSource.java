package karyalay.documents.decoder;

import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/// A photograph or scan: JPEG and PNG have one page, TIFF has as many as it has images.
final class RasterSource implements Source {
  /// Larger images are thinned while they are read, so that memory stays bounded.
  private static final double MOST_IN_MEMORY = 25e6;

  private final Path file;
  private final Format format;
  private final Limits limits;
  private final ImageInputStream in;
  private final ImageReader reader;
  private boolean cutOff;

  private RasterSource(Path file, Format format, Limits limits) throws IOException {
    this.file = file;
    this.format = format;
    this.limits = limits;
    this.in = new FileImageInputStream(file.toFile());
    this.reader = ImageIO.getImageReadersByFormatName(format.name()).next();
    reader.setInput(in, false, format != Format.TIFF);
    reader.addIIOReadWarningListener((IIOReadWarningListener) (_, warning) -> warned(warning));
  }

  static RasterSource open(Path file, Format format, Limits limits) throws IOException {
    return new RasterSource(file, format, limits);
  }

  /// The decoder goes on after a missing end and paints the rest grey: not a page of ours.
  private void warned(String warning) {
    cutOff |= warning.contains("Truncated") || warning.contains("Premature");
  }

  @Override
  public int examine() throws IOException, Unreadable {
    int pages = format == Format.TIFF ? reader.getNumImages(true) : 1;
    if (pages == 0) throw new Unreadable(Fault.BROKEN);
    if (pages > limits.pages()) throw new Unreadable(Fault.TOO_MANY_PAGES);
    for (int i = 0; i < pages; i++) {
      requirePixels(i);
      if (format == Format.TIFF) TiffStrips.requireWhole(reader.getImageMetadata(i), in.length());
    }
    draw(1, 1);
    return pages;
  }

  private void requirePixels(int index) throws IOException, Unreadable {
    long pixels = (long) reader.getWidth(index) * reader.getHeight(index);
    if (pixels <= 0) throw new Unreadable(Fault.BROKEN);
    if (pixels > limits.pixels()) throw new Unreadable(Fault.TOO_MANY_PIXELS);
  }

  @Override
  public BufferedImage draw(int page, int pixels) throws IOException, Unreadable {
    requirePixels(page - 1);
    BufferedImage image = read(page - 1);
    int orientation = Orientation.of(file, format, reader, page - 1);
    return Orientation.upright(image, orientation);
  }

  private BufferedImage read(int index) throws IOException, Unreadable {
    ImageReadParam how = reader.getDefaultReadParam();
    double pixels = (double) reader.getWidth(index) * reader.getHeight(index);
    int step = (int) Math.ceil(Math.sqrt(pixels / MOST_IN_MEMORY));
    how.setSourceSubsampling(step, step, 0, 0);
    cutOff = false;
    try {
      BufferedImage image = reader.read(index, how);
      if (cutOff) throw new Unreadable(Fault.CUT_OFF);
      return image;
    } catch (IIOException e) {
      throw new Unreadable(e.getCause() instanceof EOFException ? Fault.CUT_OFF : Fault.BROKEN);
    }
  }

  @Override
  public void close() throws IOException {
    reader.dispose();
    in.close();
  }
}
