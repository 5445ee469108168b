package karyalay.organisation;

import java.util.Optional;
import karyalay.shared.OfficeId;
import org.springframework.stereotype.Service;

/// Figures that differ between places or orders: default limits, levels, ranks, page counts. They
/// are masters of kind `SETTING` with a `value`, dated and edited like all others (OP-14).
///
/// The codes: `first-day` (OP-89), `post-limit-days` (OP-88), `levels` (OP-93), `closing-rank`
/// (OP-43), `park-days` (OP-42), `volume-pages-least` (OP-46), `merging-rank` (OP-48),
/// `secret-barred`, `restricted-used` (OP-85), `gazetted-level` (OP-33), `administrator-post`
/// (OP-15).
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

  /// The seniority of the rank that a setting names, as that of `closing-rank`.
  public int level(String code, OfficeId office) {
    return masters
        .one("RANK", text(code, office), new OfficeId(offices.districtOf(office)))
        .map(rank -> rank.number("level", 0))
        .orElseThrow(() -> new IllegalStateException("setting " + code + " names no rank"));
  }

  /// A district may set its own figure, but not have none: then what holds everywhere holds.
  private Object value(String code, OfficeId office) {
    Object value =
        masters
            .one("SETTING", code, new OfficeId(offices.districtOf(office)))
            .or(() -> everywhere(code))
            .map(setting -> setting.data().get("value"))
            .orElse(null);
    if (value == null) throw new IllegalStateException("no setting " + code);
    return value;
  }

  private Optional<Master> everywhere(String code) {
    return masters.of("SETTING").stream().filter(it -> it.code().equals(code)).findFirst();
  }
}
