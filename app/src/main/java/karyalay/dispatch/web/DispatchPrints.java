package karyalay.dispatch.web;

import static karyalay.web.Day.Leans.BACK;
import static karyalay.web.MayCall.Who.CHAIR;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import karyalay.desk.PrintKind;
import karyalay.desk.web.Printer;
import karyalay.dispatch.Call;
import karyalay.dispatch.DispatchLists;
import karyalay.rendering.PageFormat;
import karyalay.shared.Caller;
import karyalay.shared.OfficeId;
import karyalay.web.Day;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What dispatch prints: the outward register (OP-104) and who has complied with a call (OP-82).
@RestController
class DispatchPrints {
  private final DispatchPages pages;
  private final CallPages calls;
  private final DispatchLists lists;
  private final Printer printer;

  DispatchPrints(DispatchPages pages, CallPages calls, DispatchLists lists, Printer printer) {
    this.pages = pages;
    this.calls = calls;
    this.lists = lists;
    this.printer = printer;
  }

  /// Each day is read when the print comes to it, so that no register is cut as on the screen.
  @GetMapping({"/dispatch/register.pdf", "/api/v1/dispatch/register.pdf"})
  @MayCall(CHAIR)
  void outward(
      @RequestParam(required = false) @Nullable UUID office,
      @RequestParam(required = false) @Day(BACK) @Nullable LocalDate from,
      @RequestParam(required = false) @Day(BACK) @Nullable LocalDate until,
      Caller caller,
      Page page,
      HttpServletResponse response)
      throws IOException {
    OutwardView view = pages.outward(office, from, until, caller, page);
    var id = new OfficeId(view.office());
    Function<LocalDate, List<DispatchLists.Line>> day =
        one -> lists.register(caller.scope(), id, one, one);
    String title = page.t(PrintKind.OUTWARD_REGISTER.key()) + " " + view.days();
    var text = new DispatchBlocks(page).register(view, day);
    var job =
        new Printer.Job(PrintKind.OUTWARD_REGISTER, null, title, title, PageFormat.A4_ACROSS, text);
    printer.print(job, caller, page, response);
  }

  @GetMapping({"/dispatch/calls/{call}/grid.pdf", "/api/v1/dispatch/calls/{call}/grid.pdf"})
  @MayCall(CHAIR)
  void grid(@PathVariable UUID call, Caller caller, Page page, HttpServletResponse response)
      throws IOException {
    GridView view = calls.view(call, caller, page);
    Call asked = view.call();
    String name = page.t(PrintKind.COMPLIANCE_GRID.key());
    String number = asked.number().isEmpty() ? name : asked.number();
    var job =
        new Printer.Job(
            PrintKind.COMPLIANCE_GRID,
            asked.paper(),
            number,
            asked.number().isEmpty() ? name : name + " " + number,
            PageFormat.A4_ACROSS,
            new DispatchBlocks(page).grid(view));
    printer.print(job, caller, page, response);
  }
}
