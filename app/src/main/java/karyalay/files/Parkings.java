package karyalay.files;

import static karyalay.files.FileRefusal.DATE_OR_EVENT_NEEDED;
import static karyalay.files.FileRefusal.NOT_A_FILE;

import java.time.LocalDate;
import java.util.Map;
import karyalay.desk.Kind;
import karyalay.desk.Locked;
import karyalay.desk.Move;
import karyalay.desk.Paper;
import karyalay.desk.Papers;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.organisation.Settings;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Parking a file: with a reason, until a day or until something happens; then it lies on the desk
/// again by itself (OP-42).
@Service
@Transactional
public class Parkings {
  /// The file waits for a letter: whatever is put into it next takes it up again.
  public static final String LETTER = "LETTER";

  /// The setting of how many days a file waits for an event at the longest: one that never comes
  /// must not hide it for ever.
  private static final String LONGEST = "park-days";

  private final FileStore store;
  private final Papers papers;
  private final Acts acts;
  private final Ledger ledger;
  private final Settings settings;
  private final OfficeTime time;

  Parkings(
      FileStore store,
      Papers papers,
      Acts acts,
      Ledger ledger,
      Settings settings,
      OfficeTime time) {
    this.store = store;
    this.settings = settings;
    this.papers = papers;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// @param until the day on which it comes back at the latest; null only with an event, then after
  ///   as many days as the district has set
  /// @param letter whether a letter put into it takes it up again
  /// @throws Refused `DATE_OR_EVENT_NEEDED`, `NOT_A_FILE`, `NOT_WITH_YOU`, `REASON_NEEDED`,
  ///   `DATE_PASSED`, `PARKED`
  public void park(
      Act act, PaperId file, @Nullable LocalDate until, boolean letter, String reason) {
    acts.once(
        act,
        file.value(),
        () -> {
          if (until == null && !letter) throw new Refused(DATE_OR_EVENT_NEEDED);
          Locked locked = papers.lock(file);
          if (locked.paper().kind() != Kind.FILE) throw new Refused(NOT_A_FILE);
          LocalDate day = until == null ? longest(locked.paper()) : until;
          Entry moved = papers.move(act, locked, new Move.Park(day, reason));
          store.await(file, letter ? LETTER : null);
          var waits =
              new Entry(
                  "files.parked",
                  "paper/" + file,
                  Map.of("until", day.toString(), "event", letter ? LETTER : ""));
          ledger.append(act, moved, waits);
        });
  }

  private LocalDate longest(Paper file) {
    return time.today().plusDays(settings.number(LONGEST, file.office()));
  }
}
