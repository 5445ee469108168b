package karyalay.documents.decoder;

import java.util.List;

/// What the decoder says.
public sealed interface Answer {
  record Examined(int pages) implements Answer {}

  /// @param images JPEG, in the order of the targets
  /// @param ink how much of the page is not bare paper, in parts of 100,000
  record Drawn(List<byte[]> images, int ink) implements Answer {
    public Drawn {
      images = List.copyOf(images);
    }
  }

  /// A workbook.
  record Sheets(List<Sheet> sheets) implements Answer {
    public Sheets {
      sheets = List.copyOf(sheets);
    }
  }

  /// An e-mail.
  record Unpacked(Letter letter) implements Answer {}

  /// A page made clean.
  ///
  /// @param image JPEG or PNG, whichever is smaller
  /// @param blank that nothing is written on it
  /// @param written that it looks like a page of writing; a photo of something else is left as it
  ///   is but for its size
  /// @param corners where the sheet lay, in parts of the picture's sides (x and y, four times);
  ///   empty where none stood out
  /// @param angle degrees clockwise by which the writing leaned and no longer does
  /// @param likeness a small picture, by which the same page is known again
  record Cleaned(
      byte[] image,
      boolean blank,
      boolean written,
      List<Double> corners,
      double angle,
      byte[] likeness)
      implements Answer {
    public Cleaned {
      corners = List.copyOf(corners);
    }
  }

  record Failed(Fault fault) implements Answer {}
}
