package karyalay.dak;

import static karyalay.dak.DakRefusal.ORIGINAL_NOT_YOURS;
import static karyalay.dak.DakRefusal.ORIGINAL_ON_PAPER_ONLY;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import karyalay.desk.Locked;
import karyalay.desk.Paper;
import karyalay.desk.Papers;
import karyalay.desk.Reading;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.shared.Scope;
import karyalay.shared.SharedRefusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door for where the paper itself is, and what came with it and is kept apart: an X-ray in the
/// property room, an envelope that stays closed (OP-128). Custody of the paper on desks is another
/// matter and moves by the acts of the desk alone.
@Service
@Transactional
public class OriginalKeeping {
  private final ReceiptStore receipts;
  private final BundleStore bundles;
  private final KeptApartStore apart;
  private final Papers papers;
  private final Reading reading;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;

  OriginalKeeping(
      ReceiptStore receipts,
      BundleStore bundles,
      KeptApartStore apart,
      Papers papers,
      Reading reading,
      Acts acts,
      Ledger ledger,
      OfficeTime time) {
    this.receipts = receipts;
    this.bundles = bundles;
    this.apart = apart;
    this.papers = papers;
    this.reading = reading;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// Says where the original is now. Every earlier place stays in the history of the particulars.
  ///
  /// @param remark to whom it was returned, with whom it went; may be empty
  /// @throws Refused `NOT_FOUND`; `ORIGINAL_NOT_YOURS` to who neither holds the paper nor diarised
  ///   it; `ORIGINAL_ON_PAPER_ONLY`; `FIELD_NEEDED` without the number in the property room
  public void move(Act act, PaperId id, Original to, String remark) {
    DiaryRules.requirePlace(to);
    change(
        act,
        id,
        (receipt, paper) -> {
          Particulars wanted = receipt.particulars().keptAt(to);
          Original now = bundles.moved(act, receipt, paper.guarded(), wanted);
          receipts.write(receipt.id(), wanted.keptAt(now), act, time.now());
          return entry("dak.original_moved", id, now, remark);
        });
  }

  /// Says where something is that came with the paper and is kept apart from it.
  ///
  /// @param item number of what was named before; 0 for something new
  /// @throws Refused as {@link #move}; `NOT_FOUND` when there is no such item; `MISSING` name
  public void keepApart(Act act, PaperId id, int item, String name, Original where, String remark) {
    DiaryRules.requirePlace(where);
    String what = DiaryRules.needed(name, "name");
    change(
        act,
        id,
        (receipt, paper) -> {
          Instant now = time.now();
          if (item == 0) apart.add(receipt.id(), what, where, act, now);
          else if (!apart.moved(receipt.id(), item, where, act, now))
            throw new Refused(SharedRefusal.NOT_FOUND);
          return entry("dak.enclosure_kept_apart", id, where, remark);
        });
  }

  private interface Change {
    Entry make(Receipt receipt, Paper paper);
  }

  private void change(Act act, PaperId id, Change change) {
    acts.once(
        act,
        id.value(),
        () -> {
          Locked locked = papers.lock(id);
          Paper paper = reading.open(id, new Scope(act.person(), act.post())).paper();
          Receipt receipt =
              receipts
                  .lock(paper.content())
                  .orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
          if (!receipt.post().equals(act.post()) && !locked.paper().heldBy(act.post()))
            throw new Refused(ORIGINAL_NOT_YOURS, paper.number());
          if (!receipt.particulars().arrival().physical())
            throw new Refused(ORIGINAL_ON_PAPER_ONLY, paper.number());
          ledger.append(act, change.make(receipt, paper));
        });
  }

  private static Entry entry(String what, PaperId id, Original now, String remark) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("keeping", now.keeping().name());
    words.put("place", now.place());
    if (!remark.isBlank()) words.put("remark", remark.strip());
    return new Entry(what, "paper/" + id, words);
  }
}
