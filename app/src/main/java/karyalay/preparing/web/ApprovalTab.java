package karyalay.preparing.web;

import java.util.Optional;
import karyalay.desk.web.DeskTab;
import karyalay.preparing.PreparedReading;
import karyalay.shared.Caller;
import karyalay.shared.Capacity;
import org.springframework.stereotype.Component;

/// The tab «आपकी स्वीकृति हेतु» of a desk, with its count. A counter decides nothing and has none.
@Component
class ApprovalTab implements DeskTab {
  private final PreparedReading reading;

  ApprovalTab(PreparedReading reading) {
    this.reading = reading;
  }

  @Override
  public Optional<Tab> of(Caller caller) {
    if (caller.seat().capacity() == Capacity.MEMBER) return Optional.empty();
    return Optional.of(new Tab("for-your-approval", "/approvals", reading.count(caller.scope())));
  }
}
