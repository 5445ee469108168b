package karyalay.desk;

import java.util.Locale;
import karyalay.documents.DocumentType;

/// Names of files as their senders call them: shown and offered for download, never believed.
final class FileName {
  static final int MOST = 120;

  private FileName() {}

  /// Without folders, control and direction characters, and not too long.
  static String clean(String sent) {
    String name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
    String plain = name.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\u202a-\u202e\u2066-\u2069]", "").strip();
    if (plain.codePointCount(0, plain.length()) <= MOST) return plain;
    return plain.substring(0, plain.offsetByCodePoints(0, MOST));
  }

  /// For the reader's disk: ends as its type ends, so that nothing else opens it.
  static String download(Attachment attachment) {
    String name = attachment.name().replaceAll("[<>:\"|?*]", "_");
    if (name.isBlank()) name = Integer.toString(attachment.serial());
    return endsRight(name, attachment.type()) ? name : name + "." + attachment.type().extension();
  }

  private static boolean endsRight(String name, DocumentType type) {
    String small = name.toLowerCase(Locale.ROOT);
    return switch (type) {
      case JPEG -> small.endsWith(".jpg") || small.endsWith(".jpeg");
      case TIFF -> small.endsWith(".tif") || small.endsWith(".tiff");
      case PDF, PNG, DOCX, MAIL -> small.endsWith("." + type.extension());
    };
  }
}
