package karyalay.dak;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Finds a receipt by the number that stands on it: the whole of it, or its beginning (`1391`,
/// `1391/2026`) in the register of the reader's own office, the latest year first. A number of the
/// paper register is found however it is written there.
@Service
@Transactional(readOnly = true)
public class NumberFinder {
  private static final Pattern SERIAL = Pattern.compile("([0-9]{1,9})(/.*)?");

  private final JdbcClient db;

  NumberFinder(JdbcClient db) {
    this.db = db;
  }

  /// @param typed digits of either script
  /// @return the paper of it that is nearest to the reader: his own, else the first
  /// @throws Refused `NO_SUCH_NUMBER`, also where there is one that he may not see
  public PaperId find(String typed, Scope scope) {
    String number = plain(typed);
    Matcher serial = SERIAL.matcher(number);
    return db.sql(
            """
            SELECT p.id FROM dak.receipt d
            JOIN desk.v_paper p ON p.content = d.id
            JOIN desk.readable(:person, :post) r ON r.paper = p.id
            WHERE d.state = 'GENERATED'
              AND (d.number = :number
                   OR d.serial = :serial AND starts_with(d.number, :beginning)
                      AND d.office = (SELECT office FROM organisation.v_post WHERE id = :post)
                   OR d.origin = 'OPENING' AND starts_with(d.old_key, :old)
                      AND d.office = (SELECT office FROM organisation.v_post WHERE id = :post))
            ORDER BY d.diarised_on DESC, p.holder IS NOT DISTINCT FROM :post DESC, p.id = d.lead DESC
            LIMIT 1
            """)
        .param("person", scope.person().value())
        .param("post", scope.post().value())
        .param("number", number)
        .param("serial", serial.matches() ? Integer.parseInt(serial.group(1)) : -1)
        .param("beginning", number + "/")
        .param("old", Openings.number(typed) + " ")
        .query(UUID.class)
        .optional()
        .map(PaperId::new)
        .orElseThrow(() -> new Refused(DakRefusal.NO_SUCH_NUMBER, typed.strip()));
  }

  /// Digits of any script as 0 to 9, capital letters, no blanks.
  private static String plain(String typed) {
    var out = new StringBuilder();
    typed
        .codePoints()
        .filter(c -> !Character.isWhitespace(c))
        .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
        .forEach(out::appendCodePoint);
    return out.toString().toUpperCase(Locale.ROOT);
  }
}
