package karyalay.devices.web;

import java.util.List;
import karyalay.devices.Reset;
import karyalay.shared.Caller;
import karyalay.web.Page;

/// Passwords given anew by two persons.
///
/// @param given the password just made, shown this once; empty otherwise
/// @param givenTo whose it is
public record ResetsView(
    Page page, Caller caller, List<Reset> resets, String given, String givenTo) {
  /// Whether the reader may be the second: neither the asker nor the rescued.
  public boolean second(Reset reset) {
    return caller.roles().contains("ADMIN")
        && !reset.askedBy().equals(caller.person())
        && !reset.person().equals(caller.person());
  }

  public String state(Reset reset) {
    if (reset.waits()) return page.t("devices.reset.waits");
    String key =
        Boolean.TRUE.equals(reset.confirmed()) ? "devices.reset.confirmed" : "devices.reset.ended";
    return page.t(key, page.name(reset.settledHi(), reset.settledEn()));
  }
}
