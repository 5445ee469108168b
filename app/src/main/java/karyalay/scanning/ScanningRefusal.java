package karyalay.scanning;

import karyalay.shared.Refused;

/// Why a part, a page or a telephone is not taken.
public enum ScanningRefusal implements Refused.Reason {
  /// {0} files, or {1} MB, are on their way from this person already.
  TOO_MANY_TRANSFERS(429),
  /// Only {0} of {1} bytes are here.
  NOT_ALL_HERE(409),
  /// It became an upload which is attached.
  TRANSFER_USED(409),
  /// No such QR, or an old one that was replaced.
  QR_UNKNOWN(404),
  /// Fifteen minutes are over.
  QR_OVER(410),
  /// The form was sent or closed.
  FORM_GONE(410),
  /// Another telephone came first.
  OTHER_PHONE(409),
  /// The very page is here, as page {0}.
  PAGE_HERE(409),
  /// Looks like page {0}.
  PAGE_ALIKE(409),
  /// {0} pages are the most.
  TOO_MANY_PAGES(409),
  /// Neither JPEG nor PNG.
  NO_PHOTO(422),
  /// More than {0} MB.
  PHOTO_TOO_LARGE(413),
  /// Too many tries; {0} seconds.
  TOO_OFTEN(429),
  /// Only a picture can be turned.
  NOT_TO_TURN(422);

  private final int status;

  ScanningRefusal(int status) {
    this.status = status;
  }

  @Override
  public String module() {
    return "scanning";
  }

  @Override
  public String rule() {
    return "OP-127";
  }

  @Override
  public int status() {
    return status;
  }
}
