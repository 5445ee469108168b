package karyalay.drafts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import karyalay.drafts.Templates.Offered;
import karyalay.files.NoteBody;
import karyalay.files.Written;
import karyalay.shared.Language;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.shared.Refused;
import karyalay.web.Words;
import org.springframework.stereotype.Component;

/// The first words of a letter: what the template says, filled from the paper; the last reference;
/// the sender of what is answered (OP-66).
@Component
class Beginning {
  private final Templates templates;
  private final Addressing addressing;
  private final LetterLists lists;
  private final Words words;
  private final OfficeTime time;

  Beginning(
      Templates templates, Addressing addressing, LetterLists lists, Words words, OfficeTime time) {
    this.templates = templates;
    this.addressing = addressing;
    this.lists = lists;
    this.words = words;
    this.time = time;
  }

  /// What a letter begins with.
  ///
  /// @param original whether the template prints a मूल
  record First(Wording words, boolean original, boolean standard) {}

  /// @param desk office of the writer, whose templates and address book are used
  First of(
      NewLetter asked,
      Map<String, String> answers,
      Occasion about,
      Signatory signatory,
      OfficeId desk) {
    Optional<Template> template = template(asked, desk);
    TemplateFields fields = fields(template, answers, about, signatory);
    var parties = new ArrayList<Party>(asked.parties());
    template.ifPresent(it -> parties.addAll(suggested(it, fields, desk, signatory.district())));
    if (parties.stream().noneMatch(party -> party.role() == Party.Role.TO))
      about
          .sender()
          .filter(_ -> answers(asked.nature()))
          .ifPresent(sender -> parties.addFirst(outside(sender)));
    var first =
        new Wording(
            template.map(Template::form).orElse(asked.form()),
            asked.nature(),
            asked.prefix().strip(),
            asked.language(),
            subject(asked, template, fields, about),
            reference(asked, template, fields, about),
            template.map(it -> fields.fill(it.salutation())).orElse(""),
            template.map(it -> fields.fill(it.closing())).orElse(""),
            template.map(it -> written(Template.filled(it.body(), fields))).orElse(Written.NOTHING),
            signatory.post(),
            addressing.filled(parties, parties, asked.language(), desk, signatory.district()),
            List.of());
    LetterRules.keepable(first);
    return new First(
        first,
        template.map(Template::original).orElse(false),
        template.map(Template::standard).orElse(false));
  }

  private Optional<Template> template(NewLetter asked, OfficeId desk) {
    if (asked.template().isBlank()) return Optional.empty();
    return Optional.of(
        templates
            .find(asked.template(), desk)
            .map(Offered::template)
            .orElseThrow(() -> new Refused(DraftsRefusal.TEMPLATE_UNKNOWN, asked.template())));
  }

  private TemplateFields fields(
      Optional<Template> template,
      Map<String, String> answers,
      Occasion about,
      Signatory signatory) {
    var values = about.fields(signatory, time.today());
    var asked = template.map(Template::fields).orElse(List.of());
    asked.forEach(field -> values.put(field.name(), answers.getOrDefault(field.name(), "")));
    return new TemplateFields(values, asked);
  }

  /// Those of the template's addressees who are known here; the writer adds the rest.
  private List<Party> suggested(
      Template template, TemplateFields fields, OfficeId desk, OfficeId district) {
    var parties = new ArrayList<Party>();
    for (String name : template.to())
      addressing
          .named(fields.fill(name), desk, district)
          .ifPresent(target -> parties.add(Party.to(target)));
    for (Template.Copy copy : template.copies())
      addressing
          .named(fields.fill(copy.to()), desk, district)
          .ifPresent(target -> parties.add(Party.copy(target, fields.fill(copy.purpose()))));
    return parties;
  }

  /// Somebody who stands on the receipt and in no address book: the letter alone keeps him.
  private static Party outside(Address address) {
    return new Party(Party.Role.TO, new Target.Outside(UUID.randomUUID()), address, "");
  }

  private static boolean answers(Nature nature) {
    return nature == Nature.REPLY || nature == Nature.INTERIM;
  }

  private static Written written(NoteBody body) {
    return body.plain().isBlank() ? Written.NOTHING : Written.of(body.json(), "");
  }

  private static String subject(
      NewLetter asked, Optional<Template> template, TemplateFields fields, Occasion about) {
    if (!asked.subject().isBlank()) return asked.subject().strip();
    return template
        .map(it -> fields.fill(it.subject()))
        .filter(it -> !it.isBlank())
        .orElse(about.paper().title());
  }

  private String reference(
      NewLetter asked, Optional<Template> template, TemplateFields fields, Occasion about) {
    if (!asked.reference().isBlank()) return asked.reference().strip();
    String own = template.map(it -> fields.fill(it.reference())).orElse("");
    return own.isBlank() ? last(asked, about) : own;
  }

  /// What is answered; otherwise the last letter that left on this paper.
  private String last(NewLetter asked, Occasion about) {
    Language language = asked.language().equals("en") ? Language.EN : Language.HI;
    if (answers(asked.nature())) {
      Optional<String> answered = about.receipt().map(it -> answered(it, language));
      if (answered.isPresent()) return answered.get();
    }
    LetterId earlier = asked.about();
    return (earlier == null ? lists.lastIssued(about.paper().id()) : lists.issued(earlier))
        .map(it -> words.say(language, "drafts.print.ref-own", it.number(), Occasion.day(it.on())))
        .orElse("");
  }

  private String answered(karyalay.dak.Receipt receipt, Language language) {
    var it = receipt.particulars();
    String day = Occasion.day(it.arrival().letterDate());
    if (it.petition()) {
      String shown = day.isEmpty() ? Occasion.day(it.arrival().received()) : day;
      return words.say(language, "drafts.print.ref-petition", shown);
    }
    if (it.letterNumber().isBlank())
      return day.isEmpty() ? "" : words.say(language, "drafts.print.ref-day", day);
    return words.say(language, "drafts.print.ref-letter", it.letterNumber(), day);
  }
}
