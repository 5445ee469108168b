package karyalay.files.web;

import static karyalay.web.Day.Leans.AHEAD;
import static karyalay.web.MayCall.Who.CHAIR;

import java.time.LocalDate;
import karyalay.desk.Reading;
import karyalay.files.Cover;
import karyalay.files.Files;
import karyalay.files.Flags;
import karyalay.files.Parkings;
import karyalay.files.Reopenings;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.PaperId;
import karyalay.web.Day;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What is done with a file as a whole: each change of state is a resource.
@Controller
@RequestMapping("/files/{paper}")
class FileActs {
  private final Files files;
  private final Parkings parkings;
  private final Reopenings reopenings;
  private final Reading reading;
  private final Flags flags;

  FileActs(Files files, Parkings parkings, Reopenings reopenings, Reading reading, Flags flags) {
    this.files = files;
    this.parkings = parkings;
    this.reopenings = reopenings;
    this.reading = reading;
    this.flags = flags;
  }

  /// @param event `LETTER` when a letter put into it takes it up again; else only the day does
  @PostMapping("/parking")
  @MayCall(CHAIR)
  String park(
      @PathVariable PaperId paper,
      @RequestParam(required = false) @Day(AHEAD) @Nullable LocalDate until,
      @RequestParam(defaultValue = "") String event,
      @RequestParam String reason,
      Act act,
      Caller caller,
      Page page) {
    reading.open(paper, caller.scope());
    parkings.park(act, paper, until, event.equals(Parkings.LETTER), reason);
    return "redirect:" + page.link("/desk");
  }

  @PostMapping("/closure")
  @MayCall(CHAIR)
  String close(
      @PathVariable PaperId paper,
      @RequestParam String reason,
      @RequestParam(defaultValue = "") String recordClass,
      Act act,
      Caller caller,
      Page page) {
    reading.open(paper, caller.scope());
    files.close(act, paper, reason, recordClass);
    return "redirect:" + page.link("/files/" + paper);
  }

  @PostMapping("/reopening-approval")
  @MayCall(CHAIR)
  String approve(
      @PathVariable PaperId paper,
      @RequestParam(defaultValue = "") String remark,
      Act act,
      Caller caller,
      Page page) {
    reading.open(paper, caller.scope());
    reopenings.approve(act, paper, remark);
    return "redirect:" + page.link("/files/" + paper + "/details");
  }

  @PostMapping("/reopening")
  @MayCall(CHAIR)
  String reopen(
      @PathVariable PaperId paper, @RequestParam String reason, Act act, Caller caller, Page page) {
    reading.open(paper, caller.scope());
    reopenings.reopen(act, paper, reason);
    return "redirect:" + page.link("/files/" + paper);
  }

  @PostMapping("/cover")
  @MayCall(CHAIR)
  String cover(
      @PathVariable PaperId paper,
      @RequestParam String subject,
      @RequestParam(defaultValue = "") String category,
      @RequestParam(defaultValue = "hi") String language,
      @RequestParam(defaultValue = "") String earlier,
      @RequestParam(defaultValue = "") String later,
      @RequestParam(defaultValue = "") String remarks,
      Act act,
      Caller caller,
      Page page) {
    reading.open(paper, caller.scope());
    files.edit(act, paper, new Cover(subject, category, language, earlier, later, remarks));
    return "redirect:" + page.link("/files/" + paper + "/details");
  }

  @PostMapping("/consideration")
  @MayCall(CHAIR)
  String consider(
      @PathVariable PaperId paper, @RequestParam int serial, Act act, Caller caller, Page page) {
    reading.open(paper, caller.scope());
    flags.consider(act, paper, serial);
    return "redirect:" + page.link("/files/" + paper);
  }

  @PostMapping("/enclosures")
  @MayCall(CHAIR)
  String enclose(
      @PathVariable PaperId paper,
      @RequestParam PaperId receipt,
      Act act,
      Caller caller,
      Page page) {
    reading.open(paper, caller.scope());
    reading.open(receipt, caller.scope());
    files.enclose(act, receipt, paper);
    return "redirect:" + page.link("/files/" + paper);
  }
}
