package karyalay.rendering;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/// Makes a PDF of a print: shaped like HarfBuzz does, tagged, PDF/A-2u, and its text copies out as
/// the very Unicode that was put in. Any number of threads may print at once.
public final class Rendering {
  private Rendering() {}

  /// Writes the document; nothing is written before all blocks have been laid out. The stream is
  /// not closed. What lies on finished pages waits in temporary files, not in memory.
  ///
  /// @throws IOException when a picture cannot be read or the stream not be written
  public static Rendered write(Print print, OutputStream to) throws IOException {
    try (var book = new Book()) {
      var surround = new Surround(book, print);
      if (print.format().roll()) roll(print, book, surround);
      else pages(print, book);
      surround.lay();
      book.write(print, to);
      return new Rendered(book.pages(), List.copyOf(book.places()));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void pages(Print print, Book book) {
    PageFormat format = print.format();
    var flow = new Flow(book, format, Surround.foot(format, print.furniture()));
    var layout = new Layout(book, format.letters(), flow.room());
    var frame = frame(format, book);
    for (Block block : print.blocks()) {
      if (block instanceof Block.SignaturePlace) flow.glue();
      if (block instanceof Block.PageBreak) flow.turn();
      else layout.lay(block, frame, flow);
    }
    flow.finish();
  }

  private static void roll(Print print, Book book, Surround surround) throws IOException {
    var roll = new Roll();
    var layout = new Layout(book, print.format().letters(), Double.MAX_VALUE);
    var frame = frame(print.format(), book);
    for (Block block : print.blocks()) layout.lay(block, frame, roll);
    for (Block block : surround.end()) layout.lay(block, frame, roll);
    roll.finish(book, print.format());
  }

  private static Layout.Frame frame(PageFormat format, Book book) {
    return new Layout.Frame(format.margin(), format.width() - 2 * format.margin(), book.root());
  }
}
