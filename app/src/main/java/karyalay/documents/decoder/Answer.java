package karyalay.documents.decoder;

import java.util.List;

/// What the decoder says.
public sealed interface Answer {
  record Examined(int pages) implements Answer {}

  /// @param images JPEG, in the order of the targets
  record Drawn(List<byte[]> images) implements Answer {
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

  record Failed(Fault fault) implements Answer {}
}
