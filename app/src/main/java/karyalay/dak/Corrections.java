package karyalay.dak;

import static karyalay.dak.DakRefusal.*;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import karyalay.dak.Receipt.FirStep;
import karyalay.desk.Attachments;
import karyalay.desk.Locked;
import karyalay.desk.Papers;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.ContentId;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door for changing what the diary says after the number was given. Dates and mode stay; every
/// version is kept (OP-23). A closed cover is completed here by its addressee (OP-17).
@Service
@Transactional
public class Corrections {
  private final ReceiptStore receipts;
  private final MasterWords words;
  private final Enclosures enclosures;
  private final Attachments attachments;
  private final BundleStore bundles;
  private final Papers papers;
  private final Seats seats;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;

  Corrections(
      ReceiptStore receipts,
      MasterWords words,
      Enclosures enclosures,
      Attachments attachments,
      BundleStore bundles,
      Papers papers,
      Seats seats,
      Acts acts,
      Ledger ledger,
      OfficeTime time) {
    this.receipts = receipts;
    this.words = words;
    this.enclosures = enclosures;
    this.attachments = attachments;
    this.bundles = bundles;
    this.papers = papers;
    this.seats = seats;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// What stands against these particulars after the number was given, field by field.
  @Transactional(readOnly = true)
  public List<Problem> problems(Receipt before, Particulars after, int scans) {
    var problems = new ArrayList<Problem>();
    problems.addAll(DiaryRules.unchangeable(before.particulars(), after));
    // A cover shows no letter date; whoever opens it may read one.
    if (before.sealed()) problems.removeIf(problem -> problem.field() == Field.LETTER_DATE);
    problems.addAll(
        DiaryRules.problems(
            after, words.rules(after.shape(), before.district()), scans, time.today()));
    problems.addAll(words.unknown(after, before.district()));
    return problems;
  }

  /// Writes the next version.
  ///
  /// @throws Refused `ONLY_LEAD_HOLDER_EDITS`, `FIXED`, `OPEN_COVER_FIRST`; what {@link #problems}
  ///   names first; those of the desk
  public void correct(Act act, PaperId id, Particulars after) {
    acts.once(
        act,
        id.value(),
        () -> {
          Locked locked = editable(act, id);
          Receipt before = locked(locked.paper().content());
          if (before.sealed()) throw new Refused(OPEN_COVER_FIRST, locked.paper().number());
          boolean scanned = !before.particulars().arrival().physical();
          DiaryRules.require(problems(before, after, scanned ? 1 : 0));
          ledger.append(act, write(act, locked, before, after, "dak.corrected"));
        });
  }

  /// The addressee opens a closed cover, adds the scan and writes what was inside (OP-17).
  ///
  /// @throws Refused `COVER_FOR_ADDRESSEE` for the registry that diarised it; those of {@link
  ///   #correct}
  public void openCover(Act act, PaperId id, Particulars after, List<UUID> uploads) {
    acts.once(
        act,
        id.value(),
        () -> {
          Locked locked = editable(act, id);
          Receipt before = locked(locked.paper().content());
          if (!before.sealed()) throw new Refused(SharedRefusal.NOT_FOUND);
          if (before.post().equals(act.post())) throw new Refused(COVER_FOR_ADDRESSEE);
          if (after.shape() == Shape.COVER)
            throw new Refused(OPEN_COVER_FIRST, locked.paper().number());
          DiaryRules.require(problems(before, after, uploads.size()));
          var entries = new ArrayList<>(attachments.attach(act, before.id(), uploads));
          receipts.open(before.id());
          entries.add(write(act, locked, before, after, "dak.cover_opened"));
          ledger.append(act, entries);
        });
  }

  private Locked editable(Act act, PaperId id) {
    Locked locked = papers.lock(id);
    if (!locked.paper().lead()) throw new Refused(ONLY_LEAD_HOLDER_EDITS);
    papers.requireOnDesk(locked, act);
    return locked;
  }

  private Receipt locked(ContentId id) {
    return receipts.lock(id).orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
  }

  private Entry write(Act act, Locked locked, Receipt before, Particulars typed, String what) {
    Instant now = time.now();
    PaperId paper = locked.paper().id();
    Particulars after = typed.keptAt(bundles.moved(act, before, locked.paper().guarded(), typed));
    receipts.write(before.id(), after, act, now);
    protect(act, paper, before, after, now);
    var known = before.particulars().missing();
    enclosures.expect(
        before.id(),
        paper,
        after.missing().stream().filter(name -> !known.contains(name)).toList());
    papers.label(
        before.id(),
        locked.paper().number(),
        after.title(),
        Openings.subtitle(before.origin(), after.subtitle()));
    return new Entry(
        what,
        "paper/" + paper,
        Map.of("version", before.version() + 1, "sha256", Generation.hash(after)));
  }

  /// An answer given later protects or binds like one given at the counter; taking it back frees
  /// nothing.
  private void protect(Act act, PaperId paper, Receipt before, Particulars after, Instant now) {
    if (words.protectsVictim(after, before.district())) papers.protect(before.id());
    if (!after.questions().isCognizable() || before.firStep() != FirStep.NONE) return;
    receipts.firStep(before.id(), FirStep.OPEN, "", act.post(), now);
    papers.hold(paper, Closing.COGNIZABLE_HOLD, "CLOSING", "संज्ञेय अपराध: अधिकारी का निर्णय शेष");
  }
}
