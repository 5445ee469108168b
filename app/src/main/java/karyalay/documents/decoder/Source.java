package karyalay.documents.decoder;

import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/// An open file, whatever its format.
sealed interface Source extends Closeable permits PdfSource, RasterSource, WordSource {
  /// How many pages; looks through all of them for what we refuse.
  int examine() throws IOException, Unreadable;

  /// Draws a page with about so many pixels.
  ///
  /// @param page from 1; one that does not exist is `BROKEN`
  BufferedImage draw(int page, int pixels) throws IOException, Unreadable;

  static Source open(Path file, Format format, Limits limits) throws IOException, Unreadable {
    return switch (format) {
      case PDF -> PdfSource.open(file, limits);
      case JPEG, PNG, TIFF -> RasterSource.open(file, format, limits);
      case DOCX -> WordSource.open(file, limits);
      case XLSX, MAIL -> throw new Unreadable(Fault.NOT_TAKEN);
    };
  }
}
