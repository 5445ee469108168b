package karyalay.organisation.web;

import static karyalay.web.Day.Leans.NEAREST;
import static karyalay.web.MayCall.Who.ADMIN;

import java.time.LocalDate;
import java.util.List;
import karyalay.organisation.Changes;
import karyalay.organisation.Master;
import karyalay.organisation.Masters;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import karyalay.web.Day;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The administrator's master lists: enter, change from a day on, end (OP-14).
@Controller
@RequestMapping("/admin/masters")
class MasterPages {
  private final Masters masters;
  private final Changes changes;
  private final OfficeTime time;

  MasterPages(Masters masters, Changes changes, OfficeTime time) {
    this.masters = masters;
    this.changes = changes;
    this.time = time;
  }

  /// @param data one `name = value` a line
  record Form(
      @Nullable String nameHi,
      @Nullable String nameEn,
      @Nullable Integer sort,
      @Nullable String data) {
    Master.Facts facts() {
      return new Master.Facts(
          Forms.text(nameHi),
          Forms.text(nameEn),
          sort == null ? 0 : sort,
          MasterData.read(Forms.text(data)));
    }
  }

  @GetMapping
  @MayCall(ADMIN)
  String list(
      @RequestParam(defaultValue = "CATEGORY") String kind, Page page, Caller caller, Model model) {
    OfficeId district = caller.seat().district();
    model.addAttribute(
        "view",
        new MastersView(
            page,
            time.today(),
            masters.kinds(),
            kind,
            masters.listed(kind, district),
            null,
            changes.latest(district, List.of(Changes.Kind.MASTER), 20)));
    return "organisation/masters";
  }

  @GetMapping("/{kind}/{code}")
  @MayCall(ADMIN)
  String one(
      @PathVariable String kind, @PathVariable String code, Page page, Caller caller, Model model) {
    OfficeId district = caller.seat().district();
    List<Master> all = masters.listed(kind, district);
    Master one =
        all.stream()
            .filter(master -> master.code().equals(code))
            .findFirst()
            .orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
    model.addAttribute(
        "view",
        new MastersView(page, time.today(), List.of(), kind, all, one, changes.of(one.id())));
    return "organisation/master";
  }

  @PostMapping("/{kind}")
  @MayCall(ADMIN)
  String put(
      @PathVariable String kind,
      @RequestParam String code,
      Form form,
      @RequestParam @Day(NEAREST) LocalDate from,
      Act act,
      Caller caller,
      Page page) {
    masters.put(act, caller.seat().district(), kind, code.strip(), form.facts(), from);
    return show(kind, page);
  }

  @PostMapping("/{kind}/{code}/end")
  @MayCall(ADMIN)
  String end(
      @PathVariable String kind,
      @PathVariable String code,
      @RequestParam @Day(NEAREST) LocalDate from,
      Act act,
      Caller caller,
      Page page) {
    masters.end(act, caller.seat().district(), kind, code, from);
    return show(kind, page);
  }

  private static String show(String kind, Page page) {
    return "redirect:" + page.link("/admin/masters?kind=" + kind);
  }
}
