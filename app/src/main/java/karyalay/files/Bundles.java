package karyalay.files;

import java.util.List;
import karyalay.organisation.Master;
import karyalay.organisation.Masters;
import karyalay.shared.OfficeId;
import karyalay.shared.Refused;
import org.springframework.stereotype.Component;

/// The order in which a file is tied up: reference books, notes, running summary … It is data of
/// the district, masters of kind `FILE_ORDER`, unconfirmed as delivered (OP-63).
@Component
class Bundles {
  /// Where a file stands when nobody says.
  static final String USUAL = "other-papers";

  private final Masters masters;

  Bundles(Masters masters) {
    this.masters = masters;
  }

  List<Master> of(OfficeId district) {
    return masters.of("FILE_ORDER", district);
  }

  void require(String code, OfficeId district) {
    if (masters.one("FILE_ORDER", code, district).isEmpty())
      throw new Refused(FilingRefusal.NO_SUCH_BUNDLE, code);
  }
}
