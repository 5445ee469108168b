package karyalay.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import karyalay.shared.Language;

/// A post as it is shown: by abbreviation, designation and office.
public record Chair(
    String mark, String designationHi, String designationEn, String officeHi, String officeEn) {

  public String designation(Language language) {
    return language.pick(designationHi, designationEn);
  }

  public String office(Language language) {
    return language.pick(officeHi, officeEn);
  }

  static Optional<Chair> read(
      ResultSet row, String mark, String hi, String en, String officeHi, String officeEn)
      throws SQLException {
    if (row.getString(mark) == null) return Optional.empty();
    return Optional.of(
        new Chair(
            PaperRows.text(row, mark),
            PaperRows.text(row, hi),
            PaperRows.text(row, en),
            PaperRows.text(row, officeHi),
            PaperRows.text(row, officeEn)));
  }
}
