package karyalay.drafts.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.util.List;
import java.util.UUID;
import karyalay.drafts.Address;
import karyalay.drafts.AddressBook;
import karyalay.drafts.Contact;
import karyalay.drafts.LetterId;
import karyalay.drafts.LetterReading;
import karyalay.drafts.SignatureRuns;
import karyalay.drafts.Templates;
import karyalay.drafts.web.LetterJson.LineJson;
import karyalay.drafts.web.LetterJson.RunJson;
import karyalay.drafts.web.LetterJson.SignJson;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.signatures.Keys;
import karyalay.signatures.Unlocked;
import karyalay.web.MayCall;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The signing list, the address book and the templates for other systems.
@RestController
@RequestMapping("/api/v1")
class SigningApi {
  private final LetterReading letters;
  private final SignatureRuns runs;
  private final Keys keys;
  private final AddressBook book;
  private final Templates templates;

  SigningApi(
      LetterReading letters, SignatureRuns runs, Keys keys, AddressBook book, Templates templates) {
    this.letters = letters;
    this.runs = runs;
    this.keys = keys;
    this.book = book;
    this.templates = templates;
  }

  @GetMapping("/signing")
  @MayCall(CHAIR)
  List<LineJson> list(Caller caller) {
    return letters.toSign(caller.scope()).stream().map(LineJson::of).toList();
  }

  /// Signs the letters named, each by itself; the answer comes when all are settled.
  @PostMapping("/signing")
  @MayCall(CHAIR)
  RunJson sign(@RequestBody SignJson body, Act act, Caller caller) {
    List<UUID> ticked = body.letters() == null ? List.of() : body.letters();
    try (Unlocked key = keys.needed(caller, body.pin())) {
      var begun = runs.begin(act, ticked.stream().map(LetterId::new).toList());
      runs.signAll(begun, key);
      return RunJson.of(runs.progress(begun.run(), caller.scope()));
    }
  }

  @GetMapping("/signing/runs/{run}")
  @MayCall(CHAIR)
  RunJson run(@PathVariable UUID run, Caller caller) {
    return RunJson.of(runs.progress(run, caller.scope()));
  }

  @GetMapping("/address-book")
  @MayCall(CHAIR)
  List<Contact> book(@RequestParam(defaultValue = "") String q, Caller caller) {
    return book.find(caller.seat().office(), q);
  }

  record EnteredJson(UUID id) {}

  @PostMapping("/address-book")
  @MayCall(CHAIR)
  @ResponseStatus(HttpStatus.CREATED)
  EnteredJson enter(@RequestBody Address body, Act act) {
    return new EnteredJson(book.enter(act, body));
  }

  /// @param version 0 while it is as it came
  record TemplateJson(String code, String hindi, String english, String form, int version) {}

  @GetMapping("/templates")
  @MayCall(CHAIR)
  List<TemplateJson> templates(Caller caller) {
    return templates.of(caller.seat().office(), "").stream()
        .map(one ->
            new TemplateJson(
                one.template().code(),
                one.template().hindi(),
                one.template().english(),
                one.template().form().code(),
                one.version()))
        .toList();
  }
}
