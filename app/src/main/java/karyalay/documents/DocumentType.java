package karyalay.documents;

import karyalay.documents.decoder.Format;

/// What we take, told by the first bytes and by nothing else; and e-mails that we fetched.
public enum DocumentType {
  PDF(Format.PDF, "pdf"),
  JPEG(Format.JPEG, "jpg"),
  PNG(Format.PNG, "png"),
  TIFF(Format.TIFF, "tif"),
  /// Its page images show the words alone, not the layout.
  DOCX(Format.DOCX, "docx"),
  /// An e-mail as it came, kept by whoever fetched it; nobody uploads one, and it has no pages that
  /// could be shown.
  MAIL(Format.MAIL, "eml");

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
