package karyalay.drafts.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import karyalay.desk.Move;
import karyalay.desk.Task;
import karyalay.desk.Views;
import karyalay.desk.web.Addressee;
import karyalay.drafts.Address;
import karyalay.drafts.Addressing;
import karyalay.drafts.Approvals;
import karyalay.drafts.Drafting;
import karyalay.drafts.LetterDetails;
import karyalay.drafts.LetterFilter;
import karyalay.drafts.LetterId;
import karyalay.drafts.LetterReading;
import karyalay.drafts.LetterState;
import karyalay.drafts.Letters;
import karyalay.drafts.Nature;
import karyalay.drafts.NewLetter;
import karyalay.drafts.Party;
import karyalay.drafts.Typed;
import karyalay.drafts.Wording;
import karyalay.drafts.web.LetterJson.*;
import karyalay.organisation.Posts;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import karyalay.web.MayCall;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Letters for other systems: the same doors as the pages. The PDF lies at
/// `/api/v1/letters/{letter}/letter.pdf`.
@RestController
@RequestMapping("/api/v1")
class LettersApi {
  private final LetterReading letters;
  private final Drafting drafting;
  private final Approvals approvals;
  private final Letters signed;
  private final Addressing addressing;
  private final Posts posts;
  private final Views views;

  LettersApi(
      LetterReading letters,
      Drafting drafting,
      Approvals approvals,
      Letters signed,
      Addressing addressing,
      Posts posts,
      Views views) {
    this.letters = letters;
    this.drafting = drafting;
    this.approvals = approvals;
    this.signed = signed;
    this.addressing = addressing;
    this.posts = posts;
    this.views = views;
  }

  @GetMapping("/letters")
  @MayCall(CHAIR)
  LinesJson list(
      @RequestParam(defaultValue = "DESK") LetterFilter.Whose whose,
      @RequestParam(required = false) @Nullable LetterState state,
      @RequestParam(defaultValue = "") String cursor,
      Caller caller) {
    var found = letters.page(caller.scope(), new LetterFilter(whose, state, cursor));
    return new LinesJson(found.lines().stream().map(LineJson::of).toList(), found.next());
  }

  @GetMapping("/papers/{paper}/letters")
  @MayCall(CHAIR)
  List<LineJson> onPaper(@PathVariable PaperId paper, Caller caller) {
    return letters.onPaper(paper, caller.scope()).letters().stream().map(LineJson::of).toList();
  }

  @PostMapping("/papers/{paper}/letters")
  @MayCall(CHAIR)
  @ResponseStatus(HttpStatus.CREATED)
  WholeJson begin(@PathVariable PaperId paper, @RequestBody NewJson body, Act act, Caller caller) {
    letters.requireReadable(paper, caller.scope());
    var asked =
        new NewLetter(
            LetterJson.form(or(body.form(), "letter")),
            body.nature() == null ? Nature.FRESH : body.nature(),
            or(body.prefix(), ""),
            or(body.template(), ""),
            or(body.language(), "hi"),
            or(body.subject(), ""),
            or(body.reference(), ""),
            List.of(),
            post(body.signatory(), caller),
            null);
    Map<String, String> answers = body.answers() == null ? Map.of() : body.answers();
    return WholeJson.of(letters.open(drafting.begin(act, paper, asked, answers), caller.scope()));
  }

  @GetMapping("/letters/{letter}")
  @MayCall(CHAIR)
  WholeJson letter(@PathVariable LetterId letter, Caller caller) {
    LetterDetails found = letters.open(letter, caller.scope());
    views.seen(found.card().paper(), caller.scope());
    return WholeJson.of(found);
  }

  @PostMapping("/letters/{letter}")
  @MayCall(CHAIR)
  WholeJson save(
      @PathVariable LetterId letter, @RequestBody ChangeJson body, Act act, Caller caller) {
    Wording words = letters.open(letter, caller.scope()).words();
    drafting.save(act, letter, body.revision(), typed(body, words, caller));
    return letter(letter, caller);
  }

  private Typed typed(ChangeJson body, Wording words, Caller caller) {
    boolean sameBody = body.text() == null && body.body() == null;
    return new Typed(
        body.form() == null ? words.form() : LetterJson.form(body.form()),
        body.nature() == null ? words.nature() : body.nature(),
        or(body.prefix(), words.prefix()),
        or(body.language(), words.language()),
        or(body.subject(), words.subject()),
        or(body.reference(), words.reference()),
        or(body.salutation(), words.salutation()),
        or(body.closing(), words.closing()),
        sameBody ? words.body().rich() : or(body.body(), ""),
        sameBody ? words.body().plain() : or(body.text(), ""),
        post(body.signatory(), caller),
        body.parties() == null ? words.parties() : parties(body.parties(), caller),
        body.enclosures() == null
            ? words.enclosures()
            : body.enclosures().stream().map(EnclosureJson::enclosure).toList());
  }

  private List<Party> parties(List<PartyJson> asked, Caller caller) {
    return asked.stream()
        .map(one ->
            new Party(
                one.role() == null ? Party.Role.TO : one.role(),
                addressing.of(one.to(), caller),
                Address.UNKNOWN,
                or(one.purpose(), "")))
        .toList();
  }

  @PostMapping("/letters/{letter}/submission")
  @MayCall(CHAIR)
  WholeJson submit(
      @PathVariable LetterId letter, @RequestBody SubmitJson body, Act act, Caller caller) {
    letters.open(letter, caller.scope());
    PostId to = post(body.to(), caller);
    approvals.submit(act, letter, to == null ? null : new Move.Forward(to, Task.APPROVAL, ""));
    return letter(letter, caller);
  }

  @PostMapping("/letters/{letter}/standard")
  @MayCall(CHAIR)
  WholeJson standard(@PathVariable LetterId letter, Act act, Caller caller) {
    letters.open(letter, caller.scope());
    approvals.standard(act, letter);
    return letter(letter, caller);
  }

  @PostMapping("/letters/{letter}/approval")
  @MayCall(CHAIR)
  WholeJson approve(@PathVariable LetterId letter, Act act, Caller caller) {
    letters.open(letter, caller.scope());
    approvals.approve(act, letter);
    return letter(letter, caller);
  }

  @PostMapping("/letters/{letter}/return")
  @MayCall(CHAIR)
  WholeJson giveBack(
      @PathVariable LetterId letter, @RequestBody ReasonJson body, Act act, Caller caller) {
    letters.open(letter, caller.scope());
    approvals.giveBack(act, letter, body.text(), Boolean.TRUE.equals(body.paper()));
    return letter(letter, caller);
  }

  @PostMapping("/letters/{letter}/cancellation")
  @MayCall(CHAIR)
  WholeJson cancel(
      @PathVariable LetterId letter, @RequestBody ReasonJson body, Act act, Caller caller) {
    letters.open(letter, caller.scope());
    approvals.cancel(act, letter, body.text());
    return letter(letter, caller);
  }

  @PostMapping("/letters/{letter}/withdrawal")
  @MayCall(CHAIR)
  WholeJson withdraw(
      @PathVariable LetterId letter, @RequestBody ReasonJson body, Act act, Caller caller) {
    letters.open(letter, caller.scope());
    signed.withdraw(act, letter, body.text());
    return letter(letter, caller);
  }

  private @Nullable PostId post(@Nullable String mark, Caller caller) {
    return mark == null || mark.isBlank() ? null : Addressee.of(posts, mark, caller);
  }

  private static String or(@Nullable String value, String otherwise) {
    return Objects.requireNonNullElse(value, otherwise);
  }
}
