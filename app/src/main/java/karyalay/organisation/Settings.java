package karyalay.organisation;

import java.util.UUID;
import karyalay.shared.OfficeId;
import org.springframework.stereotype.Service;

/// Figures that differ between places or orders: default limits, levels, ranks, page counts. They
/// are masters of kind `SETTING` with a `value`, dated and edited like all others (OP-14).
///
/// The codes: `first-day` (OP-89), `post-limit-days` (OP-88), `levels` (OP-93), `closing-rank`
/// (OP-43), `volume-pages` (OP-46), `secret-barred`, `restricted-used` (OP-85), `see-dak-hours`
/// (OP-33), `administrator-post`.
@Service
public class Settings {
  private final Masters masters;
  private final OfficeStore offices;

  Settings(Masters masters, OfficeStore offices) {
    this.masters = masters;
    this.offices = offices;
  }

  /// A whole number.
  public int number(String code, OfficeId office) {
    if (value(code, office) instanceof Number number) return number.intValue();
    throw new IllegalStateException("setting " + code + " is not a number");
  }

  public boolean flag(String code, OfficeId office) {
    if (value(code, office) instanceof Boolean flag) return flag;
    throw new IllegalStateException("setting " + code + " is not yes or no");
  }

  public String text(String code, OfficeId office) {
    return value(code, office).toString();
  }

  private Object value(String code, OfficeId office) {
    UUID district = offices.districtOf(office);
    Object value =
        masters
            .one("SETTING", code, new OfficeId(district))
            .map(setting -> setting.data().get("value"))
            .orElse(null);
    if (value == null) throw new IllegalStateException("no setting " + code);
    return value;
  }
}
