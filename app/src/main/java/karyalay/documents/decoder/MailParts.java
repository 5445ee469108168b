package karyalay.documents.decoder;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import karyalay.documents.decoder.Letter.Left;
import karyalay.documents.decoder.Letter.Part;

/// Enclosures of an e-mail, laid out as files.
final class MailParts {
  private static final int MOST = 200;
  private static final long LARGEST = 100L << 20;
  private static final int MOST_NAME = 200;

  private final Path folder;
  private final List<Part> parts = new ArrayList<>();
  private long left = LARGEST;

  MailParts(Path folder) {
    this.folder = folder;
  }

  List<Part> all() {
    return parts;
  }

  void nested(String name, long bytes) {
    add(name, "message/rfc822", "", Math.max(0, bytes), false, Left.NESTED);
  }

  void broken(String name, String type) {
    add(name, type, "", 0, false, Left.BROKEN);
  }

  /// @return false when its wrapping is broken
  boolean keep(String name, String type, boolean inline, InputStream in) throws IOException {
    if (parts.size() >= MOST) {
      if (parts.size() == MOST) add(name, type, "", 0, inline, Left.TOO_MANY);
      return true;
    }
    Path file = folder.resolve(Integer.toString(parts.size()));
    long bytes = copy(in, file);
    left -= Math.max(0, bytes);
    if (bytes == 0) Files.deleteIfExists(file);
    if (bytes < 0) {
      Files.deleteIfExists(file);
      add(name, type, "", 0, inline, Left.TOO_LARGE);
    } else if (bytes == 0) add(name, type, "", 0, inline, Left.BROKEN);
    else add(name, type, String.valueOf(file.getFileName()), bytes, inline, Left.NO);
    return bytes != 0;
  }

  /// @return how many bytes; -1 when there are more than we take
  private long copy(InputStream in, Path file) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long bytes = 0;
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        bytes += n;
        if (bytes > left) return -1;
        out.write(buffer, 0, n);
      }
    }
    return bytes;
  }

  private void add(String name, String type, String file, long bytes, boolean inline, Left why) {
    String shown = name.length() > MOST_NAME ? name.substring(0, MOST_NAME) : name;
    String kind = type.length() > MOST_NAME ? type.substring(0, MOST_NAME) : type;
    parts.add(new Part(shown, kind, file, bytes, inline, why));
  }
}
