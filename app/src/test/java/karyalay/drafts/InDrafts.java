package karyalay.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import karyalay.Given.Seat;
import karyalay.desk.Move;
import karyalay.desk.OnDesks;
import karyalay.files.InFiles;
import karyalay.ledger.Ledger;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import karyalay.signatures.Keys;
import karyalay.signatures.Signers;
import karyalay.signatures.Unlocked;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Writes letters for tests, through the same doors as the pages.
@Component
public class InDrafts {
  private final Drafting drafting;
  private final Approvals approvals;
  private final LetterReading reading;
  private final SignatureRuns runs;
  private final Keys keys;
  private final Signers signers;
  private final InFiles files;
  private final OnDesks desks;
  private final Ledger ledger;
  private final JdbcClient db;

  InDrafts(
      Drafting drafting,
      Approvals approvals,
      LetterReading reading,
      SignatureRuns runs,
      Keys keys,
      Signers signers,
      InFiles files,
      OnDesks desks,
      Ledger ledger,
      JdbcClient db) {
    this.drafting = drafting;
    this.approvals = approvals;
    this.reading = reading;
    this.runs = runs;
    this.keys = keys;
    this.signers = signers;
    this.files = files;
    this.desks = desks;
    this.ledger = ledger;
    this.db = db;
  }

  /// A blank letter on a new file of this seat.
  public LetterId begun(Seat by) {
    return drafting.begin(by.act(), files.open(by), NewLetter.of(LetterForm.LETTER, Nature.FRESH));
  }

  /// A letter with words and an addressee, as it could be signed.
  public LetterId written(Seat by, PostId to) {
    return written(by, files.open(by), to);
  }

  public LetterId written(Seat by, PaperId paper, PostId to) {
    LetterId letter =
        drafting.begin(by.act(), paper, NewLetter.of(LetterForm.LETTER, Nature.FRESH));
    save(by, letter, typed -> typed.text("कृपया प्रकरण की आख्या उपलब्ध कराएँ।").to(to));
    return letter;
  }

  /// A written letter, approved by its signatory, who holds the paper.
  public LetterId approved(Seat signatory, PostId to) {
    LetterId letter = written(signatory, to);
    approvals.submit(signatory.act(), letter, null);
    approvals.approve(signatory.act(), letter);
    return letter;
  }

  /// A letter that is signed; makes the signatory's key when he has none.
  public LetterId signed(Seat signatory, PostId to) {
    LetterId letter = approved(signatory, to);
    sign(signatory, letter);
    return letter;
  }

  public SignatureRuns.Progress sign(Seat signatory, LetterId... letters) {
    if (!keys.registered(signatory.person())) signers.registered(signatory);
    try (Unlocked key = signers.unlocked(signatory)) {
      var begun = runs.begin(signatory.act(), List.of(letters));
      runs.signAll(begun, key);
      return runs.progress(begun.run(), signatory.scope());
    }
  }

  public LetterDetails read(Seat reader, LetterId letter) {
    return reading.open(letter, reader.scope());
  }

  /// Saves with the changes, on what this seat sees now.
  public int save(Seat by, LetterId letter, UnaryOperator<Fields> changes) {
    LetterDetails seen = read(by, letter);
    return drafting.save(
        by.act(), letter, seen.revision(), changes.apply(Fields.of(seen.words())).typed());
  }

  public int save(Seat by, LetterId letter, int revision, UnaryOperator<Fields> changes) {
    Typed typed = changes.apply(Fields.of(read(by, letter).words())).typed();
    return drafting.save(by.act(), letter, revision, typed);
  }

  public List<String> acts(PaperId paper) {
    return ledger.of("paper/" + paper).stream().map(Ledger.Written::act).toList();
  }

  public PaperId paperOf(LetterId letter) {
    return new PaperId(
        db.sql("SELECT paper FROM drafts.letter WHERE id = ?")
            .param(letter.value())
            .query(UUID.class)
            .single());
  }

  /// Inside a transaction of its own, as a door of a higher module would.
  public void inAct(Runnable work) {
    desks.inAct(work);
  }

  public void forward(Seat from, LetterId letter, Seat to) {
    approvals.submit(
        from.act(), letter, new Move.Forward(to.post(), karyalay.desk.Task.APPROVAL, ""));
  }

  /// The fields of a letter's form, one by one.
  public record Fields(Wording words, String structure, String plain, List<Party> parties) {
    static Fields of(Wording words) {
      return new Fields(words, words.body().rich(), words.body().plain(), words.parties());
    }

    public Fields text(String text) {
      return new Fields(words, "", text, parties);
    }

    public Fields structure(String json) {
      return new Fields(words, json, "", parties);
    }

    public Fields to(PostId post) {
      return with(Party.to(new Target.Post(post)));
    }

    public Fields copy(PostId post, String purpose) {
      return with(Party.copy(new Target.Post(post), purpose));
    }

    public Fields with(Party party) {
      var more = new ArrayList<>(parties);
      more.add(party);
      return new Fields(words, structure, plain, List.copyOf(more));
    }

    public Fields nobody() {
      return new Fields(words, structure, plain, List.of());
    }

    public Fields subject(String subject) {
      return words(words.form(), subject, words.reference(), words.signatory());
    }

    public Fields reference(String reference) {
      return words(words.form(), words.subject(), reference, words.signatory());
    }

    public Fields form(LetterForm form) {
      return words(form, words.subject(), words.reference(), words.signatory());
    }

    public Fields signatory(PostId post) {
      return words(words.form(), words.subject(), words.reference(), post);
    }

    private Fields words(LetterForm form, String subject, String reference, PostId signatory) {
      var changed =
          new Wording(
              form,
              words.nature(),
              words.prefix(),
              words.language(),
              subject,
              reference,
              words.salutation(),
              words.closing(),
              words.body(),
              signatory,
              words.parties(),
              words.enclosures());
      return new Fields(changed, structure, plain, parties);
    }

    Typed typed() {
      return new Typed(
          words.form(),
          words.nature(),
          words.prefix(),
          words.language(),
          words.subject(),
          words.reference(),
          words.salutation(),
          words.closing(),
          structure,
          plain,
          words.signatory(),
          parties,
          words.enclosures());
    }
  }

  public static void refused(Refused.Reason reason, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }
}
