package karyalay.drafts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import karyalay.shared.ContentId;
import karyalay.shared.OfficeId;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import org.jspecify.annotations.Nullable;

/// Reads rows of this module's tables.
final class LetterRows {
  private LetterRows() {}

  static LetterHead head(ResultSet row) throws SQLException {
    return new LetterHead(
        new LetterId(id(row, "id")),
        new PaperId(id(row, "paper")),
        new ContentId(id(row, "content")),
        new OfficeId(id(row, "district")),
        new OfficeId(id(row, "office")),
        LetterState.valueOf(text(row, "state")),
        row.getInt("version"),
        row.getInt("revision"),
        row.getBoolean("sealed"),
        row.getBoolean("keep_all"),
        form(row),
        text(row, "template"),
        text(row, "category"),
        row.getBoolean("original"),
        row.getBoolean("standard"),
        new PostId(id(row, "signatory")),
        new PostId(id(row, "made_post")));
  }

  static LetterForm form(ResultSet row) throws SQLException {
    return LetterForm.of(text(row, "form")).orElseThrow();
  }

  static Party party(ResultSet row) throws SQLException {
    return new Party(
        Party.Role.valueOf(text(row, "role")),
        target(row),
        new Address(
            text(row, "name"),
            text(row, "designation"),
            text(row, "organisation"),
            text(row, "address"),
            text(row, "email"),
            text(row, "mobile")),
        text(row, "purpose"));
  }

  private static Target target(ResultSet row) throws SQLException {
    String kind = text(row, "kind");
    return switch (kind) {
      case "POST" -> new Target.Post(new PostId(id(row, "target")));
      case "OFFICE" -> new Target.Office(new OfficeId(id(row, "target")));
      case "GROUP" -> new Target.Group(text(row, "group_code"));
      case "OUTSIDE" -> new Target.Outside(id(row, "target"));
      default -> throw new IllegalStateException("party of kind " + kind);
    };
  }

  static Enclosure enclosure(ResultSet row) throws SQLException {
    return new Enclosure(
        new ContentId(id(row, "content")),
        row.getInt("serial"),
        text(row, "name"),
        row.getInt("pages"));
  }

  static UUID id(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, UUID.class), column);
  }

  static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getString(column), column);
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
