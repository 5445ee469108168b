package karyalay.drafts.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import karyalay.desk.Move;
import karyalay.desk.Task;
import karyalay.desk.web.Addressee;
import karyalay.drafts.Addressing;
import karyalay.drafts.Approvals;
import karyalay.drafts.Drafting;
import karyalay.drafts.LetterId;
import karyalay.drafts.LetterReading;
import karyalay.drafts.Letters;
import karyalay.organisation.Posts;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.OfficeTime;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What a letter's page sends. To those whose reach does not hold the letter every answer is that
/// there is none.
@Controller
@RequestMapping("/letters/{letter}")
class LetterActs {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final UUID SAVING = UUID.fromString("00000000-0000-4000-8000-000000000001");

  private final LetterReading letters;
  private final Drafting drafting;
  private final Approvals approvals;
  private final Letters signed;
  private final Addressing addressing;
  private final Posts posts;
  private final OfficeTime time;

  LetterActs(
      LetterReading letters,
      Drafting drafting,
      Approvals approvals,
      Letters signed,
      Addressing addressing,
      Posts posts,
      OfficeTime time) {
    this.letters = letters;
    this.drafting = drafting;
    this.approvals = approvals;
    this.signed = signed;
    this.addressing = addressing;
    this.posts = posts;
    this.time = time;
  }

  @PostMapping
  @MayCall(CHAIR)
  String save(@PathVariable LetterId letter, WordsForm form, Act act, Caller caller, Page page) {
    letters.open(letter, caller.scope());
    drafting.save(act, letter, form.seen(), form.typed(addressing, posts, caller));
    return back(letter, page);
  }

  /// What is being typed, kept while it is typed; the page's script asks for a few words back.
  @PostMapping("/typing")
  @MayCall(CHAIR)
  ResponseEntity<Map<String, String>> typing(
      @PathVariable LetterId letter, WordsForm form, Caller caller, Page page) {
    letters.open(letter, caller.scope());
    var typed = form.typed(addressing, posts, caller);
    int revision = drafting.keep(Act.of(caller.actor()), letter, form.seen(), typed);
    Map<String, String> words = new LinkedHashMap<>();
    words.put("saved", page.t("files.saved", CLOCK.format(time.now().atZone(OfficeTime.ZONE))));
    words.put("revision", Integer.toString(revision));
    return ResponseEntity.ok(words);
  }

  /// Saves and submits; with a post the paper goes there too. Two acts of one press: when the
  /// second is refused, what was typed is saved.
  @PostMapping("/submission")
  @MayCall(CHAIR)
  String submit(@PathVariable LetterId letter, WordsForm form, Act act, Caller caller, Page page) {
    letters.open(letter, caller.scope());
    String to = form.to() == null ? "" : form.to().strip();
    Move.Forward on =
        to.isEmpty() ? null : new Move.Forward(Addressee.of(posts, to, caller), Task.APPROVAL, "");
    if (form.revision() != null)
      drafting.save(act.part(SAVING), letter, form.seen(), form.typed(addressing, posts, caller));
    approvals.submit(act, letter, on);
    return on == null ? back(letter, page) : "redirect:" + page.link("/letters?whose=MINE");
  }

  @PostMapping("/standard")
  @MayCall(CHAIR)
  String standard(
      @PathVariable LetterId letter, WordsForm form, Act act, Caller caller, Page page) {
    letters.open(letter, caller.scope());
    if (form.revision() != null)
      drafting.save(act.part(SAVING), letter, form.seen(), form.typed(addressing, posts, caller));
    approvals.standard(act, letter);
    return back(letter, page);
  }

  /// Saves what the officer changed, and approves it.
  @PostMapping("/approval")
  @MayCall(CHAIR)
  String approve(@PathVariable LetterId letter, WordsForm form, Act act, Caller caller, Page page) {
    letters.open(letter, caller.scope());
    if (form.revision() != null)
      drafting.save(act.part(SAVING), letter, form.seen(), form.typed(addressing, posts, caller));
    approvals.approve(act, letter);
    return back(letter, page);
  }

  @PostMapping("/return")
  @MayCall(CHAIR)
  String giveBack(
      @PathVariable LetterId letter,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "false") boolean paper,
      Act act,
      Caller caller,
      Page page) {
    letters.open(letter, caller.scope());
    approvals.giveBack(act, letter, reason, paper);
    return back(letter, page);
  }

  @PostMapping("/cancellation")
  @MayCall(CHAIR)
  String cancel(
      @PathVariable LetterId letter,
      @RequestParam(defaultValue = "") String reason,
      Act act,
      Caller caller,
      Page page) {
    letters.open(letter, caller.scope());
    approvals.cancel(act, letter, reason);
    return back(letter, page);
  }

  /// The signatory takes back a letter that was sent to nobody; its number is void.
  @PostMapping("/withdrawal")
  @MayCall(CHAIR)
  String withdraw(
      @PathVariable LetterId letter,
      @RequestParam(defaultValue = "") String reason,
      Act act,
      Caller caller,
      Page page) {
    letters.open(letter, caller.scope());
    signed.withdraw(act, letter, reason);
    return back(letter, page);
  }

  private static String back(LetterId letter, Page page) {
    return "redirect:" + page.link("/letters/" + letter);
  }
}
