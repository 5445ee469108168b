package karyalay.drafts.web;

import static karyalay.web.MayCall.Who.CHAIR;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import karyalay.drafts.LetterId;
import karyalay.drafts.LetterReading;
import karyalay.drafts.SignatureRuns;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.signatures.Keys;
import karyalay.signatures.Unlocked;
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

/// The signing list: what waits for this officer's signature, ticked, one PIN, each signed by
/// itself (OP-73).
@Controller
@RequestMapping("/signing")
class SigningPages {
  private final LetterReading letters;
  private final SignatureRuns runs;
  private final Keys keys;

  SigningPages(LetterReading letters, SignatureRuns runs, Keys keys) {
    this.letters = letters;
    this.runs = runs;
    this.keys = keys;
  }

  /// @param letter the one that is ticked beforehand; all of them without one
  @GetMapping
  @MayCall(CHAIR)
  String list(
      @RequestParam(required = false) @Nullable LetterId letter,
      Caller caller,
      Page page,
      Model model) {
    model.addAttribute(
        "view", new SigningView(page, letters.toSign(caller.scope()), letter, keys.field(caller)));
    return "drafts/signing";
  }

  /// @param letters ticked on the list
  record SigningForm(@Nullable List<UUID> letters, @Nullable String pin) {
    List<LetterId> ticked() {
      return letters == null ? List.of() : letters.stream().map(LetterId::new).toList();
    }
  }

  @PostMapping
  @MayCall(CHAIR)
  String sign(SigningForm form, Act act, Caller caller, Page page) {
    // A wrong PIN refuses the whole before anything is written down.
    Unlocked key = keys.needed(caller, form.pin());
    SignatureRuns.Begun begun;
    try {
      begun = runs.begin(act, form.ticked());
    } catch (RuntimeException refused) {
      key.close();
      throw refused;
    }
    runs.start(begun, key);
    return "redirect:" + page.link("/signing/runs/" + begun.run());
  }

  /// How far it has come; while it runs the page asks for itself again.
  @GetMapping("/runs/{run}")
  @MayCall(CHAIR)
  String run(
      @PathVariable UUID run, Caller caller, Page page, Model model, HttpServletResponse answer) {
    var progress = runs.progress(run, caller.scope());
    if (progress.running()) answer.setHeader("Refresh", "3");
    model.addAttribute("view", new RunView(page, progress));
    return "drafts/signing_run";
  }
}
