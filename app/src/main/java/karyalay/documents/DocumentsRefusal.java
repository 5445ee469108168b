package karyalay.documents;

import karyalay.documents.decoder.Fault;
import karyalay.shared.Refused;

/// Why a document is not taken or not shown.
public enum DocumentsRefusal implements Refused.Reason {
  /// Not PDF, JPEG, PNG, TIFF or DOCX, whatever its name.
  TYPE_NOT_TAKEN,
  /// A Word file of the old kind, or a new one locked with a password: both look alike.
  OLD_WORD,
  EMPTY,
  /// Larger than {0} MB.
  TOO_LARGE(413),
  /// The line broke before the end.
  BROKE_OFF(400),
  DISK_FULL(507),
  ENCRYPTED,
  BROKEN,
  CUT_OFF,
  /// More than {0} pages.
  TOO_MANY_PAGES,
  /// A table longer or wider than any that an office keeps.
  TOO_MANY_CELLS,
  /// Not an XLSX workbook but {0}.
  NO_WORKBOOK,
  /// An e-mail enclosed in an e-mail.
  MAIL_IN_MAIL,
  /// More enclosures than any letter has.
  TOO_MANY_PARTS,
  /// An image of more than {0} million points.
  TOO_MANY_PIXELS,
  BOMB,
  MACROS,
  TOO_HEAVY,
  /// All decoders are at work.
  BUSY(503),
  NO_SUCH_PAGE(404),
  /// The page cannot be drawn; the original can be downloaded.
  PAGE_NOT_SHOWN;

  private final int status;

  DocumentsRefusal() {
    this(422);
  }

  DocumentsRefusal(int status) {
    this.status = status;
  }

  @Override
  public String module() {
    return "documents";
  }

  @Override
  public int status() {
    return status;
  }

  /// The refusal of a file that the decoder did not take.
  static Refused of(Fault fault, DocumentSettings settings) {
    return switch (fault) {
      case ENCRYPTED -> new Refused(ENCRYPTED);
      case BROKEN -> new Refused(BROKEN);
      case CUT_OFF -> new Refused(CUT_OFF);
      case TOO_MANY_PAGES -> new Refused(TOO_MANY_PAGES, Integer.toString(settings.pages()));
      case TOO_MANY_CELLS -> new Refused(TOO_MANY_CELLS);
      case TOO_MANY_PIXELS -> new Refused(TOO_MANY_PIXELS, Long.toString(settings.megapixels()));
      case BOMB -> new Refused(BOMB);
      case MACROS -> new Refused(MACROS);
      case NOT_TAKEN -> new Refused(TYPE_NOT_TAKEN);
      case TOO_HEAVY -> new Refused(TOO_HEAVY);
    };
  }
}
