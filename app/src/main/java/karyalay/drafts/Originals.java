package karyalay.drafts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import karyalay.desk.Attachments;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.organisation.Calendars;
import karyalay.organisation.Limit;
import karyalay.organisation.Settings;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.shared.Scope;
import karyalay.shared.SharedRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Papers that treasury or court still want on paper: each copy of the मूल is numbered, and its
/// scan, signed in ink, comes back within the days that are set (OP-142).
@Service
@Transactional
public class Originals {
  /// A printed copy.
  public record Copy(int number, Instant at, Instant due, @Nullable Instant returned) {}

  /// A copy whose scan is not back.
  public record Out(
      LetterId letter,
      PaperId paper,
      int copy,
      LetterForm form,
      String number,
      String subject,
      Instant due) {}

  public record Count(LetterForm form, int printed, int missing) {}

  private final OriginalStore store;
  private final LetterStore letters;
  private final LetterPdf pages;
  private final Attachments attachments;
  private final Calendars calendars;
  private final Settings settings;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;

  Originals(
      OriginalStore store,
      LetterStore letters,
      LetterPdf pages,
      Attachments attachments,
      Calendars calendars,
      Settings settings,
      Acts acts,
      Ledger ledger,
      OfficeTime time) {
    this.store = store;
    this.letters = letters;
    this.pages = pages;
    this.attachments = attachments;
    this.calendars = calendars;
    this.settings = settings;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// Prints the next copy of a signed letter as मूल.
  ///
  /// @throws Refused `NOT_SIGNED`, `NOT_AN_ORIGINAL` for a letter that is not on the list
  public LetterId print(Act act, LetterId letter) {
    return new LetterId(
        acts.once(
            act,
            letter.value(),
            () -> {
              LetterHead head = signed(letter);
              Instant now = time.now();
              int days = settings.number("original-days", head.office());
              Instant due = calendars.due(head.office(), now, Limit.workingDays(days));
              int copy = store.add(letter, act, now, due);
              ledger.append(act, entry("drafts.original_printed", head, copy));
            }));
  }

  private LetterHead signed(LetterId letter) {
    LetterHead head = letters.lock(letter).orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
    if (!head.original()) throw new Refused(DraftsRefusal.NOT_AN_ORIGINAL);
    return switch (head.state()) {
      case SIGNED, DISPATCHED -> head;
      case DRAFT, SUBMITTED, RETURNED, APPROVED, CANCELLED ->
          throw new Refused(DraftsRefusal.NOT_SIGNED);
    };
  }

  /// The scan of a copy, signed in ink, came back: it joins the paper's documents.
  ///
  /// @param uploads the actor's own, at least one
  /// @throws Refused `SCAN_NEEDED`, `SCAN_THERE`, `UPLOAD_GONE`
  public LetterId giveScan(Act act, LetterId letter, int copy, List<UUID> uploads) {
    return new LetterId(
        acts.once(
            act,
            letter.value(),
            () -> {
              if (uploads.isEmpty()) throw new Refused(DraftsRefusal.SCAN_NEEDED);
              LetterHead head = signed(letter);
              if (!store.returned(letter, copy, act, time.now()))
                throw new Refused(DraftsRefusal.SCAN_THERE);
              var entries = new ArrayList<>(attachments.attach(act, head.content(), uploads));
              entries.add(entry("drafts.original_returned", head, copy));
              ledger.append(act, entries);
            }));
  }

  /// The pages of a copy, for ink: no electronic signature is shown on them.
  ///
  /// @throws Refused `NOT_FOUND` for a copy that was not printed
  @Transactional(readOnly = true)
  public byte[] pdf(LetterDetails letter, int copy) {
    if (store.of(letter.id()).stream().noneMatch(one -> one.number() == copy))
      throw new Refused(SharedRefusal.NOT_FOUND);
    var there = letter.issue();
    if (there == null) throw new Refused(SharedRefusal.NOT_FOUND);
    boolean english = letter.words().language().equals("en");
    var ink =
        new Issue(
            there.number(),
            there.on(),
            there.signedAt(),
            there.code(),
            "",
            english ? there.nameEn() : there.nameHi());
    return pages.make(letter.words(), letter.signatory(), ink, copy).pdf();
  }

  @Transactional(readOnly = true)
  public List<Copy> of(LetterId letter) {
    return store.of(letter);
  }

  /// What is not back, in the reader's office.
  @Transactional(readOnly = true)
  public List<Out> out(Scope scope) {
    return store.out(scope);
  }

  @Transactional(readOnly = true)
  public List<Count> counts(Scope scope) {
    return store.counts(scope);
  }

  private static Entry entry(String act, LetterHead head, int copy) {
    return new Entry(
        act, "paper/" + head.paper(), Map.of("letter", head.id().toString(), "copy", copy));
  }
}
