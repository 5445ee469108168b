package karyalay.organisation.web;

import static karyalay.web.MayCall.Who.ADMIN;

import java.util.List;
import java.util.Locale;
import karyalay.organisation.Master;
import karyalay.organisation.Masters;
import karyalay.organisation.Offices;
import karyalay.organisation.Series;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.OfficeId;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The administrator's number series: go on from a paper register, set a block apart, void a number
/// (OP-18).
@Controller
@RequestMapping("/admin/numbers")
class NumberPages {
  private final Series series;
  private final Masters masters;
  private final Offices offices;
  private final OfficeTime time;

  NumberPages(Series series, Masters masters, Offices offices, OfficeTime time) {
    this.series = series;
    this.masters = masters;
    this.offices = offices;
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
    OfficeId shown = office == null ? caller.seat().office() : office;
    if (offices.find(shown).filter(found -> found.district().equals(district)).isEmpty())
      throw new Refused(SharedRefusal.NOT_FOUND);
    int of = year == null ? time.today().getYear() : Math.clamp(year, 2000, 2100);
    var kinds =
        masters.of("NUMBER_FORMAT", district).stream()
            .map(format -> new NumbersView.Kind(kind(format), name(page, format)))
            .toList();
    var lines = series.of(shown, of).stream().map(it -> line(it, shown, kinds)).toList();
    model.addAttribute(
        "view", new NumbersView(page, of, shown, offices.of(district, false), kinds, lines));
    return "organisation/numbers";
  }

  private NumbersView.Line line(
      Series.Register register, OfficeId office, List<NumbersView.Kind> kinds) {
    String name =
        kinds.stream()
            .filter(kind -> kind.code().equals(register.kind()))
            .map(NumbersView.Kind::name)
            .findFirst()
            .orElse(register.kind());
    return new NumbersView.Line(
        name, register, series.gaps(office, register.kind(), register.year()));
  }

  private static String kind(Master format) {
    return format.code().toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static String name(Page page, Master format) {
    return page.name(format.nameHi(), format.nameEn());
  }

  @PostMapping
  @MayCall(ADMIN)
  String begin(
      @RequestParam OfficeId office,
      @RequestParam String kind,
      @RequestParam int year,
      @RequestParam long start,
      Act act,
      Page page) {
    if (start < 1) throw new Refused(SharedRefusal.NOT_UNDERSTOOD, start);
    series.begin(act, office, kind, year, start);
    return show(office, year, page);
  }

  @PostMapping("/blocks")
  @MayCall(ADMIN)
  String reserve(
      @RequestParam OfficeId office,
      @RequestParam String kind,
      @RequestParam int year,
      @RequestParam int count,
      Act act,
      Page page) {
    series.reserve(act, office, kind, year, Math.clamp(count, 1, 500));
    return show(office, year, page);
  }

  @PostMapping("/voids")
  @MayCall(ADMIN)
  String cancel(
      @RequestParam OfficeId office,
      @RequestParam String kind,
      @RequestParam int year,
      @RequestParam long number,
      @RequestParam(defaultValue = "") String reason,
      Act act,
      Page page) {
    series.cancel(act, office, kind, year, number, reason);
    return show(office, year, page);
  }

  private static String show(OfficeId office, int year, Page page) {
    return "redirect:" + page.link("/admin/numbers?office=" + office + "&year=" + year);
  }
}
