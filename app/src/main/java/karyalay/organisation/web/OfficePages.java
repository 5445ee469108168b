package karyalay.organisation.web;

import static karyalay.web.Day.Leans.NEAREST;
import static karyalay.web.MayCall.Who.ADMIN;

import java.time.LocalDate;
import java.util.List;
import karyalay.organisation.Changes;
import karyalay.organisation.Masters;
import karyalay.organisation.Office;
import karyalay.organisation.Offices;
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

/// The administrator's list of offices: add, change from a day on, close (OP-4, OP-14).
@Controller
@RequestMapping("/admin/offices")
class OfficePages {
  private final Offices offices;
  private final Masters masters;
  private final Changes changes;
  private final OfficeTime time;

  OfficePages(Offices offices, Masters masters, Changes changes, OfficeTime time) {
    this.offices = offices;
    this.masters = masters;
    this.changes = changes;
    this.time = time;
  }

  record Form(
      @Nullable String kind,
      @Nullable String code,
      @Nullable String nameHi,
      @Nullable String nameEn,
      @Nullable String shortHi,
      @Nullable String aliases) {
    Office.Facts facts() {
      return new Office.Facts(
          Forms.text(kind),
          Forms.code(code),
          Forms.text(nameHi),
          Forms.text(nameEn),
          Forms.text(shortHi),
          Forms.list(aliases));
    }
  }

  @GetMapping
  @MayCall(ADMIN)
  String list(Page page, Caller caller, Model model) {
    OfficeId district = caller.seat().district();
    var latest = changes.latest(district, List.of(Changes.Kind.OFFICE), 20);
    model.addAttribute(
        "view",
        new OfficesView(
            page,
            time.today(),
            offices.of(district, true),
            masters.of("OFFICE_KIND", district),
            null,
            latest));
    return "organisation/offices";
  }

  @GetMapping("/{office}")
  @MayCall(ADMIN)
  String one(@PathVariable OfficeId office, Page page, Caller caller, Model model) {
    OfficeId district = caller.seat().district();
    Office one =
        offices
            .find(office)
            .filter(found -> found.district().equals(district))
            .orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
    model.addAttribute(
        "view",
        new OfficesView(
            page,
            time.today(),
            offices.of(district, false),
            masters.of("OFFICE_KIND", district),
            one,
            changes.of(office.value())));
    return "organisation/office";
  }

  @PostMapping
  @MayCall(ADMIN)
  String open(
      @RequestParam OfficeId parent,
      Form form,
      @RequestParam @Day(NEAREST) LocalDate from,
      Act act,
      Page page) {
    return show(offices.open(act, parent, form.facts(), from), page);
  }

  @PostMapping("/{office}/changes")
  @MayCall(ADMIN)
  String change(
      @PathVariable OfficeId office,
      @RequestParam(required = false) @Nullable OfficeId parent,
      Form form,
      @RequestParam @Day(NEAREST) LocalDate from,
      Act act,
      Page page) {
    return show(offices.change(act, office, parent, form.facts(), from), page);
  }

  @PostMapping("/{office}/closure")
  @MayCall(ADMIN)
  String close(
      @PathVariable OfficeId office,
      @RequestParam @Day(NEAREST) LocalDate from,
      Act act,
      Page page) {
    return show(offices.close(act, office, from), page);
  }

  private static String show(OfficeId office, Page page) {
    return "redirect:" + page.link("/admin/offices/" + office);
  }
}
