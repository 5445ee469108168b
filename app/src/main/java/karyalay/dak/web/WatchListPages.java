package karyalay.dak.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import karyalay.dak.Watches;
import karyalay.shared.Caller;
import karyalay.shared.OfficeTime;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// The watch lists of dak (OP-92), as a page and for other systems.
@Controller
class WatchListPages {
  private final Watches watches;
  private final OfficeTime time;

  WatchListPages(Watches watches, OfficeTime time) {
    this.watches = watches;
    this.time = time;
  }

  @GetMapping("/receipts/watch")
  @MayCall(CHAIR)
  String page(@RequestParam(defaultValue = "") String list, Caller caller, Page page, Model model) {
    var lists = watches.of(caller.scope(), caller.seat().district());
    model.addAttribute("view", new WatchView(page, lists, list, time.now()));
    return "dak/watch";
  }

  /// @param due null without a date
  /// @param title empty where the caller is not named on a protected paper
  record LineJson(
      UUID paper,
      String number,
      String title,
      String classification,
      @Nullable Instant due,
      String holder) {}

  /// @param code of the master `WATCH`
  record ListJson(String code, String nameHi, String nameEn, List<LineJson> lines) {}

  @GetMapping("/api/v1/receipts/watch")
  @MayCall(CHAIR)
  @ResponseBody
  List<ListJson> lists(Caller caller) {
    return watches.of(caller.scope(), caller.seat().district()).stream()
        .map(it ->
            new ListJson(
                it.list().code(),
                it.list().nameHi(),
                it.list().nameEn(),
                it.lines().stream().map(WatchListPages::json).toList()))
        .toList();
  }

  private static LineJson json(Watches.Line line) {
    return new LineJson(
        line.paper().value(),
        line.number(),
        line.title(),
        line.classification().name(),
        line.due(),
        line.holder());
  }
}
