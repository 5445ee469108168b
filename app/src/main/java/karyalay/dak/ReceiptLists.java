package karyalay.dak;

import java.sql.Types;
import java.util.List;
import java.util.UUID;
import karyalay.desk.Kind;
import karyalay.desk.Paper;
import karyalay.desk.Row;
import karyalay.desk.TrayFilter;
import karyalay.desk.Trays;
import karyalay.shared.OfficeTime;
import karyalay.shared.PostId;
import karyalay.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The lists of receipts, each joined with what the reader may see.
@Service
@Transactional(readOnly = true)
public class ReceiptLists {
  /// Rows of a page.
  public static final int PAGE = 50;

  private final JdbcClient db;
  private final ReceiptStore receipts;
  private final Seats seats;
  private final Trays trays;
  private final OfficeTime time;

  ReceiptLists(JdbcClient db, ReceiptStore receipts, Seats seats, Trays trays, OfficeTime time) {
    this.db = db;
    this.receipts = receipts;
    this.seats = seats;
    this.trays = trays;
    this.time = time;
  }

  /// One page of a list of papers, newest first.
  public List<ListRow> page(Scope scope, ListFilter filter) {
    if (filter.pile() == Pile.SENT) return sent(scope, filter);
    var after = filter.after();
    UUID folder = filter.folder();
    return statement(ListQueries.pile(filter.pile()) + ListQueries.PAGE, scope, filter.pile())
        .param("folder", folder == null ? null : folder.toString(), Types.VARCHAR)
        .param("physical", filter.physical(), Types.BOOLEAN)
        .param("read", filter.read(), Types.BOOLEAN)
        .param("followed", filter.followed())
        .param("key", after == null ? Long.MAX_VALUE : after.key())
        .param("id", after == null ? new UUID(-1, -1) : after.paper())
        .param("limit", PAGE)
        .query((row, n) -> ListRow.read(row))
        .list();
  }

  /// How many papers a list has for this reader: as many as its pages show (OP-105).
  public int count(Scope scope, Pile pile) {
    return statement(ListQueries.pile(pile) + ListQueries.COUNT, scope, pile)
        .query(Integer.class)
        .single();
  }

  private JdbcClient.StatementSpec statement(String sql, Scope scope, Pile pile) {
    var statement =
        db.sql(sql).param("person", scope.person().value()).param("post", scope.post().value());
    if (pile != Pile.UNSEEN) return statement;
    return statement
        .param("now", ReceiptStore.at(time.now()))
        .param("district", seats.of(scope.post()).district().value());
  }

  /// What went from here is known to the desk.
  private List<ListRow> sent(Scope scope, ListFilter filter) {
    var filtered =
        new TrayFilter(
            TrayFilter.Tab.GIVEN,
            TrayFilter.What.ALL,
            Kind.RECEIPT,
            filter.physical(),
            TrayCursors.of(filter.after()));
    return trays.page(scope, filtered).stream().map(this::row).toList();
  }

  private ListRow row(Row row) {
    Paper paper = row.paper();
    return new ListRow(
        paper.id(),
        paper.number(),
        paper.title(),
        paper.subtitle(),
        row.named(),
        paper.physical(),
        paper.place().code(),
        paper.urgency(),
        paper.classification(),
        OfficeTime.day(paper.madeAt()),
        paper.dueAt(),
        paper.openedAt() != null,
        false,
        row.from().map(chair -> chair.mark()).orElse(""),
        row.holder().map(chair -> chair.mark()).orElse(""),
        TrayCursors.key(row));
  }

  /// Entries of a post that have no number, or that it threw away.
  public List<Receipt> entries(PostId post, Receipt.State state) {
    return receipts.entries(post, state);
  }
}
