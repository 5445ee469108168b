package karyalay.golive;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import karyalay.documents.Workbooks;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.organisation.Office;
import karyalay.organisation.Offices;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.Caller;
import karyalay.shared.Ids;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door to workbooks of people and of what is pending: sent, tried, carried out (OP-137). For
/// the administrator of the district.
@Service
@Transactional
public class Loads {
  /// A workbook of five thousand rows has about one megabyte.
  public static final long MOST_BYTES = 20L << 20;

  private final LoadStore store;
  private final Offices offices;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;

  Loads(LoadStore store, Offices offices, Acts acts, Ledger ledger, OfficeTime time) {
    this.store = store;
    this.offices = offices;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// Takes the rows of a workbook in and has them tried; nothing is entered yet. The same file sent
  /// again while it waits is the same load.
  ///
  /// @param read what a decoder read of it, outside any transaction
  /// @param name of the file, only for the eye
  /// @return the load
  /// @throws Refused `NO_HEADINGS`, `NO_ROWS`, `TOO_MANY_ROWS`; `NOT_FOUND` for another district's
  ///   office
  public UUID send(
      Act act, Caller by, Load.Kind kind, OfficeId office, Workbooks.Read read, String name) {
    requireOwn(by, office);
    SheetReader.Sheet sheet = SheetReader.read(kind, read);
    UUID id = store.waiting(kind, office, read.sha256()).orElseGet(Ids::next);
    return acts.once(
        act,
        id,
        () -> {
          if (store.find(id).isPresent()) store.again(id);
          else store.insert(load(id, by, kind, office, read, name, sheet), marked(kind, sheet));
          ledger.append(
              act,
              new Entry(
                  "golive.sent",
                  "office/" + office,
                  Map.of(
                      "kind",
                      kind.name(),
                      "rows",
                      sheet.rows().size(),
                      "sha256",
                      java.util.HexFormat.of().formatHex(read.sha256()))));
        });
  }

  private Load load(
      UUID id,
      Caller by,
      Load.Kind kind,
      OfficeId office,
      Workbooks.Read read,
      String name,
      SheetReader.Sheet sheet) {
    return new Load(
        id,
        kind,
        by.seat().district(),
        office,
        read.sha256(),
        name,
        by.actor(),
        time.now(),
        sheet.notes(),
        Load.State.TRYING,
        null,
        null,
        sheet.rows().size(),
        0);
  }

  /// Marks rows that say what one before them says, wherever in the file that stands.
  private static List<SheetReader.Found> marked(Load.Kind kind, SheetReader.Sheet sheet) {
    if (kind != Load.Kind.PEOPLE) return sheet.rows();
    Set<String> seen = new HashSet<>();
    List<SheetReader.Found> rows = new ArrayList<>();
    for (SheetReader.Found row : sheet.rows()) {
      String pno = Cells.digits(row.cells().getOrDefault(Column.PNO, ""));
      if (pno.isEmpty() || seen.add(pno)) rows.add(row);
      else {
        List<String> notes = new ArrayList<>(row.notes());
        notes.add("TWICE " + pno);
        rows.add(new SheetReader.Found(row.line(), row.cells(), notes));
      }
    }
    return rows;
  }

  /// Has it carried out: every row that can be, each once, however often this is sent.
  ///
  /// @throws Refused `NOT_TRIED`; `NOT_FOUND` for another district's
  public UUID apply(Act act, Caller by, UUID id) {
    Load load = find(id, by);
    return acts.once(
        act,
        id,
        () -> {
          if (!store.apply(id, act)) throw new Refused(GoLiveRefusal.NOT_TRIED);
          ledger.append(
              act,
              new Entry(
                  "golive.applied",
                  "office/" + load.office(),
                  Map.of("kind", load.kind().name(), "rows", load.lines())));
        });
  }

  /// @throws Refused `NOT_FOUND` for another district's
  @Transactional(readOnly = true)
  public Load find(UUID id, Caller by) {
    return store
        .find(id)
        .filter(load -> load.district().equals(by.seat().district()))
        .orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
  }

  /// The latest of an office.
  @Transactional(readOnly = true)
  public List<Load> of(OfficeId office) {
    return store.of(office);
  }

  @Transactional(readOnly = true)
  public Load.Sum sum(Load load) {
    return store.sum(load.id());
  }

  /// Its rows after one, in their order.
  ///
  /// @param refused whether only those that are refused
  @Transactional(readOnly = true)
  public List<Load.Row> rows(Load load, boolean refused, int after, int limit) {
    return refused ? store.refused(load.id(), after, limit) : store.rows(load.id(), after, limit);
  }

  private void requireOwn(Caller by, OfficeId office) {
    if (offices.find(office).map(Office::district).filter(by.seat().district()::equals).isEmpty())
      throw new Refused(SharedRefusal.NOT_FOUND);
  }
}
