package karyalay.drafts;

import static karyalay.drafts.DraftsRefusal.FORM_RECEIVED_ONLY;
import static karyalay.drafts.DraftsRefusal.NO_SIGNATORY;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import karyalay.drafts.VersionStore.Version;
import karyalay.files.NoteRefusal;
import karyalay.files.Written;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import karyalay.shared.Scope;
import karyalay.shared.SharedRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Writing a letter (OP-66, OP-67).
@Service
@Transactional
public class Drafting {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("dd-MM HH:mm", Locale.ROOT);

  private final LetterStore letters;
  private final VersionStore versions;
  private final Desks desks;
  private final Custody custody;
  private final Occasions occasions;
  private final Beginning beginning;
  private final Addressing addressing;
  private final Rights rights;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;

  Drafting(
      LetterStore letters,
      VersionStore versions,
      Desks desks,
      Custody custody,
      Occasions occasions,
      Beginning beginning,
      Addressing addressing,
      Rights rights,
      Acts acts,
      Ledger ledger,
      OfficeTime time) {
    this.letters = letters;
    this.versions = versions;
    this.desks = desks;
    this.custody = custody;
    this.occasions = occasions;
    this.beginning = beginning;
    this.addressing = addressing;
    this.rights = rights;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// Begins a letter on a file or receipt that lies on the actor's desk, and bars its closing until
  /// the letter is dispatched or cancelled (OP-44).
  ///
  /// @throws Refused `NOT_WITH_YOU`, `PARKED`, `CLOSED`, `FORM_RECEIVED_ONLY`, `TEMPLATE_UNKNOWN`,
  ///   `NO_SIGNATORY`, `ADDRESSEE_UNKNOWN`
  public LetterId begin(Act act, PaperId paper, NewLetter letter) {
    return begin(act, paper, letter, Map.of());
  }

  /// The same with the answers to what the template asks.
  ///
  /// @param answers by the name of the field; what is not answered stays to be filled in
  public LetterId begin(Act act, PaperId paper, NewLetter letter, Map<String, String> answers) {
    LetterId id = LetterId.next();
    return new LetterId(
        acts.once(
            act, id.value(), () -> ledger.append(act, beginNow(act, id, paper, letter, answers))));
  }

  private Entry beginNow(
      Act act, LetterId id, PaperId paper, NewLetter asked, Map<String, String> answers) {
    if (asked.form() == LetterForm.GOVERNMENT_ORDER) throw new Refused(FORM_RECEIVED_ONLY);
    Occasion about = occasions.of(paper, new Scope(act.person(), act.post()));
    custody.held(act, paper);
    Signatory signatory = signatory(act, asked.signatory());
    Beginning.First first =
        beginning.of(asked, answers, about, signatory, desks.officeOf(act.post()));
    Instant now = time.now();
    letters.insert(
        new LetterHead(
            id,
            paper,
            about.paper().content(),
            signatory.district(),
            signatory.office(),
            LetterState.DRAFT,
            1,
            1,
            false,
            rights.keepsAll(about.category(), signatory.office()),
            first.words().form(),
            asked.template(),
            about.category(),
            first.original(),
            first.standard(),
            signatory.post(),
            act.post()),
        first.words(),
        asked.about(),
        act,
        now);
    versions.put(id, 1, first.words(), act, now);
    custody.hold(paper, id, "अप्रेषित आलेख");
    return entry("drafts.begun", id, paper, 1, first.words());
  }

  private Signatory signatory(Act act, @Nullable PostId asked) {
    PostId post =
        asked != null
            ? asked
            : desks.headNear(act.post()).orElseThrow(() -> new Refused(NO_SIGNATORY));
    return desks.signatory(post, null).orElseThrow(() -> new Refused(NO_SIGNATORY));
  }

  /// Saves what was typed. What nobody changed saves nothing. A change of an approved letter
  /// cancels its approval (OP-69).
  ///
  /// @param revision the one that the writer saw
  /// @return the revision now
  /// @throws Refused `NOT_FOUND`, `NOT_WITH_YOU`, `CHANGED_MEANWHILE`, `STATE_SIGNED` and the other
  ///   ended states, `LETTER_OVERSIZE`, `LINE_TOO_LONG`, `ADDRESSEE_UNKNOWN`, `ENCLOSURE_UNKNOWN`,
  ///   `NO_SIGNATORY`
  public int save(Act act, LetterId letter, int revision, Typed typed) {
    LetterRules.fits(typed.structure(), typed.text());
    acts.once(
        act,
        letter.value(),
        () -> {
          var head = lockHeld(act, letter);
          Version last = versions.read(letter, head.version());
          Wording words = wording(act, head, typed, last.words());
          LetterState next = LetterRules.after(head.state(), Step.EDIT);
          if (words.equals(last.words())) return;
          if (revision != head.revision()) throw changedMeanwhile(last);
          ledger.append(act, saveNow(act, head, last, words, next));
        });
    return letters.find(letter).map(LetterHead::revision).orElse(revision);
  }

  /// Keeps what is being typed, without an act of its own: the words of an author's turn, which he
  /// saves, submits or leaves. What was approved is left alone.
  ///
  /// @return the revision now
  /// @throws Refused those of {@link #save}
  public int keep(Act act, LetterId letter, int revision, Typed typed) {
    LetterRules.fits(typed.structure(), typed.text());
    var head = lockHeld(act, letter);
    Version last = versions.read(letter, head.version());
    if (head.state() == LetterState.APPROVED) return head.revision();
    LetterState next = LetterRules.after(head.state(), Step.EDIT);
    Wording words = wording(act, head, typed, last.words());
    if (words.equals(last.words())) return head.revision();
    if (revision != head.revision()) throw changedMeanwhile(last);
    boolean opens = !last.by(act) || head.sealed();
    int version = opens ? head.version() + 1 : head.version();
    Instant now = time.now();
    versions.put(letter, version, words, act, now);
    letters.changed(letter, next, version, words, now);
    return head.revision() + 1;
  }

  private Entry saveNow(Act act, LetterHead head, Version last, Wording words, LetterState next) {
    Instant now = time.now();
    boolean opens = LetterRules.opensVersion(head, last.by(act));
    int version = opens ? head.version() + 1 : head.version();
    versions.put(head.id(), version, words, act, now);
    letters.changed(head.id(), next, version, words, now);
    if (head.state() == LetterState.APPROVED)
      letters.step(head.id(), Step.EDIT, version, "", act, now);
    String what =
        head.state() == LetterState.APPROVED ? "drafts.approval_cancelled" : "drafts.saved";
    return entry(what, head.id(), head.paper(), version, words);
  }

  private Refused changedMeanwhile(Version last) {
    return new Refused(
        DraftsRefusal.CHANGED_MEANWHILE,
        desks.nameOf(last.person()),
        CLOCK.format(last.at().atZone(OfficeTime.ZONE)));
  }

  /// Custody first, then the letter: papers, letters, series and ledger are locked in this order
  /// everywhere.
  private LetterHead lockHeld(Act act, LetterId letter) {
    PaperId paper =
        letters
            .find(letter)
            .map(LetterHead::paper)
            .orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
    custody.held(act, paper);
    return letters.lock(letter).orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
  }

  private Wording wording(Act act, LetterHead head, Typed typed, Wording before) {
    PostId post = typed.signatory() == null ? before.signatory() : typed.signatory();
    Signatory signatory = desks.signatory(post, null).orElseThrow(() -> new Refused(NO_SIGNATORY));
    String language = typed.language().equals("en") ? "en" : "hi";
    var words =
        new Wording(
            typed.form(),
            typed.nature(),
            typed.prefix().strip(),
            language,
            typed.subject().strip(),
            typed.reference().strip(),
            typed.salutation().strip(),
            typed.closing().strip(),
            body(typed),
            post,
            addressing.filled(
                typed.parties(),
                before.parties(),
                language,
                desks.officeOf(act.post()),
                signatory.district()),
            enclosures(act, head, typed, before));
    LetterRules.keepable(words);
    return words;
  }

  private java.util.List<Enclosure> enclosures(
      Act act, LetterHead head, Typed typed, Wording before) {
    if (typed.enclosures().isEmpty()) return typed.enclosures();
    var there = versions.documents(head.paper(), new Scope(act.person(), act.post()));
    return typed.enclosures().stream()
        .map(asked ->
            java.util.stream.Stream.concat(there.stream(), before.enclosures().stream())
                .filter(one -> same(one, asked))
                .findFirst()
                .orElseThrow(() -> new Refused(DraftsRefusal.ENCLOSURE_UNKNOWN)))
        .distinct()
        .toList();
  }

  private static boolean same(Enclosure one, Enclosure other) {
    return one.content().equals(other.content()) && one.serial() == other.serial();
  }

  private static Written body(Typed typed) {
    try {
      boolean nothing = typed.structure().isBlank() && typed.text().isBlank();
      return nothing ? Written.NOTHING : Written.of(typed.structure(), typed.text());
    } catch (Refused refused) {
      // An editor that was emptied sends a structure without a word in it.
      if (refused.reason() == NoteRefusal.NOTE_BLANK) return Written.NOTHING;
      throw refused;
    }
  }

  static Entry entry(String act, LetterId letter, PaperId paper, int version, Wording words) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("letter", letter.toString());
    details.put("version", version);
    details.put("form", words.form().code());
    details.put("sha256", Fingerprint.of(words));
    return new Entry(act, "paper/" + paper, details);
  }
}
