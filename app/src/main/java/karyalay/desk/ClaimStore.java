package karyalay.desk;

import static karyalay.desk.PaperStore.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import karyalay.shared.Act;
import karyalay.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of claims. One is live while its paper has not moved since and its shift lasts: that is
/// judged wherever it is read, so that no worker ends it.
@Repository
class ClaimStore {
  /// Columns that a query of papers `p` adds, with {@link #JOIN} and the parameter `now`.
  static final String COLUMNS =
      """
      , cl.person AS claim_person, cl.since AS claim_since, cl.lapses_at AS claim_lapses,
        cx.name_hi AS claim_hi, cx.name_en AS claim_en,
        EXISTS (SELECT FROM desk.prepared pr WHERE pr.paper = p.id) AS prepared
      """;

  static final String JOIN =
      """
      LEFT JOIN desk.claim cl ON cl.paper = p.id AND cl.serial = p.moves AND cl.lapses_at > :now
      LEFT JOIN organisation.v_person cx ON cx.id = cl.person
      """;

  private final JdbcClient db;

  ClaimStore(JdbcClient db) {
    this.db = db;
  }

  /// Who has taken the paper that this row is of.
  static Optional<Claim> read(ResultSet row) throws SQLException {
    if (row.getString("claim_person") == null) return Optional.empty();
    return Optional.of(
        new Claim(
            new PersonId(PaperRows.uuid(row, "claim_person")),
            Objects.requireNonNullElse(row.getString("claim_hi"), ""),
            Objects.requireNonNullElse(row.getString("claim_en"), ""),
            Objects.requireNonNull(PaperRows.moment(row, "claim_since")),
            Objects.requireNonNull(PaperRows.moment(row, "claim_lapses"))));
  }

  /// Who has it now, for one who holds the paper's lock.
  Optional<Claim> of(Paper paper, Instant now) {
    return db.sql(
            """
            SELECT cl.person AS claim_person, cl.since AS claim_since, cl.lapses_at AS claim_lapses,
                   cx.name_hi AS claim_hi, cx.name_en AS claim_en
            FROM desk.claim cl LEFT JOIN organisation.v_person cx ON cx.id = cl.person
            WHERE cl.paper = ? AND cl.serial = ? AND cl.lapses_at > ?
            """)
        .params(paper.id().value(), paper.moves(), at(now))
        .query((row, n) -> read(row))
        .optional()
        .flatMap(found -> found);
  }

  /// From now on the actor has it; whoever had it before has it no more.
  void put(Paper paper, Act act, Instant now, Instant lapses) {
    db.sql(
            """
            INSERT INTO desk.claim (paper, serial, post, person, since, lapses_at, act)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (paper) DO UPDATE
            SET serial = excluded.serial, post = excluded.post, person = excluded.person,
                since = excluded.since, lapses_at = excluded.lapses_at, act = excluded.act
            """)
        .params(
            paper.id().value(),
            paper.moves(),
            act.post().value(),
            act.person().value(),
            at(now),
            at(lapses),
            act.id().value())
        .update();
  }

  void drop(Paper paper) {
    db.sql("DELETE FROM desk.claim WHERE paper = ?").param(paper.id().value()).update();
  }
}
