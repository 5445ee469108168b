package karyalay.organisation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import karyalay.shared.ActId;
import karyalay.shared.OfficeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Number series and the state of every number.
@Repository
class SeriesStore {
  /// A number just taken, with what its text is made of.
  record Taken(long n, String office) {}

  private final JdbcClient db;

  SeriesStore(JdbcClient db) {
    this.db = db;
  }

  /// One statement: the series row is locked from here to the commit, and no longer.
  Taken take(OfficeId office, String kind, int year, UUID subject) {
    return db.sql(
            """
            WITH series AS (
                INSERT INTO organisation.series AS s (office, kind, year, last)
                VALUES (:office, :kind, :year, 1)
                ON CONFLICT (office, kind, year) DO UPDATE SET last = s.last + 1
                RETURNING id, last
            ), number AS (
                INSERT INTO organisation.series_number (series, n, state, subject)
                SELECT id, last, 'ISSUED', :subject FROM series
            )
            SELECT series.last AS n,
                   coalesce((SELECT code FROM organisation.office WHERE id = :office), '') AS office
            FROM series
            """)
        .param("office", office.value())
        .param("kind", kind)
        .param("year", year)
        .param("subject", subject)
        .query(Taken.class)
        .single();
  }

  /// Reserves the next numbers.
  ///
  /// @return the last of them
  long reserve(OfficeId office, String kind, int year, int count, ActId act) {
    return db.sql(
            """
            WITH series AS (
                INSERT INTO organisation.series AS s (office, kind, year, last)
                VALUES (:office, :kind, :year, :count)
                ON CONFLICT (office, kind, year) DO UPDATE SET last = s.last + :count
                RETURNING id, last
            ), number AS (
                INSERT INTO organisation.series_number (series, n, state, act)
                SELECT id, n, 'RESERVED', :act FROM series, generate_series(last - :count + 1, last) AS n
            )
            SELECT last FROM series
            """)
        .param("office", office.value())
        .param("kind", kind)
        .param("year", year)
        .param("count", count)
        .param("act", act.value())
        .query(Long.class)
        .single();
  }

  /// The block an act reserved.
  Series.Block blockOf(ActId act) {
    return db.sql(
            "SELECT min(n) AS first, max(n) AS last FROM organisation.series_number WHERE act = ?")
        .param(act.value())
        .query(Series.Block.class)
        .single();
  }

  /// Uses a reserved number; false when it is not one.
  boolean use(OfficeId office, String kind, int year, long n, UUID subject) {
    return db.sql(
                """
                UPDATE organisation.series_number SET state = 'ISSUED', subject = :subject, at = now()
                WHERE series = (SELECT id FROM organisation.series
                                WHERE office = :office AND kind = :kind AND year = :year)
                  AND n = :n AND state = 'RESERVED'
                """)
            .param("office", office.value())
            .param("kind", kind)
            .param("year", year)
            .param("n", n)
            .param("subject", subject)
            .update()
        == 1;
  }

  /// Voids a reserved number; false when it is not one.
  boolean cancel(OfficeId office, String kind, int year, long n, String reason) {
    return db.sql(
                """
                UPDATE organisation.series_number SET state = 'VOID', reason = :reason, at = now()
                WHERE series = (SELECT id FROM organisation.series
                                WHERE office = :office AND kind = :kind AND year = :year)
                  AND n = :n AND state = 'RESERVED'
                """)
            .param("office", office.value())
            .param("kind", kind)
            .param("year", year)
            .param("n", n)
            .param("reason", reason)
            .update()
        == 1;
  }

  /// Voids the number that a subject bears; false when it bears none of that series.
  boolean withdraw(OfficeId office, String kind, int year, UUID subject, String reason) {
    return db.sql(
                """
                UPDATE organisation.series_number SET state = 'VOID', reason = :reason, at = now()
                WHERE series = (SELECT id FROM organisation.series
                                WHERE office = :office AND kind = :kind AND year = :year)
                  AND subject = :subject AND state = 'ISSUED'
                """)
            .param("office", office.value())
            .param("kind", kind)
            .param("year", year)
            .param("subject", subject)
            .param("reason", reason)
            .update()
        == 1;
  }

  /// Begins a series at a number, or moves one forward of which no number was given yet; empty when
  /// some were, or it would go back.
  Optional<UUID> begin(OfficeId office, String kind, int year, long start) {
    return db.sql(
            """
            INSERT INTO organisation.series (office, kind, year, last, start)
            VALUES (:office, :kind, :year, :last, :start)
            ON CONFLICT (office, kind, year) DO UPDATE SET last = excluded.last, start = excluded.start
            WHERE series.start < excluded.start
              AND NOT EXISTS (SELECT FROM organisation.series_number n WHERE n.series = series.id)
            RETURNING id
            """)
        .param("office", office.value())
        .param("kind", kind)
        .param("year", year)
        .param("last", start - 1)
        .param("start", start)
        .query(UUID.class)
        .optional();
  }

  /// The series of an office in a year.
  List<Series.Register> of(OfficeId office, int year) {
    return db.sql(
            """
            SELECT kind, year, start, last FROM organisation.series
            WHERE office = ? AND year = ? ORDER BY kind
            """)
        .params(office.value(), year)
        .query(Series.Register.class)
        .list();
  }

  /// Every number of a series that is not issued, with its reason: what the register shows as gaps.
  List<Series.Gap> gaps(OfficeId office, String kind, int year) {
    return db.sql(
            """
            SELECT n.n, n.state, n.reason
            FROM organisation.series s JOIN organisation.series_number n ON n.series = s.id
            WHERE s.office = ? AND s.kind = ? AND s.year = ? AND n.state <> 'ISSUED' ORDER BY n.n
            """)
        .params(office.value(), kind, year)
        .query(Series.Gap.class)
        .list();
  }
}
