package karyalay.drafts;

import static karyalay.drafts.LetterRows.text;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import karyalay.shared.Act;
import karyalay.shared.OfficeId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of templates as offices have made them their own.
@Repository
class TemplateStore {
  private final JdbcClient db;

  TemplateStore(JdbcClient db) {
    this.db = db;
  }

  record Row(String code, int version, String body, boolean hidden) {}

  /// The newest version of each template that the office has edited.
  List<Row> newest(OfficeId office) {
    return db.sql(
            """
            SELECT DISTINCT ON (code) code, version, body, hidden FROM drafts.template
            WHERE office = ? ORDER BY code, version DESC
            """)
        .param(office.value())
        .query(Row.class)
        .list();
  }

  /// One version of an office's template, with who wrote it.
  ///
  /// @param by name of the person, and the mark of his post
  record Kept(int version, String body, boolean hidden, String byHi, String byEn, Instant at) {}

  List<Kept> versions(OfficeId office, String code) {
    return db.sql(
            """
            SELECT t.version, t.body, t.hidden, t.at, coalesce(e.name_hi, '') || ', ' || coalesce(p.mark, '') AS hi,
                   coalesce(e.name_en, '') || ', ' || coalesce(p.mark, '') AS en
            FROM drafts.template t LEFT JOIN organisation.v_person e ON e.id = t.person
            LEFT JOIN organisation.v_post_ever p ON p.id = t.post
            WHERE t.office = ? AND t.code = ? ORDER BY t.version DESC
            """)
        .params(office.value(), code)
        .query((row, n) ->
            new Kept(
                row.getInt("version"),
                text(row, "body"),
                row.getBoolean("hidden"),
                text(row, "hi"),
                text(row, "en"),
                Objects.requireNonNull(LetterRows.instant(row, "at"))))
        .list();
  }

  /// Adds a version.
  ///
  /// @throws Refused `TRY_AGAIN` to the second of two at once
  int add(OfficeId office, String code, String body, boolean hidden, Act act, Instant now) {
    return db.sql(
            """
            INSERT INTO drafts.template (office, code, version, body, hidden, person, post, at)
            SELECT :office, :code, coalesce(max(version), 0) + 1, :body, :hidden, :person, :post, :now
            FROM drafts.template WHERE office = :office AND code = :code
            ON CONFLICT DO NOTHING RETURNING version
            """)
        .param("office", office.value())
        .param("code", code)
        .param("body", body)
        .param("hidden", hidden)
        .param("person", act.person().value())
        .param("post", act.post().value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .optional()
        .orElseThrow(() -> new Refused(SharedRefusal.TRY_AGAIN));
  }
}
