package karyalay.golive.web;

import static karyalay.web.Day.Leans.AHEAD;
import static karyalay.web.Day.Leans.BACK;
import static karyalay.web.MayCall.Who.ADMIN;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import karyalay.desk.Attachments;
import karyalay.desk.FormFiles;
import karyalay.desk.Upload;
import karyalay.golive.GoLive;
import karyalay.golive.Loads;
import karyalay.organisation.Masters;
import karyalay.organisation.Offices;
import karyalay.organisation.Series;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// चालू करना: the steps of an office, with ticks at what is done (OP-137).
@Controller
@RequestMapping("/admin/go-live")
class GoLivePages {
  private final GoLive goLive;
  private final Loads loads;
  private final Offices offices;
  private final Masters masters;
  private final Series series;
  private final Attachments attachments;
  private final OfficeTime time;

  GoLivePages(
      GoLive goLive,
      Loads loads,
      Offices offices,
      Masters masters,
      Series series,
      Attachments attachments,
      OfficeTime time) {
    this.goLive = goLive;
    this.loads = loads;
    this.offices = offices;
    this.masters = masters;
    this.series = series;
    this.attachments = attachments;
    this.time = time;
  }

  @GetMapping
  @MayCall(ADMIN)
  String steps(
      @RequestParam(required = false) @Nullable OfficeId office,
      Caller caller,
      Page page,
      Model model) {
    OfficeId shown = office == null ? caller.seat().office() : office;
    var district = caller.seat().district();
    var kinds =
        masters.of("NUMBER_FORMAT", district).stream()
            .map(it ->
                new GoLiveView.Kind(
                    it.code().toUpperCase(Locale.ROOT).replace('-', '_'),
                    page.name(it.nameHi(), it.nameEn())))
            .toList();
    model.addAttribute(
        "view",
        new GoLiveView(
            page,
            time.today(),
            shown,
            offices.of(district, false),
            goLive.standing(shown, caller),
            loads.of(shown),
            kinds));
    return "golive/steps";
  }

  /// Goes on from the paper register.
  ///
  /// @param start the first number that is given here
  @PostMapping("/numbers")
  @MayCall(ADMIN)
  String number(
      @RequestParam OfficeId office,
      @RequestParam String kind,
      @RequestParam long start,
      Act act,
      Page page) {
    if (start < 1) throw new Refused(SharedRefusal.NOT_UNDERSTOOD, start);
    series.begin(act, office, kind, time.today().getYear(), start);
    return show(office, page);
  }

  @PostMapping("/parallel")
  @MayCall(ADMIN)
  String parallel(
      @RequestParam OfficeId office,
      @RequestParam @Day(AHEAD) LocalDate until,
      Act act,
      Caller caller,
      Page page) {
    goLive.parallel(act, caller, office, until);
    return show(office, page);
  }

  @PostMapping("/certificate")
  @MayCall(ADMIN)
  String certify(@RequestParam OfficeId office, Act act, Caller caller, Page page) {
    goLive.certify(act, caller, office);
    return show(office, page);
  }

  /// One letter of the paper register, with its photo.
  @PostMapping("/balance")
  @MayCall(ADMIN)
  String bring(
      @RequestParam OfficeId office,
      @RequestParam String number,
      @RequestParam @Day(BACK) LocalDate dated,
      @RequestParam String sender,
      @RequestParam String subject,
      @RequestParam String holder,
      @RequestParam(required = false) @Day(AHEAD) @Nullable LocalDate due,
      @RequestParam(defaultValue = "") List<UUID> upload,
      @RequestParam(required = false) @Nullable List<MultipartFile> files,
      Act act,
      Caller caller,
      Page page)
      throws IOException {
    var scans = new ArrayList<>(upload);
    if (files != null)
      FormFiles.receive(attachments, files, caller).stream().map(Upload::id).forEach(scans::add);
    var typed = new GoLive.Typed(number, dated, sender, subject, holder, due);
    goLive.bring(act, caller, office, typed, scans);
    return show(office, page);
  }

  static String show(OfficeId office, Page page) {
    return "redirect:" + page.link("/admin/go-live?office=" + office);
  }
}
