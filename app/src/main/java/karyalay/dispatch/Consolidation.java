package karyalay.dispatch;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import karyalay.drafts.Drafting;
import karyalay.drafts.LetterForm;
import karyalay.drafts.LetterId;
import karyalay.drafts.LetterReading;
import karyalay.drafts.Nature;
import karyalay.drafts.NewLetter;
import karyalay.drafts.Typed;
import karyalay.drafts.Wording;
import karyalay.shared.Act;
import karyalay.shared.Language;
import karyalay.shared.Scope;
import karyalay.web.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Begins the consolidated answer of a call: a reply on its paper that lists what each has
/// answered, to be worked over like any draft.
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Consolidation {
  private final Drafting drafting;
  private final LetterReading letters;
  private final Words words;

  Consolidation(Drafting drafting, LetterReading letters, Words words) {
    this.drafting = drafting;
    this.letters = letters;
    this.words = words;
  }

  LetterId begin(Act act, Call call, Grid grid) {
    String subject = words.say(Language.HI, "dispatch.consolidated.subject", call.subject());
    NewLetter blank = NewLetter.of(LetterForm.LETTER, Nature.REPLY);
    var named =
        new NewLetter(
            blank.form(),
            blank.nature(),
            blank.prefix(),
            blank.template(),
            blank.language(),
            subject,
            blank.reference(),
            blank.parties(),
            null,
            null);
    LetterId begun = drafting.begin(act, call.paper(), named);
    var it = letters.open(begun, new Scope(act.person(), act.post()));
    // A second act of its own: what was begun above is changed like any draft.
    Act second = act.part(new UUID(0, 2));
    int saved = drafting.save(second, begun, it.revision(), typed(it.words(), text(grid)));
    if (saved <= it.revision()) throw new IllegalStateException("the answers were not written");
    return begun;
  }

  private static Typed typed(Wording now, String text) {
    return new Typed(
        now.form(),
        now.nature(),
        now.prefix(),
        now.language(),
        now.subject(),
        now.reference(),
        now.salutation(),
        now.closing(),
        "",
        text,
        null,
        now.parties(),
        List.of());
  }

  private String text(Grid grid) {
    return grid.lines().stream().map(this::line).collect(Collectors.joining("\n\n"));
  }

  private String line(Grid.Line line) {
    String name = line.item().name();
    if (line.repliedAt() == null) return words.say(Language.HI, "dispatch.consolidated.none", name);
    String letter =
        line.replyNumber().isEmpty()
            ? ""
            : words.say(Language.HI, "dispatch.consolidated.letter", line.replyNumber());
    String answer = (letter + " " + line.replyText()).strip();
    return words.say(Language.HI, "dispatch.consolidated.line", name, answer);
  }
}
