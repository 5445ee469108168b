package karyalay.files;

import static karyalay.files.FilingRefusal.*;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import karyalay.desk.Attachments;
import karyalay.desk.Classification;
import karyalay.desk.Kind;
import karyalay.desk.NewPaper;
import karyalay.desk.Papers;
import karyalay.desk.Task;
import karyalay.desk.Urgency;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.organisation.Post;
import karyalay.organisation.Posts;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.ContentId;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Files of the time before: one by one with their scan, or many from a sheet. They keep their old
/// number, bear the mark "legacy", and no clock runs on them until they are sent on (OP-51).
@Service
@Transactional
public class LegacyFiles {
  private static final int SUBJECT = 500;
  private static final int NUMBER = 100;

  private final LegacyStore store;
  private final FileStore files;
  private final Papers papers;
  private final Attachments attachments;
  private final Posts posts;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;

  LegacyFiles(
      LegacyStore store,
      FileStore files,
      Papers papers,
      Attachments attachments,
      Posts posts,
      Acts acts,
      Ledger ledger,
      OfficeTime time) {
    this.store = store;
    this.files = files;
    this.papers = papers;
    this.attachments = attachments;
    this.posts = posts;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// One row of a sheet, judged: either it can be entered, or why not.
  ///
  /// @param line where it stood in the sheet, from 1
  public record Row(int line, Optional<LegacyFile> file, String shown, Optional<Refused> refused) {
    public boolean good() {
      return refused.isEmpty();
    }
  }

  /// Enters one old file with what was scanned of it.
  ///
  /// @param scans uploads of the actor, in page order; may be none
  /// @throws Refused `OLD_NUMBER_NEEDED`, `OLD_NUMBER_TAKEN`, `HOLDER_NOT_HERE`, `DATE_IN_FUTURE`,
  ///   `SUBJECT_NEEDED`, `SUBJECT_TOO_LONG`, `UPLOAD_GONE`
  public PaperId enter(Act act, LegacyFile file, List<UUID> scans) {
    PaperId id = PaperId.next();
    return new PaperId(acts.once(act, id.value(), () -> enterNow(act, id, file, scans)));
  }

  private void enterNow(Act act, PaperId id, LegacyFile file, List<UUID> scans) {
    Post keeper = keeper(keepers(act.post()), act.post(), file);
    check(file);
    String number = file.oldNumber().strip();
    var taken = store.taken(List.of(keeper.office()), List.of(LegacyStore.key(number)));
    if (!taken.isEmpty() || files.numberTaken(keeper.office(), number))
      throw new Refused(OLD_NUMBER_TAKEN, number);
    ContentId content = ContentId.next();
    store.insert(content, id, file, keeper, act, time.now());
    List<Entry> entries = new ArrayList<>();
    entries.add(papers.place(act, paper(id, content, file, keeper)));
    papers.stopClocks(id);
    entries.addAll(attachments.attach(act, content, scans));
    if (!scans.isEmpty())
      store.scanned(
          content, id, file, Math.max(1, attachments.pageCount(content)), act, time.now());
    var details = Map.of("number", number, "opened", file.openedOn().toString());
    entries.add(new Entry("files.legacy_entered", "paper/" + id, details));
    ledger.append(act, entries);
  }

  private NewPaper paper(PaperId id, ContentId content, LegacyFile file, Post keeper) {
    return new NewPaper(
        id,
        content,
        Kind.FILE,
        keeper.district(),
        keeper.office(),
        keeper.id(),
        true,
        false,
        Urgency.ORDINARY,
        Classification.NORMAL,
        false,
        file.oldNumber().strip(),
        file.subject().strip(),
        file.keptAt().strip(),
        Task.ACTION,
        null,
        time.now());
  }

  private void check(LegacyFile file) {
    if (LegacyStore.key(file.oldNumber()).isEmpty()) throw new Refused(OLD_NUMBER_NEEDED);
    if (file.oldNumber().strip().length() > NUMBER)
      throw new Refused(karyalay.shared.SharedRefusal.TOO_LONG, file.oldNumber().strip(), NUMBER);
    if (file.subject().isBlank()) throw new Refused(FileRefusal.SUBJECT_NEEDED);
    if (file.subject().length() > SUBJECT) throw new Refused(FileRefusal.SUBJECT_TOO_LONG, SUBJECT);
    if (file.openedOn().isAfter(time.today())) throw new Refused(DATE_IN_FUTURE);
  }

  private Post keeper(Map<String, PostId> keepers, PostId own, LegacyFile file) {
    String mark = file.holder().strip().toUpperCase(Locale.ROOT).split("[\\s·]", 2)[0];
    if (mark.isEmpty()) return posts.live(own);
    PostId keeper = keepers.get(mark);
    if (keeper == null) throw new Refused(HOLDER_NOT_HERE, file.holder().strip());
    return posts.live(keeper);
  }

  private Map<String, PostId> keepers(PostId by) {
    Map<String, PostId> keepers = new HashMap<>();
    store.keepers(by).forEach(keeper -> keepers.put(keeper.mark(), keeper.post()));
    return keepers;
  }

  /// Reads a sheet and judges every row, without entering anything.
  ///
  /// @throws Refused `NO_ROWS`, `TOO_MANY_ROWS`
  @Transactional(readOnly = true)
  public List<Row> examine(PostId by, String sheet) {
    Map<String, PostId> keepers = keepers(by);
    Map<String, Post> found = new HashMap<>();
    List<Row> rows = new ArrayList<>();
    List<LegacySheet.Line> lines = LegacySheet.lines(sheet);
    Set<String> keys = new HashSet<>();
    lines.forEach(line -> keys.add(LegacyStore.key(line.cell(0))));
    for (LegacySheet.Line line : lines) rows.add(row(line, by, keepers, found));
    var offices = found.values().stream().map(Post::office).distinct().toList();
    Map<String, String> taken = store.taken(offices, keys);
    Set<String> seen = new HashSet<>();
    rows.replaceAll(row -> once(row, found, taken, seen));
    return rows;
  }

  /// Reads a sheet for loading. Numbers that are taken are judged when each row is entered, so that
  /// a load sent again finds its own rows done.
  ///
  /// @throws Refused `NO_ROWS`, `TOO_MANY_ROWS`
  @Transactional(readOnly = true)
  public List<Row> load(PostId by, String sheet) {
    Map<String, PostId> keepers = keepers(by);
    Map<String, Post> found = new HashMap<>();
    return LegacySheet.lines(sheet).stream().map(line -> row(line, by, keepers, found)).toList();
  }

  /// The text of an uploaded sheet.
  ///
  /// @throws Refused `NOT_UNICODE`
  public static String text(byte[] bytes) {
    return LegacySheet.text(bytes);
  }

  private Row row(
      LegacySheet.Line line, PostId by, Map<String, PostId> keepers, Map<String, Post> found) {
    try {
      LegacyFile file = LegacySheet.file(line);
      check(file);
      // Posts are few, rows are many: each post is looked up once.
      if (!found.containsKey(file.holder())) found.put(file.holder(), keeper(keepers, by, file));
      return new Row(line.line(), Optional.of(file), line.cell(0), Optional.empty());
    } catch (Refused refused) {
      return new Row(line.line(), Optional.empty(), line.cell(0), Optional.of(refused));
    }
  }

  private static Row once(
      Row row, Map<String, Post> found, Map<String, String> taken, Set<String> seen) {
    if (row.file().isEmpty()) return row;
    LegacyFile file = row.file().get();
    Post keeper = java.util.Objects.requireNonNull(found.get(file.holder()));
    String place = keeper.office() + " " + LegacyStore.key(file.oldNumber());
    Refused refused = null;
    if (taken.containsKey(place)) refused = new Refused(OLD_NUMBER_TAKEN, row.shown());
    else if (!seen.add(place)) refused = new Refused(OLD_NUMBER_TWICE, row.shown());
    if (refused == null) return row;
    return new Row(row.line(), row.file(), row.shown(), Optional.of(refused));
  }

  /// The act of one row of a load: the same sheet sent again enters nothing twice.
  public static Act part(Act act, Row row) {
    String name = row.line() + " " + row.shown();
    return act.part(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
  }
}
