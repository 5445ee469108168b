package karyalay.desk;

import java.sql.Types;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import karyalay.shared.Caller;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.VerificationCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who printed what and when: by the code on each page a print can be told from a forgery (OP-50).
@Service
@Transactional
public class Prints {
  private final JdbcClient db;
  private final OfficeTime time;

  Prints(JdbcClient db, OfficeTime time) {
    this.db = db;
    this.time = time;
  }

  /// A print that is being made.
  public record Begun(VerificationCode code, Instant at) {}

  /// Notes a print before its first byte leaves.
  ///
  /// @param paper whose words it bears, opened by the caller before; null for a register
  /// @param number of the paper, or which register of which days: no word of a citizen
  public Begun begin(PrintKind kind, @Nullable PaperId paper, String number, Caller caller) {
    var begun = new Begun(VerificationCode.next(), time.now());
    db.sql(
            """
            INSERT INTO desk.print (code, kind, paper, number, office, person, post, at)
            VALUES (:code, :kind, :paper, :number, :office, :person, :post, :at)
            """)
        .param("code", begun.code().value())
        .param("kind", kind.name())
        .param("paper", paper == null ? null : paper.value(), Types.OTHER)
        .param("number", number)
        .param("office", caller.seat().office().value())
        .param("person", caller.person().value())
        .param("post", caller.seat().post().value())
        .param("at", PaperStore.at(begun.at()))
        .update();
    return begun;
  }

  /// Notes what was handed over; before this no code is answered for.
  public void finish(VerificationCode code, int pages, byte[] sha256) {
    db.sql("UPDATE desk.print SET pages = ?, sha256 = ? WHERE code = ?")
        .params(pages, sha256, code.value())
        .update();
  }

  /// What the office says of a print to anybody who holds one.
  ///
  /// @param sha256 of its bytes, in hexadecimal
  public record Known(
      VerificationCode code,
      PrintKind kind,
      String number,
      Instant at,
      Optional<Chair> by,
      int pages,
      String sha256) {}

  /// A finished print by its code.
  @Transactional(readOnly = true)
  public Optional<Known> find(VerificationCode code) {
    return db.sql(
            """
            SELECT d.*, p.mark, p.designation_hi, p.designation_en, p.office_hi, p.office_en
            FROM desk.print d LEFT JOIN organisation.v_post_ever p ON p.id = d.post
            WHERE d.code = ? AND d.sha256 IS NOT NULL
            """)
        .param(code.value())
        .query((row, n) ->
            new Known(
                code,
                PrintKind.valueOf(PaperRows.text(row, "kind")),
                PaperRows.text(row, "number"),
                Objects.requireNonNull(PaperRows.moment(row, "at")),
                Chair.read(
                    row, "mark", "designation_hi", "designation_en", "office_hi", "office_en"),
                row.getInt("pages"),
                HexFormat.of().formatHex(row.getBytes("sha256"))))
        .optional();
  }
}
