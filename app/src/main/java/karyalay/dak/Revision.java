package karyalay.dak;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import karyalay.shared.Language;

/// One version of the particulars, with who wrote it.
public record Revision(
    int version, Instant at, String nameHi, String nameEn, String mark, Particulars particulars) {

  static Revision read(ResultSet row) throws SQLException {
    return new Revision(
        row.getInt("version"),
        Objects.requireNonNull(ReceiptStore.moment(row, "at")),
        Objects.requireNonNullElse(row.getString("name_hi"), ""),
        Objects.requireNonNullElse(row.getString("name_en"), ""),
        Objects.requireNonNullElse(row.getString("mark"), ""),
        ParticularsRows.read(row));
  }

  public String by(Language language) {
    return language.pick(nameHi, nameEn);
  }

  /// What differs from the version before: field, old, new.
  public List<Change> since(Revision before) {
    var changes = new ArrayList<Change>();
    for (Field field : Field.values()) {
      String was = field.of(before.particulars());
      String is = field.of(particulars);
      if (!was.equals(is)) changes.add(new Change(field, was, is));
    }
    return changes;
  }

  /// One changed field.
  public record Change(Field field, String was, String is) {}
}
