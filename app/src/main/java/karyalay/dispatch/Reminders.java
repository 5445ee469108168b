package karyalay.dispatch;

import static karyalay.dispatch.DispatchRefusal.*;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import karyalay.drafts.Address;
import karyalay.drafts.Drafting;
import karyalay.drafts.LetterForm;
import karyalay.drafts.LetterId;
import karyalay.drafts.Nature;
import karyalay.drafts.NewLetter;
import karyalay.drafts.Party;
import karyalay.drafts.Target;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.Ids;
import karyalay.shared.Language;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import karyalay.shared.Scope;
import karyalay.web.Dates;
import karyalay.web.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Reminders of a letter (OP-81): each a new letter that cites the original and bears its number in
/// the row, to those only who have not answered.
@Service
@Transactional
public class Reminders {
  private final CallStore store;
  private final ItemStore items;
  private final DispatchReading letters;
  private final Drafting drafting;
  private final Words words;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;

  Reminders(
      CallStore store,
      ItemStore items,
      DispatchReading letters,
      Drafting drafting,
      Words words,
      Acts acts,
      Ledger ledger,
      OfficeTime time) {
    this.store = store;
    this.items = items;
    this.letters = letters;
    this.drafting = drafting;
    this.words = words;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// Begins the next reminder on the paper of the original. When a day was set, only those are
  /// reminded whose day is over.
  ///
  /// @param serials whom; empty for all who have not answered
  /// @return the letter begun
  /// @throws Refused `NOT_FOUND`, `NOT_SENT_YET`, `ALL_ANSWERED`, those of {@link Drafting#begin}
  public LetterId remind(Act act, LetterId letter, List<Integer> serials) {
    UUID id = Ids.next();
    acts.once(
        act,
        id,
        () -> {
          LetterSheet it = letters.open(letter, new Scope(act.person(), act.post()));
          List<Integer> silent = silent(letter, it, serials);
          int n = store.reminders(letter) + 1;
          LetterId begun =
              drafting.begin(act.part(id), it.paper(), reminder(it, n, parties(letter, silent)));
          store.reminder(letter, n, begun, act, time.now());
          ledger.append(
              act,
              new Entry(
                  "dispatch.reminded",
                  "letter/" + letter,
                  Map.of("n", n, "reminder", begun.toString())));
        });
    return store.lastReminder(letter);
  }

  private List<Integer> silent(LetterId letter, LetterSheet it, List<Integer> serials) {
    List<Item> out = items.of(letter).stream().filter(item -> !item.state().here()).toList();
    if (out.isEmpty()) throw new Refused(NOT_SENT_YET, it.number());
    List<Integer> silent =
        out.stream()
            .filter(item -> item.repliedAt() == null)
            .map(Item::serial)
            .filter(serial -> serials.isEmpty() || serials.contains(serial))
            .toList();
    if (silent.isEmpty()) throw new Refused(ALL_ANSWERED);
    return silent;
  }

  private List<Party> parties(LetterId letter, List<Integer> serials) {
    return store.addressees(letter, serials).stream()
        .map(one ->
            new Party(
                Party.Role.TO,
                switch (one.kind()) {
                  case "POST" -> new Target.Post(new PostId(one.target()));
                  case "OFFICE" -> new Target.Office(new OfficeId(one.target()));
                  default -> new Target.Outside(one.target());
                },
                Address.UNKNOWN,
                ""))
        .toList();
  }

  private NewLetter reminder(LetterSheet it, int n, List<Party> parties) {
    String day = new Dates(Language.HI).day(it.date());
    String count = DispatchRules.roman(n);
    return new NewLetter(
        LetterForm.REMINDER,
        Nature.REMINDER,
        "",
        "",
        "hi",
        words.say(Language.HI, "dispatch.reminder.subject", count, it.subject()),
        words.say(Language.HI, "dispatch.reminder.reference", it.number(), day),
        parties,
        null,
        it.id());
  }
}
