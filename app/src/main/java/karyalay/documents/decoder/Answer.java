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

  record Failed(Fault fault) implements Answer {}
}
