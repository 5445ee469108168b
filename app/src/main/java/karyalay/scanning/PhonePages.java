package karyalay.scanning;

import java.util.UUID;
import karyalay.scanning.PhoneStore.PageRow;
import karyalay.shared.OfficeTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The order of a telephone's pages. Each change holds the telephone's row, so that two pages at
/// once get two serials and one page sent twice gets one.
@Service
@Transactional
class PhonePages {
  private final PhoneStore store;
  private final OfficeTime time;

  PhonePages(PhoneStore store, OfficeTime time) {
    this.store = store;
    this.time = time;
  }

  /// @param page without its serial
  /// @return its serial
  int add(UUID phone, PageRow page, @Nullable UUID instead) {
    store.change(phone);
    var known = store.page(phone, page.id());
    if (known.isPresent()) return known.get().serial();
    var before = instead == null ? java.util.Optional.<PageRow>empty() : store.page(phone, instead);
    int serial = before.map(PageRow::serial).orElseGet(() -> store.nextSerial(phone));
    if (before.isPresent()) store.remove(phone, before.get().id(), time.now());
    store.insert(
        phone,
        new PageRow(page.id(), serial, page.upload(), page.received(), page.likeness()),
        time.now());
    return serial;
  }

  void remove(UUID phone, UUID page) {
    store.change(phone);
    store.remove(phone, page, time.now());
  }
}
