package karyalay.files.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import karyalay.desk.Reading;
import karyalay.files.FileNumbers;
import karyalay.files.FileParts;
import karyalay.files.FileSlips;
import karyalay.files.FileTies;
import karyalay.files.FlagTarget;
import karyalay.files.Flags;
import karyalay.files.Mergings;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.PaperId;
import karyalay.web.MayCall;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Tying files together, for other systems: the same doors as the forms. A file is named by its
/// number, its computer number or its id.
@RestController
@RequestMapping("/api/v1/files/{paper}")
class FilingApi {
  private final FileParts parts;
  private final FileTies ties;
  private final Mergings mergings;
  private final FileSlips slips;
  private final Flags flags;
  private final FileNumbers numbers;
  private final Reading reading;

  FilingApi(
      FileParts parts,
      FileTies ties,
      Mergings mergings,
      FileSlips slips,
      Flags flags,
      FileNumbers numbers,
      Reading reading) {
    this.parts = parts;
    this.ties = ties;
    this.mergings = mergings;
    this.slips = slips;
    this.flags = flags;
    this.numbers = numbers;
    this.reading = reading;
  }

  /// What was made: its id.
  record MadeJson(UUID id) {}

  record ReasonJson(@Nullable String reason) {}

  /// @param bundle place in the file order; `other-papers` without one
  record TieJson(@Nullable String other, @Nullable String bundle, @Nullable String reason) {}

  /// @param into the file to merge into; none for a part
  record MergingJson(@Nullable String into, @Nullable String reason) {}

  record DecisionJson(boolean approved, @Nullable String remark) {}

  /// @param file the file into which the paper goes, or else
  /// @param place where it goes, in words
  record SlipJson(
      int serial, @Nullable String reason, @Nullable String file, @Nullable String place) {}

  /// @param label none takes the next free letter
  /// @param target a page when it is not said
  /// @param file another file; none for this one
  record FlagJson(
      @Nullable String label,
      @Nullable FlagTarget target,
      @Nullable String file,
      @Nullable Integer place) {}

  @PostMapping("/parts")
  @MayCall(CHAIR)
  @ResponseStatus(HttpStatus.CREATED)
  MadeJson part(@PathVariable PaperId paper, @RequestBody ReasonJson body, Act act, Caller caller) {
    reading.open(paper, caller.scope());
    return new MadeJson(parts.openPart(act, paper, text(body.reason())).value());
  }

  @PostMapping("/volumes")
  @MayCall(CHAIR)
  @ResponseStatus(HttpStatus.CREATED)
  MadeJson volume(@PathVariable PaperId paper, Act act, Caller caller) {
    reading.open(paper, caller.scope());
    return new MadeJson(parts.openVolume(act, paper).value());
  }

  @PostMapping("/links")
  @MayCall(CHAIR)
  @ResponseStatus(HttpStatus.CREATED)
  MadeJson link(@PathVariable PaperId paper, @RequestBody TieJson body, Act act, Caller caller) {
    reading.open(paper, caller.scope());
    PaperId other = numbers.one(caller.scope(), text(body.other()));
    return new MadeJson(ties.link(act, paper, other, bundle(body), text(body.reason())));
  }

  @PostMapping("/attachments")
  @MayCall(CHAIR)
  @ResponseStatus(HttpStatus.CREATED)
  MadeJson attach(@PathVariable PaperId paper, @RequestBody TieJson body, Act act, Caller caller) {
    reading.open(paper, caller.scope());
    PaperId other = numbers.one(caller.scope(), text(body.other()));
    return new MadeJson(ties.attach(act, paper, other, bundle(body), text(body.reason())));
  }

  @PostMapping("/ties/{tie}/detachment")
  @MayCall(CHAIR)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void detach(
      @PathVariable PaperId paper,
      @PathVariable UUID tie,
      @RequestBody ReasonJson body,
      Act act,
      Caller caller) {
    reading.open(paper, caller.scope());
    ties.detach(act, paper, tie, text(body.reason()));
  }

  @PostMapping("/merging")
  @MayCall(CHAIR)
  @ResponseStatus(HttpStatus.CREATED)
  MadeJson merge(
      @PathVariable PaperId paper, @RequestBody MergingJson body, Act act, Caller caller) {
    reading.open(paper, caller.scope());
    return new MadeJson(mergings.ask(act, paper, named(body.into(), caller), text(body.reason())));
  }

  @PostMapping("/mergings/{merging}/decision")
  @MayCall(CHAIR)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void decide(
      @PathVariable PaperId paper,
      @PathVariable UUID merging,
      @RequestBody DecisionJson body,
      Act act,
      Caller caller) {
    reading.open(paper, caller.scope());
    mergings.decide(act, merging, body.approved(), text(body.remark()));
  }

  @PostMapping("/mergings/{merging}/completion")
  @MayCall(CHAIR)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void complete(@PathVariable PaperId paper, @PathVariable UUID merging, Act act, Caller caller) {
    reading.open(paper, caller.scope());
    mergings.carryOut(act, merging);
  }

  @PostMapping("/slips")
  @MayCall(CHAIR)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void takeOut(@PathVariable PaperId paper, @RequestBody SlipJson body, Act act, Caller caller) {
    reading.open(paper, caller.scope());
    slips.takeOut(
        act,
        paper,
        body.serial(),
        text(body.reason()),
        named(body.file(), caller),
        text(body.place()));
  }

  @PostMapping("/flags")
  @MayCall(CHAIR)
  @ResponseStatus(HttpStatus.CREATED)
  MadeJson flag(@PathVariable PaperId paper, @RequestBody FlagJson body, Act act, Caller caller) {
    reading.open(paper, caller.scope());
    PaperId on = named(body.file(), caller).orElse(paper);
    FlagTarget target = Objects.requireNonNullElse(body.target(), FlagTarget.PAGE);
    int place = Objects.requireNonNullElse(body.place(), 0);
    return new MadeJson(
        flags.set(act, paper, new Flags.Wanted(text(body.label()), target, on, place)));
  }

  @PostMapping("/flag-removals")
  @MayCall(CHAIR)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void lift(@PathVariable PaperId paper, @RequestBody FlagJson body, Act act, Caller caller) {
    reading.open(paper, caller.scope());
    flags.lift(act, paper, text(body.label()));
  }

  private Optional<PaperId> named(@Nullable String typed, Caller caller) {
    return text(typed).isBlank()
        ? Optional.empty()
        : Optional.of(numbers.one(caller.scope(), text(typed)));
  }

  private static String bundle(TieJson body) {
    return text(body.bundle()).isBlank() ? "other-papers" : text(body.bundle());
  }

  static String text(@Nullable String typed) {
    return Objects.requireNonNullElse(typed, "");
  }
}
