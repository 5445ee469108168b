package karyalay.organisation;

import karyalay.shared.Act;
import karyalay.shared.Capacity;
import karyalay.shared.OfficeId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.springframework.stereotype.Component;

/// An administrator edits his own district and no other; another's rows are not there for him. That
/// he is an administrator at all, the route has made sure.
@Component
class Authority {
  private final OfficeStore offices;

  Authority(OfficeStore offices) {
    this.offices = offices;
  }

  void overOffice(Act act, OfficeId office) {
    over(act, new OfficeId(offices.districtOf(office)));
  }

  void over(Act act, OfficeId district) {
    if (act.by().capacity() == Capacity.SYSTEM) return;
    boolean own = offices.districtOf(act.post()).filter(district::equals).isPresent();
    if (!own) throw new Refused(SharedRefusal.NOT_FOUND);
  }
}
