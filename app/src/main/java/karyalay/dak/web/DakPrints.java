package karyalay.dak.web;

import static karyalay.web.MayCall.Who.CHAIR;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import karyalay.dak.Pavati;
import karyalay.dak.Pavatis;
import karyalay.dak.ReceiptReading;
import karyalay.dak.Register;
import karyalay.desk.PrintKind;
import karyalay.desk.Views;
import karyalay.desk.web.Printer;
import karyalay.rendering.PageFormat;
import karyalay.shared.Caller;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import karyalay.web.MayCall;
import karyalay.web.Page;
import karyalay.web.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What the diary prints: the inward register, the cover sheet of a letter, the acknowledgement.
@RestController
class DakPrints {
  private final ReceiptReading reading;
  private final Pavatis pavatis;
  private final Register register;
  private final Choices choices;
  private final RegisterPages pages;
  private final Views views;
  private final Printer printer;
  private final PublicAddress address;

  DakPrints(
      ReceiptReading reading,
      Pavatis pavatis,
      Register register,
      Choices choices,
      RegisterPages pages,
      Views views,
      Printer printer,
      PublicAddress address) {
    this.reading = reading;
    this.pavatis = pavatis;
    this.register = register;
    this.choices = choices;
    this.pages = pages;
    this.views = views;
    this.printer = printer;
    this.address = address;
  }

  /// On what an acknowledgement is printed.
  enum Slip {
    A4(PageFormat.A4),
    A5(PageFormat.A5),
    ROLL_80(PageFormat.ROLL_80),
    ROLL_58(PageFormat.ROLL_58);

    private final PageFormat format;

    Slip(PageFormat format) {
      this.format = format;
    }
  }

  @GetMapping({"/registers/inward.pdf", "/api/v1/registers/inward.pdf"})
  @MayCall(CHAIR)
  void inward(
      @RequestParam(required = false) @Nullable UUID office,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate until,
      Caller caller,
      Page page,
      HttpServletResponse response)
      throws IOException {
    var span = pages.span(office, from, until, caller);
    Register.Office of =
        register.offices(caller.scope()).stream()
            .filter(one -> one.id().equals(span.office().value()))
            .findFirst()
            .orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
    String days = page.dates().day(span.from()) + " – " + page.dates().day(span.until());
    String title = page.t("dak.register") + " " + days;
    var blocks = new DakBlocks(page, choices, caller);
    Iterable<Register.Line> lines =
        register.all(caller.scope(), span.office(), span.from(), span.until());
    var gaps = register.gaps(caller.scope(), span.office(), span.until().getYear());
    var text = blocks.register(page.name(of.nameHi(), of.nameEn()), days, lines, gaps);
    var job =
        new Printer.Job(PrintKind.INWARD_REGISTER, null, title, title, PageFormat.A4_ACROSS, text);
    printer.print(job, caller, page, response);
  }

  @GetMapping({"/receipts/{paper}/cover.pdf", "/api/v1/receipts/{paper}/cover.pdf"})
  @MayCall(CHAIR)
  void cover(@PathVariable PaperId paper, Caller caller, Page page, HttpServletResponse response)
      throws IOException {
    var details = reading.open(paper, caller.scope());
    views.seen(details.card().paper(), caller.scope());
    var text = new ArrayList<>(new DakBlocks(page, choices, caller).cover(details));
    if (details.card().paper().physical())
      text.addAll(DakBlocks.code(page, address.sightings(paper), details.card().paper().number()));
    print(PrintKind.COVER, details, PageFormat.A4, text, caller, page, response);
  }

  /// @throws Refused `NOT_FOUND` while none was given
  @GetMapping({
    "/receipts/{paper}/acknowledgement.pdf",
    "/api/v1/receipts/{paper}/acknowledgement.pdf"
  })
  @MayCall(CHAIR)
  void acknowledgement(
      @PathVariable PaperId paper,
      @RequestParam(defaultValue = "A5") Slip slip,
      Caller caller,
      Page page,
      HttpServletResponse response)
      throws IOException {
    var details = reading.open(paper, caller.scope());
    views.seen(details.card().paper(), caller.scope());
    Pavati pavati =
        pavatis.of(paper, caller.scope()).orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
    var text = new DakBlocks(page, choices, caller).acknowledgement(pavati);
    print(PrintKind.ACKNOWLEDGEMENT, details, slip.format, text, caller, page, response);
  }

  private void print(
      PrintKind kind,
      ReceiptReading.Details details,
      PageFormat format,
      List<karyalay.rendering.Block> text,
      Caller caller,
      Page page,
      HttpServletResponse response)
      throws IOException {
    var paper = details.card().paper();
    String title = page.t(kind.key()) + " " + paper.number();
    printer.print(
        new Printer.Job(kind, paper.id(), paper.number(), title, format, text),
        caller,
        page,
        response);
  }
}
