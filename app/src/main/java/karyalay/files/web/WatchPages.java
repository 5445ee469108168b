package karyalay.files.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.util.List;
import karyalay.files.Consultations;
import karyalay.files.FileNumbers;
import karyalay.files.Watchlists;
import karyalay.shared.Caller;
import karyalay.shared.PaperId;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Watch lists of files, and opening a file by whatever number it ever bore.
@Controller
class WatchPages {
  private final Watchlists lists;
  private final Consultations consultations;
  private final FileNumbers numbers;

  WatchPages(Watchlists lists, Consultations consultations, FileNumbers numbers) {
    this.lists = lists;
    this.consultations = consultations;
    this.numbers = numbers;
  }

  @GetMapping("/files/watch")
  @MayCall(CHAIR)
  String watch(Caller caller, Page page, Model model) {
    var scope = caller.scope();
    int levels = lists.levels(scope);
    model.addAttribute(
        "view",
        new WatchView(
            page,
            lists.toAndFro(scope),
            lists.manyHands(scope, levels),
            levels,
            consultations.expired(scope)));
    return "files/watch";
  }

  /// Opens the file at once when there is one; what is searched for stands in no address. Another
  /// file that a note cites by its number.
  @GetMapping("/files/numbers")
  @MayCall(CHAIR)
  String cited(@RequestParam String number, Caller caller, Page page, Model model) {
    return number(number, caller, page, model);
  }

  @PostMapping("/files/numbers")
  @MayCall(CHAIR)
  String number(@RequestParam String number, Caller caller, Page page, Model model) {
    List<FileNumbers.Found> found = numbers.find(caller.scope(), number);
    List<PaperId> files = found.stream().map(FileNumbers.Found::opens).distinct().toList();
    if (files.size() == 1) return "redirect:" + page.link("/files/" + files.getFirst());
    model.addAttribute("view", new NumbersView(page, number.strip(), found));
    return "files/numbers";
  }
}
