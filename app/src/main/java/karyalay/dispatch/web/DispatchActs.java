package karyalay.dispatch.web;

import static karyalay.web.Day.Leans.AHEAD;
import static karyalay.web.MayCall.Who.CHAIR;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import karyalay.desk.Attachments;
import karyalay.desk.FormFiles;
import karyalay.desk.Upload;
import karyalay.dispatch.Call;
import karyalay.dispatch.Calls;
import karyalay.dispatch.Conveyance;
import karyalay.dispatch.DispatchReading;
import karyalay.dispatch.Dispatching;
import karyalay.dispatch.Reminders;
import karyalay.drafts.LetterId;
import karyalay.organisation.Posts;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.web.Day;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// What is done with a signed letter: each change of state is a resource.
@Controller
@RequestMapping("/dispatch/letters/{letter}")
class DispatchActs {
  private final Dispatching dispatching;
  private final DispatchReading letters;
  private final Reminders reminders;
  private final Calls calls;
  private final Attachments attachments;
  private final Posts posts;

  DispatchActs(
      Dispatching dispatching,
      DispatchReading letters,
      Reminders reminders,
      Calls calls,
      Attachments attachments,
      Posts posts) {
    this.dispatching = dispatching;
    this.letters = letters;
    this.reminders = reminders;
    this.calls = calls;
    this.attachments = attachments;
    this.posts = posts;
  }

  @PostMapping("/sending")
  @MayCall(CHAIR)
  String send(@PathVariable LetterId letter, SendingForm form, Act act, Caller caller, Page page) {
    letters.open(letter, caller.scope());
    dispatching.send(act, letter, form.serials(), form.conveyance(posts, caller));
    return back(letter, page);
  }

  @PostMapping("/way")
  @MayCall(CHAIR)
  String assign(
      @PathVariable LetterId letter,
      @RequestParam(defaultValue = "false") boolean self,
      Act act,
      Caller caller,
      Page page) {
    letters.open(letter, caller.scope());
    dispatching.assign(act, letter, self);
    return back(letter, page);
  }

  @PostMapping("/items/{serial}/acknowledgement")
  @MayCall(CHAIR)
  String acknowledge(
      @PathVariable LetterId letter,
      @PathVariable int serial,
      @RequestParam(defaultValue = "") String receiver,
      @RequestParam(defaultValue = "") String designation,
      @RequestParam(defaultValue = "") String received,
      @RequestParam(defaultValue = "") List<UUID> upload,
      @RequestParam(required = false) @Nullable List<MultipartFile> files,
      Act act,
      Caller caller,
      Page page)
      throws IOException {
    letters.open(letter, caller.scope());
    var scans = new ArrayList<>(upload);
    if (files != null)
      FormFiles.receive(attachments, files, caller).stream().map(Upload::id).forEach(scans::add);
    dispatching.acknowledge(
        act,
        letter,
        serial,
        new Conveyance.Receiver(
            receiver,
            designation,
            SendingForm.moment(received),
            scans.isEmpty() ? null : scans.getFirst()));
    return back(letter, page);
  }

  @PostMapping("/items/{serial}/return")
  @MayCall(CHAIR)
  String returned(
      @PathVariable LetterId letter,
      @PathVariable int serial,
      @RequestParam(defaultValue = "") String reason,
      Act act,
      Caller caller,
      Page page) {
    letters.open(letter, caller.scope());
    dispatching.returned(act, letter, serial, reason);
    return back(letter, page);
  }

  /// Sends an e-mail again of which it is not known whether the server has it.
  @PostMapping("/items/{serial}/mail")
  @MayCall(CHAIR)
  String mailAgain(
      @PathVariable LetterId letter, @PathVariable int serial, Act act, Caller caller, Page page) {
    letters.open(letter, caller.scope());
    dispatching.sendAgain(act, letter, serial);
    return back(letter, page);
  }

  @PostMapping("/voiding")
  @MayCall(CHAIR)
  String giveUp(
      @PathVariable LetterId letter,
      @RequestParam(defaultValue = "") String reason,
      Act act,
      Caller caller,
      Page page) {
    letters.open(letter, caller.scope());
    dispatching.voidNumber(act, letter, reason);
    return back(letter, page);
  }

  @PostMapping("/call")
  @MayCall(CHAIR)
  String call(
      @PathVariable LetterId letter,
      @RequestParam(defaultValue = "CIRCULAR") Call.Kind kind,
      @RequestParam @Day(AHEAD) LocalDate target,
      Act act,
      Caller caller,
      Page page) {
    letters.open(letter, caller.scope());
    return "redirect:" + page.link("/dispatch/calls/" + calls.open(act, letter, kind, target));
  }

  /// Begins a reminder; it is written and signed like any letter.
  @PostMapping("/reminders")
  @MayCall(CHAIR)
  String remind(
      @PathVariable LetterId letter,
      @RequestParam(defaultValue = "") List<Integer> items,
      Act act,
      Caller caller,
      Page page) {
    letters.open(letter, caller.scope());
    return "redirect:" + page.link("/letters/" + reminders.remind(act, letter, items));
  }

  private static String back(LetterId letter, Page page) {
    return "redirect:" + page.link("/dispatch/letters/" + letter);
  }
}
