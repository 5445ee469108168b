package karyalay.dispatch.web;

import static karyalay.web.Day.Leans.AHEAD;
import static karyalay.web.MayCall.Who.CHAIR;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import karyalay.desk.Reading;
import karyalay.desk.web.Addressee;
import karyalay.dispatch.Calls;
import karyalay.dispatch.Grid;
import karyalay.dispatch.Reminders;
import karyalay.drafts.Party;
import karyalay.drafts.Target;
import karyalay.organisation.Masters;
import karyalay.organisation.Posts;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import karyalay.web.Day;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Circulars and calls for report: the grid by office, and what the asking post does on it.
@Controller
@RequestMapping("/dispatch/calls")
class CallPages {
  private final Calls calls;
  private final Reminders reminders;
  private final Reading reading;
  private final Masters masters;
  private final Posts posts;

  CallPages(Calls calls, Reminders reminders, Reading reading, Masters masters, Posts posts) {
    this.calls = calls;
    this.reminders = reminders;
    this.reading = reading;
    this.masters = masters;
    this.posts = posts;
  }

  @GetMapping("/new")
  @MayCall(CHAIR)
  String form(@RequestParam PaperId paper, Caller caller, Page page, Model model) {
    var about = reading.open(paper, caller.scope()).paper();
    model.addAttribute(
        "view",
        new NewCallView(
            page,
            paper,
            about.number(),
            about.title(),
            masters.of("ADDRESSEE_GROUP", caller.seat().district())));
    return "dispatch/new_call";
  }

  @PostMapping
  @MayCall(CHAIR)
  String ask(
      @RequestParam PaperId paper,
      @RequestParam(defaultValue = "") String subject,
      @RequestParam @Day(AHEAD) LocalDate target,
      @RequestParam(defaultValue = "") List<String> to,
      @RequestParam(defaultValue = "") List<String> groups,
      Act act,
      Caller caller,
      Page page) {
    reading.open(paper, caller.scope());
    if (subject.isBlank()) throw new Refused(SharedRefusal.MISSING, page.t("subject"));
    var parties = new ArrayList<Party>();
    for (String group : groups)
      if (!group.isBlank()) parties.add(Party.to(new Target.Group(group)));
    for (String typed : to)
      for (String one : typed.split("[,;]"))
        if (!one.isBlank())
          parties.add(Party.to(new Target.Post(Addressee.of(posts, one, caller))));
    if (parties.isEmpty()) throw new Refused(SharedRefusal.MISSING, page.t("to-whom"));
    UUID call = calls.ask(act, paper, caller.seat().office(), subject, target, parties);
    return back(call, page);
  }

  @GetMapping("/{call}")
  @MayCall(CHAIR)
  String grid(@PathVariable UUID call, Caller caller, Page page, Model model) {
    model.addAttribute("view", view(call, caller, page));
    return "dispatch/grid";
  }

  @GetMapping("/{call}/grid.csv")
  @MayCall(CHAIR)
  ResponseEntity<byte[]> sheet(@PathVariable UUID call, Caller caller, Page page) {
    GridView view = view(call, caller, page);
    return Downloads.sheet(view.rows(), "anupalan-" + view.call().target() + ".csv");
  }

  GridView view(UUID call, Caller caller, Page page) {
    Grid grid = calls.grid(call, caller.scope());
    return new GridView(page, grid, grid.call().post().equals(caller.seat().post()));
  }

  /// Begins one reminder to all whose day is over.
  @PostMapping("/{call}/reminders")
  @MayCall(CHAIR)
  String remind(@PathVariable UUID call, Act act, Caller caller, Page page) {
    Grid grid = calls.grid(call, caller.scope());
    List<Integer> late =
        grid.lines().stream()
            .filter(line -> line.stage() == Grid.Stage.DEFAULTING)
            .map(line -> line.item().serial())
            .toList();
    return "redirect:" + page.link("/letters/" + reminders.remind(act, grid.call().letter(), late));
  }

  @PostMapping("/{call}/replies/{serial}")
  @MayCall(CHAIR)
  String received(
      @PathVariable UUID call,
      @PathVariable int serial,
      @RequestParam(defaultValue = "") String receipt,
      @RequestParam(defaultValue = "") String text,
      Act act,
      Caller caller,
      Page page) {
    calls.grid(call, caller.scope());
    calls.received(act, call, serial, receipt, text);
    return back(call, page);
  }

  @PostMapping("/{call}/closing")
  @MayCall(CHAIR)
  String close(
      @PathVariable UUID call,
      @RequestParam(defaultValue = "") String remark,
      Act act,
      Caller caller,
      Page page) {
    calls.grid(call, caller.scope());
    calls.close(act, call, remark);
    return back(call, page);
  }

  /// Begins the consolidated answer; it is written and signed like any letter.
  @PostMapping("/{call}/answer")
  @MayCall(CHAIR)
  String consolidate(@PathVariable UUID call, Act act, Caller caller, Page page) {
    calls.grid(call, caller.scope());
    return "redirect:" + page.link("/letters/" + calls.consolidate(act, call));
  }

  private static String back(UUID call, Page page) {
    return "redirect:" + page.link("/dispatch/calls/" + call);
  }
}
