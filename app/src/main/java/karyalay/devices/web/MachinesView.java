package karyalay.devices.web;

import java.util.List;
import java.util.UUID;
import karyalay.devices.Machine;
import karyalay.notices.Texts;
import karyalay.organisation.Office;
import karyalay.shared.OfficeId;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;

/// The shared machines of an office or a district.
///
/// @param here the machine at which the reader sits; null where it is not marked
/// @param offices for which the reader may mark it; empty when he may not
/// @param own his office
/// @param sms how texts stand, for an administrator; null for others
public record MachinesView(
    Page page,
    List<Machine> machines,
    @Nullable Machine here,
    List<Office> offices,
    OfficeId own,
    Texts.@Nullable Health sms) {
  public boolean here(UUID machine) {
    return here != null && here.id().equals(machine);
  }

  public boolean own(Office office) {
    return office.id().equals(own);
  }
}
