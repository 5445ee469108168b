package karyalay.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.shared.Scope;
import karyalay.shared.SharedRefusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The one way to a single paper: through the reader's permission. What he may not see is not
/// there.
@Service
@Transactional(readOnly = true)
public class Reading {
  private static final String CARD =
      """
      SELECT p.*, r.named, h.mark AS holder_mark, h.designation_hi AS holder_hi,
             h.designation_en AS holder_en, h.office_hi AS holder_office_hi,
             h.office_en AS holder_office_en, f.mark AS from_mark
      """
          + ClaimStore.COLUMNS
          + """
          FROM desk.paper p
          JOIN desk.readable(:person, :post) r ON r.paper = p.id
          LEFT JOIN desk.paper top ON top.id = p.root
          LEFT JOIN organisation.v_post_ever h ON h.id = top.holder
          LEFT JOIN organisation.v_post_ever f ON f.id = p.from_post
          """
          + ClaimStore.JOIN;

  private final JdbcClient db;
  private final OfficeTime time;

  Reading(JdbcClient db, OfficeTime time) {
    this.db = db;
    this.time = time;
  }

  /// The paper as this reader may see it: title and subtitle are empty when it is protected and he
  /// is not named on it (OP-86).
  ///
  /// @throws Refused `NOT_FOUND`, whether it is hidden or was never there
  public Card card(PaperId paper, Scope scope) {
    return find(paper, scope).orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
  }

  /// The same, for those who may read the words: a protected paper is refused to the rest like one
  /// that is not there.
  public Card open(PaperId paper, Scope scope) {
    Card card = card(paper, scope);
    if (!card.named()) throw new Refused(SharedRefusal.NOT_FOUND);
    return card;
  }

  private Optional<Card> find(PaperId paper, Scope scope) {
    return db.sql(CARD + " WHERE p.id = :paper")
        .param("person", scope.person().value())
        .param("post", scope.post().value())
        .param("now", PaperStore.at(time.now()))
        .param("paper", paper.value())
        .query((row, n) -> card(row))
        .optional();
  }

  /// What lies directly in a paper, as this reader may see it, oldest first.
  public List<Card> inside(PaperId parent, Scope scope) {
    return db.sql(CARD + " WHERE p.parent = :parent ORDER BY p.arrived_at, p.id")
        .param("person", scope.person().value())
        .param("post", scope.post().value())
        .param("now", PaperStore.at(time.now()))
        .param("parent", parent.value())
        .query((row, n) -> card(row))
        .list();
  }

  static Card card(ResultSet row) throws SQLException {
    Paper paper = PaperRows.paper(row);
    boolean named = row.getBoolean("named");
    return new Card(
        named ? paper : veiled(paper),
        named,
        Chair.read(
            row, "holder_mark", "holder_hi", "holder_en", "holder_office_hi", "holder_office_en"),
        Optional.ofNullable(row.getString("from_mark")),
        ClaimStore.read(row),
        row.getBoolean("prepared"));
  }

  /// Number, class and due date, no word of what it says.
  private static Paper veiled(Paper paper) {
    return new Paper(
        paper.id(),
        paper.content(),
        paper.kind(),
        paper.district(),
        paper.office(),
        paper.creator(),
        paper.lead(),
        paper.physical(),
        paper.place(),
        paper.root(),
        paper.urgency(),
        paper.classification(),
        paper.guarded(),
        paper.barred(),
        paper.number(),
        "",
        "",
        paper.task(),
        paper.dueAt(),
        paper.madeAt(),
        paper.arrivedAt(),
        paper.openedAt(),
        paper.from(),
        paper.moves(),
        paper.hands());
  }

  /// A paper with who has it.
  ///
  /// @param named whether the reader may see the words
  /// @param holder who holds it, or what it lies in; empty when the post is gone without trace
  /// @param from marking abbreviation of where it came from
  /// @param claim which member of the counter has taken it; empty when nobody has (OP-123)
  /// @param prepared whether something prepared on it waits for its holder (OP-124)
  public record Card(
      Paper paper,
      boolean named,
      Optional<Chair> holder,
      Optional<String> from,
      Optional<Claim> claim,
      boolean prepared) {}
}
