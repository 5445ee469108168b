package karyalay.files.web;

import static karyalay.web.MayCall.Who.CHAIR;

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
import karyalay.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What ties files together, on the form of the tab "related": each change of state is a resource.
@Controller
@RequestMapping("/files/{paper}")
class FilingActs {
  private final FileParts parts;
  private final FileTies ties;
  private final Mergings mergings;
  private final FileSlips slips;
  private final Flags flags;
  private final FileNumbers numbers;
  private final Reading reading;

  FilingActs(
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

  @PostMapping("/parts")
  @MayCall(CHAIR)
  String part(
      @PathVariable PaperId paper, @RequestParam String reason, Act act, Caller caller, Page page) {
    reading.open(paper, caller.scope());
    return "redirect:" + page.link("/files/" + parts.openPart(act, paper, reason));
  }

  @PostMapping("/volumes")
  @MayCall(CHAIR)
  String volume(@PathVariable PaperId paper, Act act, Caller caller, Page page) {
    reading.open(paper, caller.scope());
    return "redirect:" + page.link("/files/" + parts.openVolume(act, paper));
  }

  @PostMapping("/links")
  @MayCall(CHAIR)
  String link(
      @PathVariable PaperId paper,
      @RequestParam String other,
      @RequestParam(defaultValue = "other-papers") String bundle,
      @RequestParam(defaultValue = "") String reason,
      Act act,
      Caller caller,
      Page page) {
    reading.open(paper, caller.scope());
    ties.link(act, paper, numbers.one(caller.scope(), other), bundle, reason);
    return related(paper, page);
  }

  @PostMapping("/attachments")
  @MayCall(CHAIR)
  String attach(
      @PathVariable PaperId paper,
      @RequestParam String other,
      @RequestParam(defaultValue = "other-papers") String bundle,
      @RequestParam(defaultValue = "") String reason,
      Act act,
      Caller caller,
      Page page) {
    reading.open(paper, caller.scope());
    ties.attach(act, paper, numbers.one(caller.scope(), other), bundle, reason);
    return related(paper, page);
  }

  @PostMapping("/ties/{tie}/detachment")
  @MayCall(CHAIR)
  String detach(
      @PathVariable PaperId paper,
      @PathVariable UUID tie,
      @RequestParam String reason,
      Act act,
      Caller caller,
      Page page) {
    reading.open(paper, caller.scope());
    ties.detach(act, paper, tie, reason);
    return related(paper, page);
  }

  /// @param into number of the file to merge into; blank for a part
  @PostMapping("/merging")
  @MayCall(CHAIR)
  String merge(
      @PathVariable PaperId paper,
      @RequestParam(defaultValue = "") String into,
      @RequestParam String reason,
      Act act,
      Caller caller,
      Page page) {
    reading.open(paper, caller.scope());
    mergings.ask(act, paper, named(into, caller), reason);
    return related(paper, page);
  }

  @PostMapping("/mergings/{merging}/decision")
  @MayCall(CHAIR)
  String decide(
      @PathVariable PaperId paper,
      @PathVariable UUID merging,
      @RequestParam boolean approved,
      @RequestParam(defaultValue = "") String remark,
      Act act,
      Caller caller,
      Page page) {
    reading.open(paper, caller.scope());
    mergings.decide(act, merging, approved, remark);
    return related(paper, page);
  }

  @PostMapping("/mergings/{merging}/completion")
  @MayCall(CHAIR)
  String complete(
      @PathVariable PaperId paper, @PathVariable UUID merging, Act act, Caller caller, Page page) {
    reading.open(paper, caller.scope());
    mergings.carryOut(act, merging);
    return related(paper, page);
  }

  /// @param file number of the file into which the paper goes; blank when it goes to a place
  @PostMapping("/slips")
  @MayCall(CHAIR)
  String takeOut(
      @PathVariable PaperId paper,
      @RequestParam int serial,
      @RequestParam String reason,
      @RequestParam(defaultValue = "") String file,
      @RequestParam(defaultValue = "") String place,
      Act act,
      Caller caller,
      Page page) {
    reading.open(paper, caller.scope());
    slips.takeOut(act, paper, serial, reason, named(file, caller), place);
    return related(paper, page);
  }

  /// @param label blank takes the next free letter
  /// @param file number of another file; blank for this one
  /// @param from `page` when it was set beside the page itself, to which one then returns
  @PostMapping("/flags")
  @MayCall(CHAIR)
  String flag(
      @PathVariable PaperId paper,
      @RequestParam(defaultValue = "") String label,
      @RequestParam(defaultValue = "PAGE") FlagTarget target,
      @RequestParam(defaultValue = "") String file,
      @RequestParam(defaultValue = "0") int place,
      @RequestParam(defaultValue = "") String from,
      Act act,
      Caller caller,
      Page page) {
    reading.open(paper, caller.scope());
    PaperId on = named(file, caller).orElse(paper);
    flags.set(act, paper, new Flags.Wanted(label, target, on, place));
    if (from.equals("page")) return "redirect:" + page.link("/files/" + paper + "/pages/" + place);
    return related(paper, page) + "#flags";
  }

  @PostMapping("/flag-removals")
  @MayCall(CHAIR)
  String lift(
      @PathVariable PaperId paper, @RequestParam String label, Act act, Caller caller, Page page) {
    reading.open(paper, caller.scope());
    flags.lift(act, paper, label);
    return related(paper, page) + "#flags";
  }

  private Optional<PaperId> named(String typed, Caller caller) {
    return typed.isBlank() ? Optional.empty() : Optional.of(numbers.one(caller.scope(), typed));
  }

  static String related(PaperId paper, Page page) {
    return "redirect:" + page.link("/files/" + paper + "/related");
  }
}
