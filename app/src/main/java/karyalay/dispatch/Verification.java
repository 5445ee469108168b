package karyalay.dispatch;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import karyalay.shared.VerificationCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The check of an issue number by an outsider (OP-79): date, office, form and hash, never the
/// text.
@Service
public class Verification {
  private final JdbcClient db;
  private final Guesses guesses;

  Verification(JdbcClient db, Guesses guesses) {
    this.db = db;
    this.guesses = guesses;
  }

  /// What an outsider is told.
  ///
  /// @param form code of the master of forms; of a print, the key of what was printed
  /// @param print whether it is a print of what lies in the program, not a letter (OP-50)
  /// @param voided whether the number was given up
  public record Told(
      String number,
      LocalDate date,
      String officeHi,
      String officeEn,
      String districtHi,
      String districtEn,
      String form,
      String sha256,
      boolean print,
      boolean voided) {}

  /// Looks a pair of number and code up. Every wrong pair is answered alike, and the more of them
  /// come from one address or for one number, the later.
  ///
  /// @param address from where it is asked
  /// @throws karyalay.shared.Refused `TOO_MANY_CHECKS` when too many are being kept waiting
  @Transactional(propagation = Propagation.NEVER)
  public Optional<Told> check(String number, String code, String address) {
    String asked = number.strip();
    Optional<Told> found = code(code).flatMap(it -> find(asked, it));
    Duration wait = guesses.judged(found.isPresent(), asked, address);
    guesses.keepWaiting(wait);
    return found;
  }

  private record Row(
      String number,
      LocalDate issuedOn,
      String officeHi,
      String officeEn,
      String districtHi,
      String districtEn,
      String form,
      String sha256,
      boolean print,
      boolean voided) {}

  /// What nobody could have printed is no code, and is answered like a wrong one.
  private static Optional<VerificationCode> code(String typed) {
    try {
      return Optional.of(VerificationCode.typed(typed));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<Told> find(String number, VerificationCode code) {
    return db
        .sql(
            """
            SELECT l.number, l.issued_on, o.name_hi AS office_hi, o.name_en AS office_en,
                   d.name_hi AS district_hi, d.name_en AS district_en, l.form, l.sha256,
                   false AS print, l.state = 'CANCELLED' AS voided
            FROM drafts.v_letter l
            JOIN organisation.v_office o ON o.id = l.office
            JOIN organisation.v_office d ON d.id = l.district
            WHERE l.code = :code
            UNION ALL
            SELECT p.number, cast(p.at AT TIME ZONE 'Asia/Kolkata' AS date), o.name_hi, o.name_en,
                   d.name_hi, d.name_en, p.word, encode(p.sha256, 'hex'),
                   true, false
            FROM desk.v_print p
            JOIN organisation.v_office o ON o.id = p.office
            JOIN organisation.v_office d ON d.id = o.district
            WHERE p.code = :code
            """)
        .param("code", code.value())
        .query(Row.class)
        .list()
        .stream()
        .filter(row -> same(row.number(), number))
        .findFirst()
        .map(Verification::told);
  }

  private static Told told(Row row) {
    return new Told(
        row.number(),
        row.issuedOn(),
        row.officeHi(),
        row.officeEn(),
        row.districtHi(),
        row.districtEn(),
        row.form(),
        row.sha256(),
        row.print(),
        row.voided());
  }

  private static boolean same(String kept, String typed) {
    return MessageDigest.isEqual(folded(kept), folded(typed));
  }

  /// Numbers are read off paper: spaces, dashes and either kind of digits make no difference.
  private static byte[] folded(String number) {
    var folded = new StringBuilder();
    Objects.requireNonNull(number)
        .codePoints()
        .filter(sign -> !Character.isWhitespace(sign) && sign != '-')
        .forEach(sign -> {
          int digit = Character.digit(sign, 10);
          if (digit >= 0) folded.append(digit);
          else folded.appendCodePoint(Character.toUpperCase(sign));
        });
    return folded.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }
}
