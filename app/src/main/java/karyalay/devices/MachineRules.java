package karyalay.devices;

import karyalay.shared.Caller;
import karyalay.shared.OfficeId;
import karyalay.shared.Refused;

/// Who marks a machine as shared, and for which office (OP-125).
final class MachineRules {
  static final int LONGEST_NAME = 60;

  private MachineRules() {}

  /// @param head whether the caller's chair heads its office
  /// @param within whether the office lies in the caller's district
  /// @throws Refused `NOT_HEAD`
  static void requireAuthority(Caller caller, boolean head, OfficeId office, boolean within) {
    boolean own = head && caller.seat().office().equals(office);
    boolean administers = caller.roles().contains("ADMIN") && within;
    if (!own && !administers) throw new Refused(DevicesRefusal.NOT_HEAD);
  }

  /// @throws Refused `MACHINE_NEEDS_NAME`
  static String name(String typed) {
    String name = typed.strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME)
      throw new Refused(DevicesRefusal.MACHINE_NEEDS_NAME, Integer.toString(LONGEST_NAME));
    return name;
  }
}
