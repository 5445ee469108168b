package karyalay.rendering;

import java.io.IOException;
import java.io.OutputStream;

/// Makes a PDF of a print: shaped like HarfBuzz does, tagged, PDF/A-2u, and its text copies out as
/// the very Unicode that was put in. Any number of threads may print at once.
public final class Rendering {
  private Rendering() {}

  /// Writes the document; nothing is written before all blocks have been laid out. The stream is
  /// not closed. What lies on finished pages waits in temporary files, not in memory.
  ///
  /// @throws IOException when a picture cannot be read or the stream not be written
  public static Rendered write(Print print, OutputStream to) throws IOException {
    throw new UnsupportedOperationException();
  }
}
