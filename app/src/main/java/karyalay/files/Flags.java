package karyalay.files;

import static karyalay.files.FilingRefusal.*;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import karyalay.desk.Attachment;
import karyalay.desk.Attachments;
import karyalay.desk.Locked;
import karyalay.desk.Paper;
import karyalay.desk.Papers;
import karyalay.desk.Reading;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.ContentId;
import karyalay.shared.Ids;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.shared.Scope;
import karyalay.shared.Sha256;
import karyalay.shared.SharedRefusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Flags: PUC, FR, FR-I …, DFA, A, B … on a page, a paragraph, a note or a file. A flag keeps the
/// version that it was put on, and a note opens what its flag sat on when it was written (OP-61).
@Service
@Transactional
public class Flags {
  private final FlagStore store;
  private final FileStore files;
  private final Papers papers;
  private final Attachments attachments;
  private final Reading reading;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;

  Flags(
      FlagStore store,
      FileStore files,
      Papers papers,
      Attachments attachments,
      Reading reading,
      Acts acts,
      Ledger ledger,
      OfficeTime time) {
    this.store = store;
    this.files = files;
    this.papers = papers;
    this.attachments = attachments;
    this.reading = reading;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// What is to be flagged.
  ///
  /// @param label what is written on it; blank takes the next free letter
  /// @param paper the file in which it sits: the same, or another that the actor can read
  /// @param place number of the page, paragraph or note; 0 for a whole file
  public record Wanted(String label, FlagTarget target, PaperId paper, int place) {}

  /// Sets a flag on a file that lies on the actor's desk. A label that is set already moves; FR
  /// counts on instead.
  ///
  /// @return the flag
  /// @throws Refused `NOT_WITH_YOU`, `NOT_FOUND`, `FLAG_MALFORMED`, `NO_SUCH_PLACE`,
  ///   `PUC_IS_A_PAGE`
  public UUID set(Act act, PaperId file, Wanted wanted) {
    UUID id = Ids.next();
    return acts.once(act, id, () -> setNow(act, id, file, wanted));
  }

  /// Makes a paper of the correspondence the one under consideration: its first page gets the flag
  /// PUC, which leaves any other (OP-61).
  ///
  /// @param serial of the paper in the contents
  /// @throws Refused `NOT_WITH_YOU`, `NOT_FOUND`, `NO_SUCH_PLACE`
  public UUID consider(Act act, PaperId file, int serial) {
    UUID id = Ids.next();
    return acts.once(
        act,
        id,
        () -> {
          Locked locked = papers.lock(file);
          papers.requireOnDesk(locked, act);
          ledger.append(act, considerNow(act, id, locked.paper(), serial));
        });
  }

  /// The same inside another door's act, for the first paper of a file.
  Entry consider(Act act, Paper file, int serial) {
    return considerNow(act, Ids.next(), file, serial);
  }

  private Entry considerNow(Act act, UUID id, Paper file, int serial) {
    int page =
        store
            .firstPage(file.content(), serial)
            .orElseThrow(() -> new Refused(NO_SUCH_PLACE, Integer.toString(serial)));
    var wanted = new Wanted(FlagLabel.PUC.text(), FlagTarget.PAGE, file.id(), page);
    return put(act, id, file, wanted);
  }

  private void setNow(Act act, UUID id, PaperId fileId, Wanted wanted) {
    Locked file = papers.lock(fileId);
    papers.requireOnDesk(file, act);
    ledger.append(act, put(act, id, file.paper(), wanted));
  }

  private Entry put(Act act, UUID id, Paper file, Wanted wanted) {
    PaperId fileId = file.id();
    TieRules.requireFile(file);
    if (!wanted.paper().equals(fileId)) reading.open(wanted.paper(), scope(act));
    ContentId content = file.content();
    String label = label(wanted, store.labels(content)).text();
    boolean puc = label.equals(FlagLabel.PUC.text());
    if (puc && (wanted.target() != FlagTarget.PAGE || !wanted.paper().equals(fileId)))
      throw new Refused(PUC_IS_A_PAGE);
    Instant now = time.now();
    Flag flag = flag(id, fileId, label, wanted, now);
    store.lift(content, label, act, now);
    store.insert(content, flag, act);
    if (puc) files.consider(content, store.serial(content, wanted.place()));
    return new Entry("files.flagged", "paper/" + fileId, words(flag));
  }

  private static FlagLabel label(Wanted wanted, List<String> set) {
    if (wanted.label().isBlank()) return FlagLabel.nextLetter(set);
    return FlagLabel.of(wanted.label()).beside(set);
  }

  /// Takes a flag off. Notes that cite it still open what it sat on.
  ///
  /// @throws Refused `NOT_WITH_YOU`, `FLAG_NOT_SET`
  public void lift(Act act, PaperId fileId, String label) {
    acts.once(
        act,
        fileId.value(),
        () -> {
          Locked file = papers.lock(fileId);
          papers.requireOnDesk(file, act);
          String text = FlagLabel.of(label).text();
          if (!store.lift(file.paper().content(), text, act, time.now()))
            throw new Refused(FLAG_NOT_SET, text);
          ledger.append(
              act, new Entry("files.flag_lifted", "paper/" + fileId, Map.of("label", text)));
        });
  }

  /// All flags of a file and its volumes, set and lifted, oldest first. The caller has opened the
  /// file.
  @Transactional(readOnly = true)
  public List<Flag> of(PaperId file) {
    return store.of(file);
  }

  /// A flag, for one who reads both the file that uses it and the file that it sits in.
  ///
  /// @throws Refused `NOT_FOUND`
  @Transactional(readOnly = true)
  public Flag open(PaperId file, UUID id, Scope scope) {
    reading.open(file, scope);
    Flag flag = store.find(id).orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
    if (!flag.file().equals(file)) throw new Refused(SharedRefusal.NOT_FOUND);
    if (!flag.paper().equals(file)) reading.open(flag.paper(), scope);
    return flag;
  }

  /// Whether the page that a flag sits on still lies in its file.
  @Transactional(readOnly = true)
  public boolean isThere(Flag flag) {
    return flag.cited() != null
        && store.page(flag.paper(), flag.place()).stream()
            .anyMatch(spot -> spot.paper().equals(flag.cited().value()));
  }

  private Flag flag(UUID id, PaperId file, String label, Wanted wanted, Instant now) {
    return switch (wanted.target()) {
      case PAGE -> onPage(id, file, label, wanted, now);
      case PARAGRAPH -> elsewhere(id, file, label, wanted, hash(wanted), now);
      case NOTE -> elsewhere(id, file, label, wanted, hash(wanted), now);
      case FILE ->
          elsewhere(
              id,
              file,
              label,
              new Wanted(label, FlagTarget.FILE, wanted.paper(), 0),
              store.reached(wanted.paper()).orElseThrow(() -> none(wanted)),
              now);
    };
  }

  private Flag onPage(UUID id, PaperId file, String label, Wanted wanted, Instant now) {
    var spot = store.page(wanted.paper(), wanted.place()).orElseThrow(() -> none(wanted));
    String document =
        attachments.of(new ContentId(spot.content())).stream()
            .filter(one -> one.firstPage() <= spot.page() && spot.page() <= one.lastPage())
            .map(Attachment::document)
            .map(Object::toString)
            .findFirst()
            .orElse("");
    return new Flag(
        id,
        file,
        label,
        FlagTarget.PAGE,
        wanted.paper(),
        wanted.place(),
        new PaperId(spot.paper()),
        spot.page(),
        document,
        now,
        null);
  }

  private static Flag elsewhere(
      UUID id, PaperId file, String label, Wanted wanted, String version, Instant now) {
    return new Flag(
        id,
        file,
        label,
        wanted.target(),
        wanted.paper(),
        wanted.place(),
        null,
        0,
        version,
        now,
        null);
  }

  /// The note that a flag sits on, and the hash of its words.
  private String hash(Wanted wanted) {
    String note =
        (wanted.target() == FlagTarget.NOTE
                ? store.note(wanted.paper(), wanted.place())
                : store.paragraph(wanted.paper(), wanted.place()))
            .orElseThrow(() -> none(wanted));
    return java.util.HexFormat.of().formatHex(Sha256.of(note));
  }

  private static Refused none(Wanted wanted) {
    return new Refused(NO_SUCH_PLACE, Integer.toString(wanted.place()));
  }

  private static Map<String, Object> words(Flag flag) {
    return Map.of(
        "flag", flag.id().toString(),
        "label", flag.label(),
        "target", flag.target().name(),
        "file", flag.paper().toString(),
        "place", flag.place(),
        "version", flag.version());
  }

  private static Scope scope(Act act) {
    return new Scope(act.person(), act.post());
  }
}
