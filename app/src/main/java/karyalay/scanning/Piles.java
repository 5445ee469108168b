package karyalay.scanning;

import static karyalay.scanning.PileRefusal.PILE_CHANGED;
import static karyalay.scanning.PileRefusal.PILE_IS_CUT;
import static karyalay.scanning.PileRefusal.PILE_NOT_CUT;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import karyalay.desk.Attachments;
import karyalay.desk.Upload;
import karyalay.documents.Documents;
import karyalay.documents.Original;
import karyalay.documents.PageImage;
import karyalay.documents.PageSize;
import karyalay.documents.Stored;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.scanning.Pile.State;
import karyalay.scanning.PileStore.Head;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.Ids;
import karyalay.shared.OfficeTime;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import karyalay.shared.Scope;
import karyalay.shared.SharedRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The door of the pile: thirty letters scanned together and cut apart (OP-127). It belongs to a
/// post, so that whoever works the counter goes on with it; to everybody else it is not there. What
/// was scanned stays as it arrived, and the ledger names it by its hash.
@Service
@Transactional
public class Piles {
  private static final Duration SHOWN = Duration.ofDays(7);
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final PileStore store;
  private final PileLetterStore letters;
  private final Attachments attachments;
  private final Documents documents;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;

  Piles(
      PileStore store,
      PileLetterStore letters,
      Attachments attachments,
      Documents documents,
      Acts acts,
      Ledger ledger,
      OfficeTime time) {
    this.store = store;
    this.letters = letters;
    this.attachments = attachments;
    this.documents = documents;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// Makes a pile of files that were sent before, in this order.
  ///
  /// @throws Refused `PILE_EMPTY`, `PILE_TOO_HIGH`, `WORD_NOT_CUT`; `UPLOAD_GONE` when one is
  ///   another's or was used before
  public UUID make(Act act, List<UUID> uploads) {
    UUID id = Ids.next();
    return acts.once(
        act,
        id,
        () -> {
          List<Upload> files = attachments.uploads(uploads, act.person());
          PileRules.requireCuttable(files);
          for (UUID upload : uploads.stream().distinct().toList()) attachments.claim(act, upload);
          store.insert(id, act, files, time.now());
          ledger.append(act, entry("scanning.pile_made", id, Map.of("files", words(files))));
        });
  }

  private List<Map<String, Object>> words(List<Upload> files) {
    var stored = documents.find(files.stream().map(Upload::document).toList());
    return files.stream()
        .map(file ->
            Map.<String, Object>of(
                "sha256", hash(stored.get(file.document())), "pages", file.pages()))
        .toList();
  }

  private static String hash(@Nullable Stored stored) {
    if (stored == null) throw new IllegalStateException("an upload without its document");
    return stored.hash();
  }

  /// Piles of a post: those that are not finished, and the last days'.
  @Transactional(readOnly = true)
  public List<Pile.Line> of(PostId post) {
    return store.lines(post, time.now().minus(SHOWN));
  }

  /// A pile with its pages and letters.
  ///
  /// @throws Refused `NOT_FOUND` to whoever does not work the post
  @Transactional(readOnly = true)
  public Pile open(UUID id, Scope scope) {
    Head head = found(store.find(id, scope.post()));
    return new Pile(
        id,
        head.state(),
        head.version(),
        head.madeAt(),
        head.savedAt(),
        head.savedHi(),
        head.savedEn(),
        store.files(id),
        store.pages(id),
        letters.of(id, scope));
  }

  private static Head found(Optional<Head> head) {
    return head.orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
  }

  /// A page of a pile as a picture.
  ///
  /// @throws Refused `NOT_FOUND`, and what {@link Documents#page} says
  @Transactional(propagation = Propagation.NEVER)
  public PageImage page(UUID id, int n, PageSize size, PostId post) {
    var spot = store.spot(id, n, post).orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
    return documents.page(spot.document(), spot.page(), size);
  }

  /// What was scanned, byte for byte.
  @Transactional(propagation = Propagation.NEVER)
  public Original original(UUID id, int serial, PostId post) {
    var _ = found(store.find(id, post));
    return store.files(id).stream()
        .filter(file -> file.serial() == serial)
        .findFirst()
        .map(file -> documents.original(file.document()))
        .orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
  }

  /// Keeps how the pile is to be cut. That promises nothing, so the ledger does not tell of it; it
  /// does when the letters are made. Sent twice, it is kept once.
  ///
  /// @param version what the person saw
  /// @return the version it is now
  /// @throws Refused `NOT_FOUND`; `PILE_CHANGED` when another changed it meanwhile: nothing of his
  ///   is overwritten; `PILE_IS_CUT`
  public int save(Act act, UUID id, int version, Cuts cuts) {
    Head head = found(store.lock(id, act.post()));
    boolean sentAgain = act.id().value().equals(head.savedAct()) && version + 1 == head.version();
    if (sentAgain && head.state() == State.CUTTING) return head.version();
    require(head, version, State.CUTTING);
    PileRules.require(cuts, store.pages(id).size());
    store.cut(id, cuts);
    store.saved(id, State.CUTTING, act, time.now());
    return version + 1;
  }

  /// One change at one page, for a browser without script.
  public int change(Act act, UUID id, int version, int n, Change change) {
    Head head = found(store.lock(id, act.post()));
    boolean sentAgain = act.id().value().equals(head.savedAct()) && version + 1 == head.version();
    if (sentAgain) return head.version();
    return save(act, id, version, PileRules.changed(store.pages(id), n, change));
  }

  private void require(Head head, int version, State state) {
    if (head.version() != version)
      throw new Refused(
          PILE_CHANGED, head.savedHi(), HOUR.format(head.savedAt().atZone(OfficeTime.ZONE)));
    if (head.state() != state)
      throw new Refused(state == State.CUTTING ? PILE_IS_CUT : PILE_NOT_CUT);
  }

  /// Makes the letters: each page goes into exactly one, or is dropped by name.
  ///
  /// @throws Refused as {@link #save}; `PILE_NOT_READ` while pages have not been looked at;
  ///   `NOTHING_TO_CUT`
  public void cut(Act act, UUID id, int version) {
    acts.once(
        act,
        id,
        () -> {
          require(found(store.lock(id, act.post())), version, State.CUTTING);
          List<PilePage> pages = store.pages(id);
          List<List<Integer>> cut = PileRules.cut(pages);
          for (List<Integer> letter : cut) letters.insert(id, letter);
          store.saved(id, State.CUT, act, time.now());
          ledger.append(act, entry("scanning.pile_cut", id, words(pages, cut)));
        });
  }

  private static Map<String, Object> words(List<PilePage> pages, List<List<Integer>> cut) {
    return Map.of("letters", cut, "removed", dropped(pages, false), "blank", dropped(pages, true));
  }

  private static List<Integer> dropped(List<PilePage> pages, boolean blank) {
    return pages.stream()
        .filter(PilePage::dropped)
        .filter(page -> (page.choice() == PilePage.Choice.NONE) == blank)
        .map(PilePage::n)
        .collect(Collectors.toList());
  }

  /// Takes up the knife again: letters that nobody has diarised are pages of the pile once more;
  /// what has its number stays as it is.
  ///
  /// @throws Refused as {@link #save}; `PILE_NOT_CUT`; `NOTHING_TO_CUT` when all have their number
  public void cutAgain(Act act, UUID id, int version) {
    acts.once(
        act,
        id,
        () -> {
          require(found(store.lock(id, act.post())), version, State.CUT);
          int withdrawn = letters.withdraw(id);
          if (withdrawn == 0) throw new Refused(PileRefusal.NOTHING_TO_CUT);
          store.saved(id, State.CUTTING, act, time.now());
          ledger.append(act, entry("scanning.pile_reopened", id, Map.of("letters", withdrawn)));
        });
  }

  private static Entry entry(String what, UUID pile, Map<String, ?> details) {
    return new Entry(what, "pile/" + pile, details);
  }
}
