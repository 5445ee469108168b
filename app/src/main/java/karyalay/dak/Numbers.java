package karyalay.dak;

import karyalay.organisation.Masters;
import karyalay.organisation.Series;
import karyalay.shared.ContentId;
import karyalay.shared.OfficeTime;
import org.springframework.stereotype.Component;

/// Diary numbers: serial, year and office, never used again (OP-18). A protected paper takes its
/// number from the confidential series of the Superintendent's office, so that the register of a
/// thana does not tell that it had one.
@Component
class Numbers {
  static final String OPEN = "RECEIPT";
  static final String CONFIDENTIAL = "RECEIPT_CONFIDENTIAL";

  private final Series series;
  private final Masters masters;
  private final Seats seats;
  private final OfficeTime time;

  Numbers(Series series, Masters masters, Seats seats, OfficeTime time) {
    this.series = series;
    this.masters = masters;
    this.seats = seats;
    this.time = time;
  }

  /// Call it when all else is written: the next clerk waits from here to the commit.
  Series.Number take(Seat seat, boolean guarded, ContentId receipt) {
    int year = time.today().getYear();
    if (!guarded) return series.take(seat.office(), OPEN, year, receipt.value());
    var office = seats.registryOfProtected(seat);
    var number = series.take(office.id(), CONFIDENTIAL, year, receipt.value());
    boolean written =
        masters.one("NUMBER_FORMAT", "receipt-confidential", seat.district()).isPresent();
    return written ? number : new Series.Number(number.serial(), "गोप0-" + number.text());
  }
}
