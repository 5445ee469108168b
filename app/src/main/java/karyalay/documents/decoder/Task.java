package karyalay.documents.decoder;

import java.nio.file.Path;
import java.util.List;

/// What the decoder is asked to do with one file.
public sealed interface Task {
  Path file();

  Format format();

  /// Open it, look for what we refuse, and count its pages.
  record Examine(Path file, Format format) implements Task {}

  /// Draw one page once, in several sizes.
  ///
  /// @param page from 1
  record Draw(Path file, Format format, int page, List<Target> targets) implements Task {
    public Draw {
      targets = List.copyOf(targets);
    }
  }

  /// Read the tables of a workbook.
  record Read(Path file) implements Task {
    @Override
    public Format format() {
      return Format.XLSX;
    }
  }

  /// Take an e-mail apart.
  ///
  /// @param folder where its enclosures are laid, each as a file; empty before, and its own
  record Unpack(Path file, Path folder) implements Task {
    @Override
    public Format format() {
      return Format.MAIL;
    }
  }

  /// Put pages of several files together into one PDF, without drawing them anew: what a court sees
  /// later is what the scanner made.
  ///
  /// @param file where the PDF is written; it exists and is empty
  record Assemble(Path file, List<Piece> pieces) implements Task {
    public Assemble {
      pieces = List.copyOf(pieces);
    }

    @Override
    public Format format() {
      return Format.PDF;
    }
  }

  /// One page of what is assembled.
  ///
  /// @param page from 1
  /// @param turn by how many degrees it is turned to the right: 0, 90, 180 or 270
  record Piece(Path file, Format format, int page, int turn) {}

  /// Make one page clean.
  ///
  /// @param page from 1
  /// @param bytes at most how many; 0 to have it only looked at
  /// @param quarters to turn it by, clockwise, when all else is done
  record Clean(Path file, Format format, int page, Look look, int quarters, int bytes)
      implements Task {}

  /// One image that is wanted of a page.
  ///
  /// @param pixels about how many pixels, whatever the page's shape; small pages are not enlarged
  /// @param bytes at most how many bytes, reached by lowering the quality
  record Target(int pixels, int bytes) {}
}
