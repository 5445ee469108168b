package karyalay.dak;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import karyalay.desk.Classification;
import karyalay.organisation.Master;
import karyalay.organisation.Masters;
import karyalay.shared.OfficeId;
import karyalay.shared.PaperId;
import karyalay.shared.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Watch lists: dak on right to information, of courts, of public representatives, of audit
/// (OP-92), as long as it is not closed, wherever it lies on the reader's desk or, for a head, on
/// those under him, also within a file. Which lists there are is data: the master `WATCH`, whose
/// `categories` names categories of dak and whose `vip` takes what is marked so.
@Service
@Transactional(readOnly = true)
public class Watches {
  /// Lines that are read; what is beyond is the least urgent.
  public static final int MOST = 500;

  private static final String KIND = "WATCH";

  private final WatchStore store;
  private final Masters masters;

  Watches(WatchStore store, Masters masters) {
    this.store = store;
    this.masters = masters;
  }

  /// One receipt on a list.
  ///
  /// @param title empty when it is protected and the reader not named on it
  /// @param due null without a date
  /// @param holder marking abbreviation of who has it, or the file that it lies in
  public record Line(
      PaperId paper,
      String number,
      String title,
      Classification classification,
      @Nullable Instant due,
      String holder,
      String category,
      boolean vip) {}

  /// One list with its lines, the most urgent first.
  public record WatchList(Master list, List<Line> lines) {
    public WatchList {
      lines = List.copyOf(lines);
    }
  }

  /// All lists of the district for this reader; a receipt may stand on more than one.
  public List<WatchList> of(Scope scope, OfficeId district) {
    List<Master> lists = masters.of(KIND, district);
    Set<String> all = new LinkedHashSet<>();
    lists.forEach(list -> all.addAll(categories(list)));
    if (lists.isEmpty()) return List.of();
    // SQL wants one at least, and no category is called so.
    all.add("");
    List<Line> lines = store.lines(scope, all, MOST);
    List<WatchList> found = new ArrayList<>();
    for (Master list : lists)
      found.add(new WatchList(list, lines.stream().filter(line -> stands(line, list)).toList()));
    return List.copyOf(found);
  }

  private static boolean stands(Line line, Master list) {
    return list.flag("vip") && line.vip() || categories(list).contains(line.category());
  }

  private static Set<String> categories(Master list) {
    Set<String> codes = new LinkedHashSet<>(List.of(list.text("categories").split("[\\s,]+")));
    codes.remove("");
    return codes;
  }
}
