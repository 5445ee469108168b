package karyalay.documents;

import static karyalay.documents.DocumentsRefusal.OLD_WORD;
import static karyalay.documents.DocumentsRefusal.TYPE_NOT_TAKEN;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import karyalay.shared.Refused;

/// Tells a file's type from its first bytes. Names and the sender's word are not asked.
final class FirstBytes {
  /// So many are looked at. A PDF's mark may stand behind some rubbish, as readers allow.
  static final int COUNT = 1024;

  private FirstBytes() {}

  /// @throws Refused `TYPE_NOT_TAKEN` or `OLD_WORD`
  static DocumentType type(byte[] first) {
    String hex = HexFormat.of().formatHex(first, 0, Math.min(8, first.length));
    if (hex.startsWith("ffd8ff")) return DocumentType.JPEG;
    if (hex.startsWith("89504e470d0a1a0a")) return DocumentType.PNG;
    if (hex.startsWith("49492a00") || hex.startsWith("4d4d002a")) return DocumentType.TIFF;
    if (hex.startsWith("504b0304")) return DocumentType.DOCX;
    if (hex.startsWith("d0cf11e0a1b11ae1")) throw new Refused(OLD_WORD);
    if (new String(first, StandardCharsets.ISO_8859_1).contains("%PDF-")) return DocumentType.PDF;
    throw new Refused(TYPE_NOT_TAKEN);
  }
}
