package karyalay.files;

import static karyalay.files.FilingRefusal.*;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import karyalay.desk.Locked;
import karyalay.desk.Move;
import karyalay.desk.Papers;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.ContentId;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Papers that leave a file. Their serial and pages stay empty, and a slip lies there: when, why,
/// to where, by whom (OP-62).
@Service
@Transactional
public class FileSlips {
  private final SlipStore store;
  private final Files files;
  private final Papers papers;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;

  FileSlips(
      SlipStore store, Files files, Papers papers, Acts acts, Ledger ledger, OfficeTime time) {
    this.store = store;
    this.files = files;
    this.papers = papers;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// Takes a paper out of the correspondence of a file on the actor's desk.
  ///
  /// @param toFile another file on the actor's desk, into which it goes at once
  /// @param toPlace where else it goes, in words; then it lies on the actor's desk
  /// @throws Refused `NOT_WITH_YOU`, `NO_SUCH_PAPER`, `REASON_NEEDED`, `WHERE_TO`, and for the
  ///   other file those of {@link Files#enclose}
  public void takeOut(
      Act act, PaperId file, int serial, String reason, Optional<PaperId> toFile, String toPlace) {
    String why = TieRules.requireReason(reason);
    if (toFile.isEmpty() == toPlace.isBlank()) throw new Refused(WHERE_TO);
    acts.once(act, file.value(), () -> now(act, file, serial, why, toFile, toPlace.strip()));
  }

  private void now(
      Act act,
      PaperId fileId,
      int serial,
      String reason,
      Optional<PaperId> toFile,
      String toPlace) {
    Locked file = papers.lock(fileId);
    papers.requireOnDesk(file, act);
    ContentId content = file.paper().content();
    PaperId paper =
        store
            .paper(content, serial)
            // What lies there as the file's own scan is the file itself.
            .filter(id -> !id.equals(fileId))
            .orElseThrow(() -> new Refused(NO_SUCH_PAPER, Integer.toString(serial)));
    List<Entry> entries = new ArrayList<>();
    entries.add(papers.move(act, papers.lock(paper), new Move.TakeOut(reason)));
    store.takeOut(content, serial, new SlipStore.Slip(toFile, toPlace, reason), act, time.now());
    toFile.ifPresent(other -> entries.add(files.put(act, paper, other)));
    var details = new LinkedHashMap<String, Object>(Map.of("serial", serial, "reason", reason));
    toFile.ifPresentOrElse(
        other -> details.put("to", other.toString()), () -> details.put("to", toPlace));
    entries.add(new Entry("files.paper_taken_out", "paper/" + fileId, details));
    ledger.append(act, entries);
  }
}
