package karyalay.golive.web;

import static karyalay.web.MayCall.Who.ADMIN;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import karyalay.documents.Workbooks;
import karyalay.golive.Load;
import karyalay.golive.Loads;
import karyalay.golive.LoadSheets;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.OfficeId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Workbooks of people and of what is pending: the empty one, the trial row by row, the carrying
/// out, and what became of it (OP-137).
@Controller
@RequestMapping("/admin/go-live")
class LoadPages {
  private static final int PAGE = 100;
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Loads loads;
  private final LoadSheets sheets;
  private final Workbooks workbooks;

  LoadPages(Loads loads, LoadSheets sheets, Workbooks workbooks) {
    this.loads = loads;
    this.sheets = sheets;
    this.workbooks = workbooks;
  }

  @GetMapping("/template.xlsx")
  @MayCall(ADMIN)
  void template(
      @RequestParam Load.Kind kind,
      @RequestParam OfficeId office,
      Caller caller,
      Page page,
      HttpServletResponse response)
      throws IOException {
    heads(response, page.t("golive.kind." + kind));
    sheets.template(kind, caller, office, response.getOutputStream());
  }

  /// Takes the rows in and has them tried; nothing is entered.
  @PostMapping("/loads")
  @MayCall(ADMIN)
  String send(
      @RequestParam Load.Kind kind,
      @RequestParam OfficeId office,
      @RequestParam(required = false) @Nullable MultipartFile file,
      Act act,
      Caller caller,
      Page page)
      throws IOException {
    if (file == null || file.isEmpty()) throw new Refused(SharedRefusal.MISSING, "XLSX");
    try (InputStream in = file.getInputStream()) {
      Workbooks.Read read = workbooks.read(in, Loads.MOST_BYTES);
      String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
      String shown = name.length() > 120 ? name.substring(0, 120) : name;
      return show(loads.send(act, caller, kind, office, read, shown), page);
    }
  }

  @GetMapping("/loads/{load}")
  @MayCall(ADMIN)
  String one(
      @PathVariable UUID load,
      @RequestParam(defaultValue = "false") boolean refused,
      @RequestParam(defaultValue = "0") int after,
      Caller caller,
      Page page,
      Model model) {
    Load shown = loads.find(load, caller);
    List<Load.Row> rows = loads.rows(shown, refused, Math.max(0, after), PAGE);
    model.addAttribute(
        "view", new LoadView(page, shown, loads.sum(shown), rows, refused, rows.size() == PAGE));
    return "golive/load";
  }

  @GetMapping("/loads/{load}/results.xlsx")
  @MayCall(ADMIN)
  void results(@PathVariable UUID load, Caller caller, Page page, HttpServletResponse response)
      throws IOException {
    Load shown = loads.find(load, caller);
    heads(response, page.t("golive.results") + " " + shown.name());
    var view = new LoadView(page, shown, loads.sum(shown), List.of(), false, false);
    sheets.results(
        shown,
        List.of(page.t("golive.line"), page.t("golive.result")),
        (_, row) -> view.said(row),
        response.getOutputStream());
  }

  @PostMapping("/loads/{load}/applying")
  @MayCall(ADMIN)
  String apply(@PathVariable UUID load, Act act, Caller caller, Page page) {
    return show(loads.apply(act, caller, load), page);
  }

  private static void heads(HttpServletResponse response, String name) {
    response.setContentType(XLSX);
    String plain = name.replaceAll("(?i)\\.xlsx$", "").replaceAll("[<>:\"/\\\\|?*\\p{Cc}]", "_");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename(plain + ".xlsx", StandardCharsets.UTF_8)
            .build()
            .toString());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private static String show(UUID load, Page page) {
    return "redirect:" + page.link("/admin/go-live/loads/" + load);
  }
}
