package karyalay.organisation.web;

import static karyalay.web.Day.Leans.NEAREST;
import static karyalay.web.MayCall.Who.ADMIN;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import karyalay.organisation.Calendars;
import karyalay.organisation.Changes;
import karyalay.organisation.Holiday;
import karyalay.organisation.Offices;
import karyalay.organisation.WeeklyRule;
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

/// The administrator's calendar: holidays, worked days, weekly rules (OP-14, OP-89).
@Controller
@RequestMapping("/admin/holidays")
class HolidayPages {
  private final Calendars calendars;
  private final Offices offices;
  private final Changes changes;
  private final OfficeTime time;

  HolidayPages(Calendars calendars, Offices offices, Changes changes, OfficeTime time) {
    this.calendars = calendars;
    this.offices = offices;
    this.changes = changes;
    this.time = time;
  }

  @GetMapping
  @MayCall(ADMIN)
  String list(
      @RequestParam(required = false) @Nullable Integer year,
      @RequestParam(required = false) @Nullable OfficeId office,
      Page page,
      Caller caller,
      Model model) {
    OfficeId district = caller.seat().district();
    OfficeId shown = office == null ? district : office;
    if (offices.find(shown).filter(found -> found.district().equals(district)).isEmpty())
      throw new Refused(SharedRefusal.NOT_FOUND);
    int of = year == null ? time.today().getYear() : Math.clamp(year, 2000, 2100);
    var kinds = List.of(Changes.Kind.HOLIDAY, Changes.Kind.WEEKLY_RULE);
    model.addAttribute(
        "view",
        new HolidaysView(
            page,
            time.today(),
            of,
            shown,
            offices.of(district, false),
            calendars.holidays(shown, of),
            calendars.rules(shown),
            changes.latest(district, kinds, 20)));
    return "organisation/holidays";
  }

  @PostMapping
  @MayCall(ADMIN)
  String declare(
      @RequestParam OfficeId office,
      @RequestParam @Day(NEAREST) LocalDate day,
      @RequestParam String nameHi,
      @RequestParam String nameEn,
      @RequestParam(defaultValue = "false") boolean working,
      Act act,
      Page page) {
    var facts = new Holiday.Facts(day, working, nameHi.strip(), nameEn.strip(), true);
    calendars.declare(act, office, facts);
    return show(office, day.getYear(), page);
  }

  @PostMapping("/{holiday}/withdrawal")
  @MayCall(ADMIN)
  String withdraw(
      @PathVariable UUID holiday,
      @RequestParam OfficeId office,
      @RequestParam int year,
      Act act,
      Page page) {
    calendars.withdraw(act, holiday);
    return show(office, year, page);
  }

  @PostMapping("/rules")
  @MayCall(ADMIN)
  String addRule(
      @RequestParam OfficeId office,
      @RequestParam DayOfWeek weekday,
      @RequestParam int nth,
      @RequestParam(defaultValue = "false") boolean working,
      @RequestParam @Day(NEAREST) LocalDate from,
      Act act,
      Page page) {
    var facts = new WeeklyRule.Facts(weekday, Math.clamp(nth, 0, 5), working, from);
    calendars.addRule(act, office, facts);
    return show(office, from.getYear(), page);
  }

  @PostMapping("/rules/{rule}/end")
  @MayCall(ADMIN)
  String endRule(
      @PathVariable UUID rule,
      @RequestParam OfficeId office,
      @RequestParam @Day(NEAREST) LocalDate from,
      Act act,
      Page page) {
    calendars.endRule(act, rule, from);
    return show(office, from.getYear(), page);
  }

  private static String show(OfficeId office, int year, Page page) {
    return "redirect:" + page.link("/admin/holidays?office=" + office + "&year=" + year);
  }
}
