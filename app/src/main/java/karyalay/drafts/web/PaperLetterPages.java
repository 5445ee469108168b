package karyalay.drafts.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karyalay.desk.Views;
import karyalay.desk.web.Addressee;
import karyalay.drafts.Drafting;
import karyalay.drafts.LetterForm;
import karyalay.drafts.LetterId;
import karyalay.drafts.LetterReading;
import karyalay.drafts.Nature;
import karyalay.drafts.NewLetter;
import karyalay.drafts.Template;
import karyalay.drafts.Templates;
import karyalay.organisation.Posts;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The letters of a file or receipt (आलेख), and the beginning of a new one (OP-66).
@Controller
@RequestMapping("/papers/{paper}/letters")
class PaperLetterPages {
  private final LetterReading letters;
  private final Drafting drafting;
  private final Templates templates;
  private final Posts posts;
  private final Views views;

  PaperLetterPages(
      LetterReading letters, Drafting drafting, Templates templates, Posts posts, Views views) {
    this.letters = letters;
    this.drafting = drafting;
    this.templates = templates;
    this.posts = posts;
    this.views = views;
  }

  @GetMapping
  @MayCall(CHAIR)
  String list(
      @PathVariable PaperId paper,
      @RequestParam(defaultValue = "") String template,
      @RequestParam(defaultValue = "FRESH") Nature nature,
      Caller caller,
      Page page,
      Model model) {
    var on = letters.onPaper(paper, caller.scope());
    views.seen(on.card().paper(), caller.scope());
    List<Templates.Offered> offered =
        on.mine() ? templates.of(caller.seat().office(), "") : List.of();
    Template chosen =
        offered.stream()
            .map(Templates.Offered::template)
            .filter(one -> one.code().equals(template))
            .findFirst()
            .orElse(null);
    model.addAttribute("view", new PaperLettersView(page, on, offered, chosen, nature));
    return "drafts/paper_letters";
  }

  /// @param field names of what the template asks, with `answer` in the same order
  record NewForm(
      @Nullable String form,
      @Nullable Nature nature,
      @Nullable String template,
      @Nullable String language,
      @Nullable String prefix,
      @Nullable String subject,
      @Nullable String signatory,
      @Nullable List<String> field,
      @Nullable List<String> answer) {

    NewLetter letter(@Nullable PostId signs) {
      return new NewLetter(
          LetterForm.of(or(form).isEmpty() ? "letter" : or(form))
              .orElseThrow(() -> new Refused(SharedRefusal.NOT_UNDERSTOOD, "form")),
          nature == null ? Nature.FRESH : nature,
          or(prefix),
          or(template),
          or(language).equals("en") ? "en" : "hi",
          or(subject),
          "",
          List.of(),
          signs,
          null);
    }

    Map<String, String> answers() {
      var answers = new LinkedHashMap<String, String>();
      List<String> names = field == null ? List.of() : field;
      List<String> given = answer == null ? List.of() : answer;
      for (int i = 0; i < Math.min(names.size(), given.size()); i++)
        answers.put(names.get(i), given.get(i));
      return answers;
    }

    private static String or(@Nullable String value) {
      return value == null ? "" : value.strip();
    }
  }

  @PostMapping
  @MayCall(CHAIR)
  String begin(@PathVariable PaperId paper, NewForm form, Act act, Caller caller, Page page) {
    letters.requireReadable(paper, caller.scope());
    String by = form.signatory();
    PostId signs = by == null || by.isBlank() ? null : Addressee.of(posts, by, caller);
    LetterId letter = drafting.begin(act, paper, form.letter(signs), form.answers());
    return "redirect:" + page.link("/letters/" + letter);
  }
}
