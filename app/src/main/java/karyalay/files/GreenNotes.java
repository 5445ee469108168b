package karyalay.files;

import static karyalay.files.FileRefusal.*;
import static karyalay.signatures.SignaturesRefusal.NOTE_MUST_BE_SIGNED;

import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import karyalay.desk.Kind;
import karyalay.desk.Paper;
import karyalay.desk.Papers;
import karyalay.ledger.Entry;
import karyalay.organisation.Masters;
import karyalay.shared.Act;
import karyalay.shared.Ids;
import karyalay.shared.KrutiDev;
import karyalay.shared.OfficeTime;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import karyalay.shared.Sha256;
import karyalay.shared.SharedRefusal;
import karyalay.signatures.Signing;
import karyalay.signatures.Unlocked;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes one green note inside an act, and its signature where a key is open (OP-54, OP-56).
/// Without a key nothing is asked of the database that was not asked before there were keys.
@Component
class GreenNotes {
  private final NoteStore store;
  private final CitationStore citations;
  private final Papers papers;
  private final ClosingRank rank;
  private final Masters masters;
  private final Signing signing;
  private final OfficeTime time;

  GreenNotes(
      NoteStore store,
      CitationStore citations,
      Papers papers,
      ClosingRank rank,
      Masters masters,
      Signing signing,
      OfficeTime time) {
    this.store = store;
    this.citations = citations;
    this.papers = papers;
    this.rank = rank;
    this.masters = masters;
    this.signing = signing;
    this.time = time;
  }

  /// @param note its id
  /// @param entries what the ledger is told
  record Green(UUID note, List<Entry> entries) {}

  Green green(Act act, Paper paper, NewNote note, @Nullable Unlocked key) {
    if (paper.kind() != Kind.FILE) throw new Refused(NOT_A_FILE);
    boolean signatureOnly = note.kind() == NoteKind.AGREEMENT && note.isEmpty();
    Written words = signatureOnly ? Written.NOTHING : Written.of(note.structure(), note.typed());
    check(act, paper, note);
    if (key == null && mustBeSigned(paper)) throw new Refused(NOTE_MUST_BE_SIGNED);
    if (KrutiDev.in(words.plain())) throw new Refused(NoteRefusal.NOTE_IN_LEGACY_FONT);
    // Who is to confirm an order must be able to read what was noted as his.
    PostId orderedBy = note.orderedBy();
    if (orderedBy != null) papers.grant(paper.id(), orderedBy);
    UUID id = Ids.next();
    Instant at = time.now();
    NoteStore.Placed placed =
        store
            .add(paper.content(), id, note, words, act, at)
            .orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
    citations.add(id, words.plain());
    var noted = new Entry("files.noted", "paper/" + paper.id(), details(id, note, words));
    if (key == null) return new Green(id, List.of(noted));
    var sealed = sealed(paper, id, placed, note, words, act, at);
    var facts = signing.signDetached(act, key, NoteSeal.subject(id), at, sealed.bytes());
    return new Green(id, List.of(noted, facts.entry()));
  }

  private static Map<String, Object> details(UUID id, NewNote note, Written words) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("note", id.toString());
    details.put("kind", note.kind().name());
    details.put("sha256", HexFormat.of().formatHex(Sha256.of(words.plain())));
    Preparer preparer = note.preparer();
    if (preparer != null) {
      details.put("prepared_person", preparer.by().person().toString());
      details.put("prepared_post", preparer.by().post().toString());
    }
    if (!words.rich().isEmpty())
      details.put("structure_sha256", HexFormat.of().formatHex(Sha256.of(words.rich())));
    return details;
  }

  private void check(Act act, Paper paper, NewNote note) {
    Integer corrects = note.corrects();
    if (corrects != null && (corrects < 1 || corrects > store.lastParagraph(paper.content())))
      throw new Refused(NO_SUCH_PARAGRAPH, corrects.toString());
    if (note.kind() == NoteKind.CLOSING_APPROVAL && store.levelOf(act.post()) < rank.level(paper))
      throw new Refused(RANK_TOO_LOW);
  }

  private static NoteSeal.Sealed sealed(
      Paper paper,
      UUID id,
      NoteStore.Placed placed,
      NewNote note,
      Written words,
      Act act,
      Instant at) {
    PostId by = note.orderedBy();
    return new NoteSeal.Sealed(
        paper.content().value(),
        id,
        placed.serial(),
        placed.paragraphFrom(),
        note.kind().name(),
        words.plain(),
        words.rich(),
        note.corrects(),
        by == null ? null : by.value(),
        act.person().value(),
        act.post().value(),
        act.by().capacity().name(),
        at,
        note.preparer());
  }

  /// What the district has set; where it has set nothing a note need not be signed.
  private boolean mustBeSigned(Paper paper) {
    return masters
        .one("SETTING", "notes-signed", paper.district())
        .map(setting -> setting.flag("value"))
        .orElse(false);
  }
}
