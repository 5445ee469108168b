package karyalay.rendering;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import karyalay.shared.Language;

/// A print in memory, with what the renderer said of it.
record Printed(byte[] pdf, Rendered rendered) {
  static Printed of(Block... blocks) {
    return of(PageFormat.A4, Furniture.NONE, List.of(blocks));
  }

  static Printed of(PageFormat format, Furniture furniture, Iterable<? extends Block> blocks) {
    var out = new ByteArrayOutputStream();
    try {
      var print = new Print("परीक्षण", Language.HI, format, furniture, blocks);
      Rendered rendered = Rendering.write(print, out);
      return new Printed(out.toByteArray(), rendered);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
