package karyalay.documents.decoder;

/// What the decoder can open.
public enum Format {
  PDF,
  JPEG,
  PNG,
  TIFF,
  DOCX
}
