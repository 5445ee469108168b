package karyalay.files;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import karyalay.desk.Kind;
import karyalay.desk.Locked;
import karyalay.desk.Move;
import karyalay.desk.NewPaper;
import karyalay.desk.Paper;
import karyalay.desk.Papers;
import karyalay.desk.Reading;
import karyalay.desk.Task;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.organisation.Post;
import karyalay.organisation.Posts;
import karyalay.organisation.Settings;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.ContentId;
import karyalay.shared.Ids;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.shared.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Part files and volumes: files that are made out of another (OP-45, OP-46).
@Service
@Transactional
public class FileParts {
  private final TieStore ties;
  private final FileStore files;
  private final Papers papers;
  private final Reading reading;
  private final Posts posts;
  private final Settings settings;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;

  FileParts(
      TieStore ties,
      FileStore files,
      Papers papers,
      Reading reading,
      Posts posts,
      Settings settings,
      Acts acts,
      Ledger ledger,
      OfficeTime time) {
    this.ties = ties;
    this.files = files;
    this.papers = papers;
    this.reading = reading;
    this.posts = posts;
    this.settings = settings;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// Opens a part on the actor's desk while the main file is away. Until it is merged back, the
  /// main file does not close (OP-44).
  ///
  /// @return the part
  /// @throws Refused `NOT_FOUND`, `NOT_A_FILE`, `PART_OF_PART`, `GOES_ON_ELSEWHERE`, `MAIN_CLOSED`,
  ///   `PART_NOT_NEEDED`, `REASON_NEEDED`, `NUMBER_TAKEN`
  public PaperId openPart(Act act, PaperId main, String reason) {
    PaperId id = PaperId.next();
    return new PaperId(acts.once(act, id.value(), () -> openPartNow(act, id, main, reason)));
  }

  private void openPartNow(Act act, PaperId id, PaperId mainId, String typed) {
    String reason = TieRules.requireReason(typed);
    reading.open(mainId, new Scope(act.person(), act.post()));
    Paper main = papers.lock(mainId).paper();
    TieRules.part(main, ties.as(TieKind.PART, mainId), ties.goesOn(mainId), act.post());
    int serial = ties.nextSerial(TieKind.PART, mainId);
    String number = ties.number(mainId) + "/खंड-" + serial;
    Entry placed = make(act, id, main, number, false, time.now());
    ties.insert(tie(TieKind.PART, mainId, id, serial), reason, act, time.now());
    papers.hold(mainId, "part/" + id, "CLOSING", number);
    ledger.append(
        act,
        placed,
        new Entry(
            "files.part_opened",
            "paper/" + mainId,
            Map.of("part", id.toString(), "number", number, "reason", reason)));
  }

  /// Opens the next volume on the actor's desk, with the one before in it, which can be read and no
  /// more. Paragraphs and pages are counted on; time that runs, runs on.
  ///
  /// @return the new volume
  /// @throws Refused `NOT_WITH_YOU`, `NOT_A_FILE`, `VOLUME_TOO_THIN`, `VOLUME_BY_MAKER`,
  ///   `PART_HAS_NO_VOLUMES`, `NUMBER_TAKEN`
  public PaperId openVolume(Act act, PaperId file) {
    PaperId id = PaperId.next();
    return new PaperId(acts.once(act, id.value(), () -> openVolumeNow(act, id, file)));
  }

  private void openVolumeNow(Act act, PaperId id, PaperId oldId) {
    Locked locked = papers.lock(oldId);
    papers.requireOnDesk(locked, act);
    Paper old = locked.paper();
    int least = settings.number("volume-pages-least", old.office());
    int pages = ties.pages(old.content());
    TieRules.volume(old, ties.as(TieKind.PART, oldId), pages, least, act.post());
    PaperId first = ties.as(TieKind.VOLUME, oldId).map(Tie::main).orElse(oldId);
    int serial = ties.nextSerial(TieKind.VOLUME, first);
    String number = ties.number(first) + "/भाग-" + serial;
    Entry placed = make(act, id, old, number, true, old.arrivedAt());
    Entry enclosed = papers.move(act, locked, new Move.Enclose(id));
    ties.insert(tie(TieKind.VOLUME, first, id, serial), "", act, time.now());
    // Who gets the new volume reads what was linked to the old one.
    linked(first, oldId).forEach(linked -> papers.link(id, linked));
    ledger.append(
        act,
        placed,
        enclosed,
        new Entry(
            "files.volume_opened",
            "paper/" + oldId,
            Map.of("volume", id.toString(), "number", number, "pages", pages)));
  }

  private List<PaperId> linked(PaperId first, PaperId old) {
    return java.util.stream.Stream.of(first, old)
        .distinct()
        .flatMap(file -> ties.of(TieKind.LINKED, file).stream())
        .map(Tie::other)
        .distinct()
        .toList();
  }

  private Entry make(
      Act act, PaperId id, Paper from, String number, boolean goesOn, Instant clock) {
    Post post = posts.live(act.post());
    if (files.numberTaken(post.office(), number))
      throw new Refused(FileRefusal.NUMBER_TAKEN, number);
    ContentId content = ContentId.next();
    ties.derive(content, id, from.id(), post, number, goesOn, act, time.now());
    Entry placed =
        papers.place(
            act,
            new NewPaper(
                id,
                content,
                Kind.FILE,
                post.district(),
                post.office(),
                act.post(),
                true,
                from.physical(),
                from.urgency(),
                from.classification(),
                false,
                number,
                from.title(),
                from.subtitle(),
                Task.ACTION,
                null,
                clock));
    papers.inherit(from.id(), content);
    return placed;
  }

  private static Tie tie(TieKind kind, PaperId main, PaperId other, int serial) {
    return new Tie(Ids.next(), kind, main, other, serial, "", true);
  }
}
