package karyalay.organisation;

import karyalay.shared.Act;
import karyalay.shared.OfficeId;

/// Told, inside the act, that working days changed for an office and all under it: whoever keeps
/// running clocks reckons them anew. Implemented above.
public interface CalendarWatcher {
  void calendarChanged(Act act, OfficeId office);
}
