package karyalay.documents.decoder;

/// What the decoder can open.
public enum Format {
  PDF,
  JPEG,
  PNG,
  TIFF,
  DOCX,
  /// Read as a table, never drawn.
  XLSX,
  /// Taken apart, never drawn.
  MAIL
}
