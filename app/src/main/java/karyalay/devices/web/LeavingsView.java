package karyalay.devices.web;

import java.util.List;
import karyalay.devices.Leaving;
import karyalay.web.Page;

/// What one had typed and not sent when another took over the machine.
public record LeavingsView(Page page, List<Leaving> leavings) {
  /// What the page was called, or its address.
  public String title(Leaving leaving) {
    return leaving.title().isBlank() ? leaving.action() : leaving.title();
  }
}
