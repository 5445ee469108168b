package karyalay.documents;

import karyalay.documents.decoder.Format;

/// What we take, told by the first bytes and by nothing else.
public enum DocumentType {
  PDF(Format.PDF, "pdf"),
  JPEG(Format.JPEG, "jpg"),
  PNG(Format.PNG, "png"),
  TIFF(Format.TIFF, "tif"),
  /// Its page images show the words alone, not the layout.
  DOCX(Format.DOCX, "docx");

  private final Format format;
  private final String extension;

  DocumentType(Format format, String extension) {
    this.format = format;
    this.extension = extension;
  }

  /// How file names of this type end, without the dot.
  public String extension() {
    return extension;
  }

  Format format() {
    return format;
  }
}
