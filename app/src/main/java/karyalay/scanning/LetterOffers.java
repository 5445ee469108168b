package karyalay.scanning;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import karyalay.desk.Attachments;
import karyalay.desk.UploadWatcher;
import karyalay.documents.DocumentId;
import karyalay.ledger.Entry;
import karyalay.scanning.PileLetterStore.Origin;
import karyalay.shared.Act;
import karyalay.shared.CheckReturnValue;
import karyalay.shared.ContentId;
import karyalay.shared.Ids;
import karyalay.shared.OfficeTime;
import karyalay.shared.PersonId;
import karyalay.shared.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Lays letters of a pile before people, and sees to it that each becomes a paper once, whoever had
/// it open and whichever door attached it.
@Component
class LetterOffers implements UploadWatcher {
  private final PileLetterStore store;
  private final Attachments attachments;
  private final OfficeTime time;

  LetterOffers(PileLetterStore store, Attachments attachments, OfficeTime time) {
    this.store = store;
    this.attachments = attachments;
    this.time = time;
  }

  /// The upload as which a letter lies before a person; made when it is not there.
  @Transactional
  public UUID offer(UUID letter, DocumentId document, String name, PersonId to, Instant now) {
    store.opened(letter, to, now);
    UUID fresh = Ids.next();
    if (store.offer(fresh, letter, to)) attachments.offer(fresh, to, document, name);
    return store.upload(letter, to).orElseThrow();
  }

  /// @throws Refused `LETTER_DIARISED` when another was quicker; `LETTER_WITHDRAWN` when the pile
  ///   was cut anew
  @Override
  @CheckReturnValue
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Entry> attached(Act act, ContentId content, List<UUID> uploads) {
    return store.ofUploads(uploads).stream()
        .map(letter -> {
          Origin origin = store.origin(letter);
          if (!store.diarised(letter, content, time.now()))
            throw origin.withdrawn()
                ? new Refused(PileRefusal.LETTER_WITHDRAWN)
                : new Refused(PileRefusal.LETTER_DIARISED, "");
          return entry(content, origin);
        })
        .toList();
  }

  /// Which pages of which pile it was: the pile's own entry names the hash of what was scanned.
  private static Entry entry(ContentId content, Origin origin) {
    return new Entry(
        "scanning.letter_filed",
        "content/" + content,
        Map.of("pile", origin.pile().toString(), "pages", origin.pages()));
  }
}
