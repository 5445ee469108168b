package karyalay.dak.web;

import static karyalay.web.Day.Leans.BACK;
import static karyalay.web.MayCall.Who.CHAIR;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import karyalay.dak.BundleList;
import karyalay.dak.Register;
import karyalay.desk.PrintKind;
import karyalay.desk.web.Printer;
import karyalay.rendering.Block;
import karyalay.rendering.PageFormat;
import karyalay.shared.Caller;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import karyalay.web.Day;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// बस्ता: the originals of a day, on the screen, on paper and for other systems (OP-128).
@Controller
class BundlePages {
  private final BundleList bundles;
  private final Register register;
  private final Printer printer;
  private final OfficeTime time;

  BundlePages(BundleList bundles, Register register, Printer printer, OfficeTime time) {
    this.bundles = bundles;
    this.register = register;
    this.printer = printer;
    this.time = time;
  }

  @GetMapping("/registers/bundle")
  @MayCall(CHAIR)
  String bundle(
      @RequestParam(required = false) @Nullable UUID office,
      @RequestParam(required = false) @Day(BACK) @Nullable LocalDate day,
      Caller caller,
      Page page,
      Model model) {
    model.addAttribute("view", view(office, day, caller, page));
    return "dak/bundle";
  }

  private BundleView view(
      @Nullable UUID office, @Nullable LocalDate day, Caller caller, Page page) {
    LocalDate on = day == null ? time.today() : day;
    var offices = register.offices(caller.scope());
    UUID asked = office == null ? caller.seat().office().value() : office;
    Register.Office of =
        offices.stream()
            .filter(one -> one.id().equals(asked))
            .findFirst()
            .orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
    var lines = bundles.of(caller.scope(), new OfficeId(asked), on);
    return new BundleView(page, offices, of, on, lines);
  }

  @GetMapping({"/registers/bundle.pdf", "/api/v1/registers/bundle.pdf"})
  @MayCall(CHAIR)
  void print(
      @RequestParam(required = false) @Nullable UUID office,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate day,
      Caller caller,
      Page page,
      HttpServletResponse response)
      throws IOException {
    BundleView view = view(office, day, caller, page);
    String title = page.t("bundle") + " " + page.dates().day(view.day());
    List<Block> text =
        List.of(
            Block.Heading.centred(1, page.t("dak.bundle.of-day")),
            Block.Sides.of(view.name(view.office()), page.dates().day(view.day())),
            new Block.Table(
                List.of(1.4, 2.0, 4.6, 3.4), List.of(view.heads()), view.printed(), true));
    printer.print(
        new Printer.Job(PrintKind.BUNDLE, null, title, title, PageFormat.A4, text),
        caller,
        page,
        response);
  }

  /// @param left when it left the bundle; absent while it lies in it
  /// @param keeping where it is now
  record BundleLineJson(
      int bundle,
      boolean guarded,
      int serial,
      UUID paper,
      String number,
      String title,
      @Nullable Instant left,
      String keeping,
      String place) {
    static BundleLineJson of(BundleList.Line line) {
      return new BundleLineJson(
          line.bundle(),
          line.guarded(),
          line.serial(),
          line.paper().value(),
          line.number(),
          line.title(),
          line.left(),
          line.now().keeping().name(),
          line.now().place());
    }
  }

  @GetMapping("/api/v1/registers/bundle")
  @MayCall(CHAIR)
  @ResponseBody
  List<BundleLineJson> byApi(
      @RequestParam(required = false) @Nullable UUID office,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate day,
      Caller caller,
      Page page) {
    return view(office, day, caller, page).lines().stream().map(BundleLineJson::of).toList();
  }
}
