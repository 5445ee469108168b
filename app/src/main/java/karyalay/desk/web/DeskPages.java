package karyalay.desk.web;

import static karyalay.web.MayCall.Who.ANYONE;
import static karyalay.web.MayCall.Who.CHAIR;

import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import karyalay.desk.Kind;
import karyalay.desk.Reading;
import karyalay.desk.TrayFilter;
import karyalay.desk.TrayFilter.Tab;
import karyalay.desk.TrayFilter.What;
import karyalay.desk.TrayFilter.Whose;
import karyalay.desk.Trays;
import karyalay.shared.Caller;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// मेरी मेज: everything that waits for this post, most overdue first, of all kinds (W1).
@Controller
class DeskPages {
  private final DeskReading desks;
  private final Trays trays;
  private final Reading reading;

  DeskPages(DeskReading desks, Trays trays, Reading reading) {
    this.desks = desks;
    this.trays = trays;
    this.reading = reading;
  }

  @GetMapping("/")
  @MayCall(ANYONE)
  String home() {
    return "redirect:/desk";
  }

  @GetMapping("/desk")
  @MayCall(CHAIR)
  String desk(
      Page page,
      Caller caller,
      @RequestParam(defaultValue = "MINE") Tab tab,
      @RequestParam(defaultValue = "ALL") What what,
      @RequestParam(required = false) @Nullable Kind kind,
      @RequestParam(required = false) @Nullable Boolean physical,
      @RequestParam(defaultValue = "ALL") Whose whose,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable UUID sent,
      Model model) {
    var filter = new TrayFilter(tab, what, kind, physical, whose, cursor(after));
    DeskView.Sent left = sent == null ? null : sent(new PaperId(sent), caller).orElse(null);
    model.addAttribute("view", desks.view(page, caller, filter, left, List.of()));
    return "desk/desk";
  }

  @GetMapping("/desk/vacancies")
  @MayCall(CHAIR)
  String vacancies(Page page, Caller caller, Model model) {
    model.addAttribute("view", new VacancyView(page, trays.vacancies(caller.scope())));
    return "desk/vacancies";
  }

  static TrayFilter.@Nullable Cursor cursor(@Nullable String after) {
    if (after == null) return null;
    try {
      return TrayFilter.Cursor.of(after);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new Refused(SharedRefusal.NOT_UNDERSTOOD, "after");
    }
  }

  /// What was just sent, if it can still be taken back.
  private Optional<DeskView.Sent> sent(PaperId paper, Caller caller) {
    var card = reading.card(paper, caller.scope());
    boolean recallable =
        card.paper().openedAt() == null && caller.seat().post().equals(card.paper().from());
    if (!recallable) return Optional.empty();
    return Optional.of(
        new DeskView.Sent(
            paper, card.paper().number(), card.holder().map(chair -> chair.mark()).orElse("")));
  }
}
