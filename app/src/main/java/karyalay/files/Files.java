package karyalay.files;

import static karyalay.files.FileRefusal.*;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import karyalay.desk.Attachments;
import karyalay.desk.Kind;
import karyalay.desk.Locked;
import karyalay.desk.Move;
import karyalay.desk.NewPaper;
import karyalay.desk.Paper;
import karyalay.desk.Papers;
import karyalay.desk.Place;
import karyalay.desk.Task;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.organisation.Masters;
import karyalay.organisation.Post;
import karyalay.organisation.Posts;
import karyalay.organisation.Series;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.CheckReturnValue;
import karyalay.shared.ContentId;
import karyalay.shared.KrutiDev;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Files: opening, cover, correspondence, closing.
@Service
@Transactional
public class Files {
  /// Kind of the masters that say for how long a closed file is kept.
  public static final String RECORD_CLASS = "RECORD_CLASS";

  private static final int SUBJECT = 500;
  private static final int TEXT = 2000;

  private final FileStore store;
  private final NoteStore notes;
  private final Flags flags;
  private final Papers papers;
  private final Attachments attachments;
  private final Posts posts;
  private final Masters masters;
  private final Series series;
  private final ClosingRank rank;
  private final ObjectProvider<LetterWords> words;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;

  Files(
      FileStore store,
      NoteStore notes,
      Flags flags,
      Papers papers,
      Attachments attachments,
      Posts posts,
      Masters masters,
      Series series,
      ClosingRank rank,
      ObjectProvider<LetterWords> words,
      Acts acts,
      Ledger ledger,
      OfficeTime time) {
    this.store = store;
    this.notes = notes;
    this.flags = flags;
    this.papers = papers;
    this.attachments = attachments;
    this.posts = posts;
    this.masters = masters;
    this.series = series;
    this.rank = rank;
    this.words = words;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// Opens a file on the actor's desk, and puts a receipt into it at once when one is given.
  ///
  /// @throws Refused `SUBJECT_NEEDED`, `SUBJECT_TOO_LONG`, `SUBJECT_IN_LEGACY_FONT`,
  ///   `NUMBER_NEEDED`, `NUMBER_TAKEN`, `HEAD_UNKNOWN`, `CLASS_NOT_USED`, and those of {@link
  ///   #enclose}
  public PaperId open(Act act, NewFile file, @Nullable PaperId receipt) {
    PaperId id = PaperId.next();
    return new PaperId(acts.once(act, id.value(), () -> openNow(act, id, file, receipt)));
  }

  private void openNow(Act act, PaperId id, NewFile file, @Nullable PaperId receipt) {
    Post post = posts.live(act.post());
    check(file, post);
    ContentId content = ContentId.next();
    Instant now = time.now();
    if (!store.insert(content, id, post.district(), post.office(), file, act, now))
      throw new Refused(NUMBER_TAKEN, file.number().strip());
    String subject = file.subject().strip();
    var paper =
        new NewPaper(
            id,
            content,
            Kind.FILE,
            post.district(),
            post.office(),
            act.post(),
            true,
            file.physical(),
            file.urgency(),
            file.classification(),
            false,
            file.number().strip(),
            subject,
            "",
            Task.ACTION,
            null,
            now);
    Entry placed = papers.place(act, paper);
    @Nullable Entry enclosed = receipt == null ? null : put(act, receipt, id);
    // The number last: whoever opens the next file of this office waits until we commit.
    String number = file.byHeads() ? byHeads(file, post, content) : file.number().strip();
    if (file.byHeads()) {
      store.number(content, number);
      papers.label(content, number, subject, "");
    }
    var opened = new Entry("files.opened", "paper/" + id, Map.of("number", number));
    ledger.append(
        act, enclosed == null ? List.of(placed, opened) : List.of(placed, enclosed, opened));
  }

  private void check(NewFile file, Post post) {
    requireSubject(file.subject());
    if (!file.byHeads()) {
      String number = file.number().strip();
      if (number.isEmpty()) throw new Refused(NUMBER_NEEDED);
      if (number.length() > 100) throw new Refused(SharedRefusal.TOO_LONG, number, 100);
    }
    for (String head : file.heads())
      if (masters.one("FILE_HEAD", head, post.district()).isEmpty())
        throw new Refused(HEAD_UNKNOWN, head);
  }

  private static void requireSubject(String subject) {
    if (subject.isBlank()) throw new Refused(SUBJECT_NEEDED);
    if (KrutiDev.in(subject)) throw new Refused(SUBJECT_IN_LEGACY_FONT);
    if (subject.length() > SUBJECT) throw new Refused(SUBJECT_TOO_LONG, SUBJECT);
  }

  /// The number by heads. One that the office gave away as a free number before is passed over.
  private String byHeads(NewFile file, Post post, ContentId content) {
    String heads = String.join("-", file.heads()).toUpperCase(Locale.ROOT) + "/";
    int year = time.today().getYear();
    String number;
    do number = heads + series.take(post.office(), "FILE", year, content.value()).text();
    while (store.numberTaken(post.office(), number));
    return number;
  }

  /// Puts a receipt into a file at the next serial; from then it moves only with the file (OP-28).
  public void enclose(Act act, PaperId receipt, PaperId file) {
    acts.once(act, receipt.value(), () -> ledger.append(act, put(act, receipt, file)));
  }

  /// The same inside another door's act. A file that is parked until a letter comes is taken up
  /// again by it (OP-42).
  ///
  /// @throws Refused `NOT_A_RECEIPT`, `NOT_A_FILE`, `NOT_WITH_YOU` for either, `CIRCLE`
  @CheckReturnValue
  @Transactional(propagation = Propagation.MANDATORY)
  public Entry put(Act act, PaperId receipt, PaperId file) {
    // Locks are taken by id, so that two such acts never wait for each other.
    boolean receiptFirst = receipt.value().compareTo(file.value()) < 0;
    Locked one = papers.lock(receiptFirst ? receipt : file);
    Locked two = papers.lock(receiptFirst ? file : receipt);
    Locked inner = receiptFirst ? one : two;
    Locked locked = receiptFirst ? two : one;
    Paper outer = locked.paper();
    if (inner.paper().kind() == Kind.FILE) throw new Refused(NOT_A_RECEIPT);
    if (outer.kind() != Kind.FILE) throw new Refused(NOT_A_FILE);
    if (outer.place() instanceof Place.Parked && store.awaits(file, Parkings.LETTER))
      ledger.append(act, papers.move(act, locked, new Move.Resume()));
    Entry moved = papers.move(act, inner, new Move.Enclose(file));
    int pages = Math.max(1, attachments.pageCount(inner.paper().content()));
    String typed = words(inner.paper().content());
    int serial = store.enclose(outer.content(), inner.paper(), typed, pages, act, time.now());
    if (serial == 1) ledger.append(act, flags.consider(act, outer, serial));
    return moved;
  }

  private String words(ContentId letter) {
    return words
        .orderedStream()
        .map(source -> source.of(letter))
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining(" "));
  }

  /// Changes the cover; old and new values are kept (OP-38).
  public void edit(Act act, PaperId file, Cover cover) {
    acts.once(act, file.value(), () -> editNow(act, file, cover));
  }

  private void editNow(Act act, PaperId file, Cover cover) {
    Locked locked = papers.lock(file);
    papers.requireOnDesk(locked, act);
    requireSubject(cover.subject());
    for (String text : List.of(cover.earlier(), cover.later(), cover.remarks()))
      if (text.length() > TEXT)
        throw new Refused(SharedRefusal.TOO_LONG, text.substring(0, 40), TEXT);
    ContentId content = locked.paper().content();
    FileCover was = store.cover(content).orElseThrow(() -> new Refused(NOT_A_FILE));
    Map<String, String[]> fields = new LinkedHashMap<>();
    fields.put("subject", new String[] {was.subject(), cover.subject()});
    fields.put("category", new String[] {was.category(), cover.category()});
    fields.put("language", new String[] {was.language(), cover.language()});
    fields.put("earlier", new String[] {was.earlier(), cover.earlier()});
    fields.put("later", new String[] {was.later(), cover.later()});
    fields.put("remarks", new String[] {was.remarks(), cover.remarks()});
    fields.values().removeIf(pair -> pair[0].equals(pair[1]));
    Instant now = time.now();
    fields.forEach((name, pair) -> store.changed(content, act, name, pair[0], pair[1], now));
    store.change(content, cover);
    papers.label(content, was.number(), cover.subject(), "");
    ledger.append(
        act,
        new Entry(
            "files.cover_changed",
            "paper/" + file,
            Map.of("fields", List.copyOf(fields.keySet()))));
  }

  /// Closes: only the creating post, after approval at or above the set rank (OP-43, OP-44).
  ///
  /// @param recordClass code of a master `RECORD_CLASS`: for how long it is kept (OP-38)
  /// @throws Refused `ONLY_MAKER_CLOSES`, `APPROVAL_NEEDED`, `RECORD_CLASS_NEEDED`, `HELD`
  public void close(Act act, PaperId file, String reason, String recordClass) {
    acts.once(
        act,
        file.value(),
        () -> {
          Locked locked = papers.lock(file);
          requireApproved(act, locked.paper());
          Entry closed = papers.move(act, locked, new Move.Close(reason));
          keep(act, locked.paper(), recordClass);
          ledger.append(act, closed);
        });
  }

  private void requireApproved(Act act, Paper paper) {
    if (!paper.creator().equals(act.post())) throw new Refused(ONLY_MAKER_CLOSES);
    int needed = rank.level(paper);
    int approved =
        notes.closingApproval(paper.content(), store.last(paper.id(), "REOPENED")).orElse(0);
    if (Math.max(approved, notes.levelOf(act.post())) < needed)
      throw new Refused(APPROVAL_NEEDED, rank.words(paper));
  }

  /// A district that keeps no list of classes closes without one.
  private void keep(Act act, Paper paper, String code) {
    boolean known = masters.one(RECORD_CLASS, code, paper.district()).isPresent();
    if (!known && !(code.isEmpty() && masters.of(RECORD_CLASS, paper.district()).isEmpty()))
      throw new Refused(RECORD_CLASS_NEEDED);
    String was = store.cover(paper.content()).map(FileCover::recordClass).orElse("");
    if (was.equals(code)) return;
    store.recordClass(paper.content(), code);
    store.changed(paper.content(), act, "record-class", was, code, time.now());
  }
}
