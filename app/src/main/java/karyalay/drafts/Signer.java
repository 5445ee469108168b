package karyalay.drafts;

import static karyalay.drafts.DraftsRefusal.MAY_NOT_SIGN;
import static karyalay.drafts.DraftsRefusal.NOT_THE_SIGNATORY;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import karyalay.documents.Documents;
import karyalay.documents.Stored;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.organisation.Series;
import karyalay.rendering.Rendered;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.Language;
import karyalay.shared.OfficeTime;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import karyalay.shared.VerificationCode;
import karyalay.signatures.SignedPdf;
import karyalay.signatures.Signing;
import karyalay.signatures.ToSign;
import karyalay.signatures.Unlocked;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Signs one letter, wholly or not at all: number, pages, signature and state in one transaction
/// (OP-72, OP-76).
@Service
@Transactional
class Signer {
  static final String SERIES = "ISSUE";

  private final LetterStore letters;
  private final VersionStore versions;
  private final SigningStore store;
  private final Recipients recipients;
  private final Desks desks;
  private final Rights rights;
  private final LetterPdf pages;
  private final Series series;
  private final Signing signing;
  private final Documents documents;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;

  Signer(
      LetterStore letters,
      VersionStore versions,
      SigningStore store,
      Recipients recipients,
      Desks desks,
      Rights rights,
      LetterPdf pages,
      Series series,
      Signing signing,
      Documents documents,
      Acts acts,
      Ledger ledger,
      OfficeTime time) {
    this.letters = letters;
    this.versions = versions;
    this.store = store;
    this.recipients = recipients;
    this.desks = desks;
    this.rights = rights;
    this.pages = pages;
    this.series = series;
    this.signing = signing;
    this.documents = documents;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// @param run in whose list the letter is ticked
  /// @throws Refused `STATE_DRAFT` and the other states that are not signed, `NOT_THE_SIGNATORY`,
  ///   `MAY_NOT_SIGN`, what a complete letter lacks, and those of {@link Signing#sign}
  void sign(Act act, UUID run, LetterId letter, Unlocked key) {
    UUID done =
        acts.once(
            act,
            letter.value(),
            () -> {
              LetterHead head = ready(act, letter);
              ledger.append(act, signNow(act, head, key));
              store.done(run, letter, time.now());
            });
    if (!done.equals(letter.value())) throw new IllegalStateException("act of another letter");
  }

  private LetterHead ready(Act act, LetterId letter) {
    LetterHead head = letters.lock(letter).orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
    if (!head.signatory().equals(act.post())) throw new Refused(NOT_THE_SIGNATORY);
    LetterRules.after(head.state(), Step.SIGN);
    var right = rights.of(head.form(), head.category(), head.district());
    if (desks.levelOf(act.post()) < right.sign()) throw new Refused(MAY_NOT_SIGN);
    return head;
  }

  private List<Entry> signNow(Act act, LetterHead head, Unlocked key) {
    Wording words = versions.read(head.id(), head.version()).words();
    LetterRules.complete(words);
    recipients.write(head, words);
    letters.step(head.id(), Step.SIGN, head.version(), "", act, time.now());
    Signatory signatory =
        desks
            .signatory(head.signatory(), act.person())
            .orElseThrow(() -> new Refused(NOT_THE_SIGNATORY));
    Instant now = time.now();
    LocalDate day = OfficeTime.day(now);
    // From here on the office's other signatures wait; only pages, key and rows follow.
    Series.Number number =
        series.take(signatory.office(), SERIES, day.getYear(), head.id().value());
    Language language = words.language().equals("en") ? Language.EN : Language.HI;
    var issue =
        new Issue(
            words.prefix() + number.text(),
            day,
            now,
            VerificationCode.next().value(),
            key.kind().key(),
            signatory.name(language));
    LetterPdf.Made made = pages.make(words, signatory, issue, 0);
    SignedPdf signed = signed(act, head, made, issue, key);
    Stored stored = documents.keep(signed.pdf(), made.rendered().pages());
    store.signed(
        head.id(),
        new SigningStore.Signed(
            number,
            issue.number(),
            day.getYear(),
            issue,
            stored.id().value(),
            stored.hash(),
            stored.pages()),
        act);
    return List.of(entry(head, issue, stored, words), signed.facts().entry());
  }

  private SignedPdf signed(
      Act act, LetterHead head, LetterPdf.Made made, Issue issue, Unlocked key) {
    Rendered.Place place =
        made.rendered()
            .place(LetterPrint.SIGNATURE)
            .orElseThrow(() -> new IllegalStateException("a letter without a signature place"));
    var spot =
        new ToSign.Spot(
            place.page(),
            (float) place.x(),
            (float) place.y(),
            (float) place.width(),
            (float) place.height());
    var item = new ToSign(made.pdf(), "letter/" + head.id(), issue.number(), issue.at(), spot);
    return signing.sign(act, key, List.of(item)).getFirst();
  }

  private static Entry entry(LetterHead head, Issue issue, Stored stored, Wording words) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("letter", head.id().toString());
    details.put("version", head.version());
    details.put("number", issue.number());
    details.put("on", issue.on().toString());
    details.put("words_sha256", Fingerprint.of(words));
    details.put("pdf_sha256", stored.hash());
    return new Entry("drafts.signed", "paper/" + head.paper(), details);
  }
}
