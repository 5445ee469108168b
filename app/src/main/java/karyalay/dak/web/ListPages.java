package karyalay.dak.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.util.List;
import java.util.UUID;
import karyalay.dak.Aside;
import karyalay.dak.ListFilter;
import karyalay.dak.ListRow;
import karyalay.dak.NumberFinder;
import karyalay.dak.Pile;
import karyalay.dak.Receipt;
import karyalay.dak.ReceiptLists;
import karyalay.shared.Caller;
import karyalay.shared.OfficeTime;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The lists of receipts.
@Controller
class ListPages {
  private final ReceiptLists lists;
  private final Aside aside;
  private final NumberFinder numbers;
  private final OfficeTime time;

  ListPages(ReceiptLists lists, Aside aside, NumberFinder numbers, OfficeTime time) {
    this.lists = lists;
    this.numbers = numbers;
    this.aside = aside;
    this.time = time;
  }

  @GetMapping("/receipts")
  @MayCall(CHAIR)
  String list(
      @RequestParam(defaultValue = "INBOX") Pile pile,
      @RequestParam(required = false) @Nullable Boolean read,
      @RequestParam(required = false) @Nullable Boolean physical,
      @RequestParam(defaultValue = "false") boolean followed,
      @RequestParam(required = false) @Nullable UUID folder,
      @RequestParam(required = false) @Nullable String after,
      Caller caller,
      Page page,
      Model model) {
    var filter = new ListFilter(pile, read, physical, followed, folder, cursor(after));
    model.addAttribute(
        "view", pile.papers() ? papers(filter, caller, page) : entries(filter, caller, page));
    return "dak/list";
  }

  /// Opens the receipt that bears the number.
  @PostMapping("/receipts/finding")
  @MayCall(CHAIR)
  String find(@RequestParam String number, Caller caller, Page page) {
    return "redirect:" + page.link("/receipts/" + numbers.find(number, caller.scope()));
  }

  static ListFilter.@Nullable Cursor cursor(@Nullable String after) {
    if (after == null) return null;
    try {
      return ListFilter.Cursor.of(after);
    } catch (IllegalArgumentException e) {
      throw new Refused(SharedRefusal.NOT_UNDERSTOOD, "after");
    }
  }

  private ListView papers(ListFilter filter, Caller caller, Page page) {
    List<ListRow> rows = lists.page(caller.scope(), filter);
    boolean counted = filter.pile() != Pile.SENT && filter.pile() != Pile.FOLDER;
    return new ListView(
        page,
        filter,
        counted ? lists.count(caller.scope(), filter.pile()) : rows.size(),
        rows,
        List.of(),
        aside.folders(caller.seat().post()),
        next(filter, rows, page),
        time.now());
  }

  private static @Nullable String next(ListFilter filter, List<ListRow> rows, Page page) {
    if (rows.size() < ReceiptLists.PAGE) return null;
    var address = new StringBuilder("/receipts?pile=").append(filter.pile());
    if (filter.read() != null) address.append("&read=").append(filter.read());
    if (filter.physical() != null) address.append("&physical=").append(filter.physical());
    if (filter.followed()) address.append("&followed=true");
    if (filter.folder() != null) address.append("&folder=").append(filter.folder());
    return page.link(address.append("&after=").append(rows.getLast().cursor()).toString());
  }

  private ListView entries(ListFilter filter, Caller caller, Page page) {
    var state = filter.pile() == Pile.BIN ? Receipt.State.BIN : Receipt.State.ENTRY;
    List<Receipt> entries = lists.entries(caller.seat().post(), state);
    var folders = aside.folders(caller.seat().post());
    return new ListView(
        page, filter, entries.size(), List.of(), entries, folders, null, time.now());
  }
}
