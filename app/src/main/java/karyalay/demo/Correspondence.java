package karyalay.demo;

import java.util.ArrayList;
import java.util.List;
import karyalay.desk.Classification;
import karyalay.desk.Move;
import karyalay.desk.Movements;
import karyalay.desk.Task;
import karyalay.desk.Urgency;
import karyalay.drafts.Address;
import karyalay.drafts.AddressBook;
import karyalay.drafts.Approvals;
import karyalay.drafts.Drafting;
import karyalay.drafts.LetterId;
import karyalay.drafts.LetterReading;
import karyalay.drafts.Nature;
import karyalay.drafts.NewLetter;
import karyalay.drafts.Party;
import karyalay.drafts.Target;
import karyalay.drafts.Typed;
import karyalay.drafts.Wording;
import karyalay.files.Files;
import karyalay.files.NewFile;
import karyalay.files.NewNote;
import karyalay.files.Notes;
import karyalay.shared.Act;
import karyalay.shared.OfficeId;
import karyalay.shared.PaperId;
import karyalay.shared.Scope;
import org.springframework.stereotype.Component;

/// Letters on their way from the reader's desk over the Additional SP to the SP, as a day's work
/// would write them.
@Component
class Correspondence {
  private static final String READER = "RDR-RDR";
  private static final String APPROVER = "ASP-ASP";
  private static final String SIGNATORY = "SP-SPO";

  private final Cast cast;
  private final Files files;
  private final Notes notes;
  private final Movements movements;
  private final AddressBook book;
  private final Drafting drafting;
  private final LetterReading reading;
  private final Approvals approvals;
  private final DemonstrationKeys keys;
  private final Outgoing outgoing;
  private final ThanaMorning morning;

  Correspondence(
      Cast cast,
      Files files,
      Notes notes,
      Movements movements,
      AddressBook book,
      Drafting drafting,
      LetterReading reading,
      Approvals approvals,
      DemonstrationKeys keys,
      Outgoing outgoing,
      ThanaMorning morning) {
    this.cast = cast;
    this.files = files;
    this.notes = notes;
    this.movements = movements;
    this.book = book;
    this.drafting = drafting;
    this.reading = reading;
    this.approvals = approvals;
    this.keys = keys;
    this.outgoing = outgoing;
    this.morning = morning;
  }

  /// What lies at a thana this morning, once the story is told.
  void end(OfficeId district) {
    morning.begin(district);
  }

  /// Adds the letters to a story: first the officers make their keys, then they write.
  void join(Story story, OfficeId district) {
    story.daysAgo(14, 0, () -> keys.make(district));
    int turn = 0;
    for (SampleLetter letter : SampleLetter.all()) {
      var course = new Course(letter, story, district);
      story.daysAgo(letter.days(), 20 + 35 * turn++, course::begins);
    }
  }

  /// One letter on its way.
  private final class Course {
    private final SampleLetter sample;
    private final Story story;
    private final OfficeId district;

    Course(SampleLetter sample, Story story, OfficeId district) {
      this.sample = sample;
      this.story = story;
      this.district = district;
    }

    private Act act(String mark) {
      return cast.act(mark, district);
    }

    void begins() {
      PaperId file = files.open(act(READER), cover(), null);
      notes.write(act(READER), file, NewNote.plain(sample.note()));
      LetterId letter = drafting.begin(act(READER), file, blank());
      save(READER, letter, sample.body());
      var up = new Move.Forward(cast.post(APPROVER, district), Task.APPROVAL, "");
      approvals.submit(act(READER), letter, up);
      story.later(2, () -> comesToTheApprover(file, letter));
    }

    private void comesToTheApprover(PaperId file, LetterId letter) {
      movements.open(act(APPROVER), file);
      if (sample.fate() == SampleLetter.Fate.CHANGED) {
        save(APPROVER, letter, sample.remark());
        return;
      }
      approvals.approve(act(APPROVER), letter);
      var back = new Move.Forward(cast.post(READER, district), Task.ACTION, "");
      notes.writeAndSend(act(APPROVER), file, NewNote.plain("आलेख अनुमोदित।"), back);
      story.later(1, () -> movements.open(act(READER), file));
      if (sample.isSigned()) story.later(2, () -> isSigned(letter));
    }

    private void isSigned(LetterId letter) {
      keys.sign(act(SIGNATORY), letter);
      story.later(1, () -> outgoing.send(sample, letter, story, district));
    }

    private void save(String by, LetterId letter, String text) {
      Act act = act(by);
      var seen = reading.open(letter, new Scope(act.person(), act.post()));
      drafting.save(act, letter, seen.revision(), typed(seen.words(), text));
    }

    private NewLetter blank() {
      return new NewLetter(
          sample.form(),
          Nature.FRESH,
          "",
          "",
          "hi",
          sample.subject(),
          sample.reference(),
          parties(),
          cast.post(SIGNATORY, district),
          null);
    }

    private List<Party> parties() {
      var parties = new ArrayList<Party>();
      for (SampleLetter.To to : sample.to()) {
        String purpose = to.purpose();
        Target target = target(to);
        parties.add(purpose == null ? Party.to(target) : Party.copy(target, purpose));
      }
      return parties;
    }

    private Target target(SampleLetter.To to) {
      String post = to.post();
      String group = to.group();
      Address outside = to.outside();
      if (post != null) return new Target.Post(cast.post(post, district));
      if (group != null) return new Target.Group(group);
      if (outside != null) return new Target.Outside(book.enter(act(READER), outside));
      throw new IllegalStateException("nobody to write to: " + sample.subject());
    }

    private NewFile cover() {
      return new NewFile(
          sample.subject(),
          List.of(),
          sample.number(),
          "",
          "hi",
          "",
          "",
          Classification.NORMAL,
          Urgency.ORDINARY,
          false);
    }
  }

  private static Typed typed(Wording words, String text) {
    return new Typed(
        words.form(),
        words.nature(),
        words.prefix(),
        words.language(),
        words.subject(),
        words.reference(),
        words.salutation(),
        words.closing(),
        "",
        text,
        words.signatory(),
        words.parties(),
        words.enclosures());
  }
}
