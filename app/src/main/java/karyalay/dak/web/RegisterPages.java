package karyalay.dak.web;

import static karyalay.web.Day.Leans.BACK;
import static karyalay.web.MayCall.Who.CHAIR;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import karyalay.dak.Original;
import karyalay.dak.Register;
import karyalay.shared.Caller;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.web.Day;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Registers on the screen, and as a sheet to be downloaded.
@Controller
class RegisterPages {
  private final Register register;
  private final Choices choices;
  private final OfficeTime time;

  RegisterPages(Register register, Choices choices, OfficeTime time) {
    this.register = register;
    this.choices = choices;
    this.time = time;
  }

  /// The days and the office asked for; one's own office and today when nothing is said.
  record Span(OfficeId office, LocalDate from, LocalDate until) {}

  Span span(
      @Nullable UUID office, @Nullable LocalDate from, @Nullable LocalDate until, Caller caller) {
    LocalDate last = until == null ? time.today() : until;
    LocalDate first = from == null ? last : from;
    return new Span(
        office == null ? caller.seat().office() : new OfficeId(office),
        first.isAfter(last) ? last : first,
        last);
  }

  @GetMapping("/registers")
  @MayCall(CHAIR)
  String inward(
      @RequestParam(required = false) @Nullable UUID office,
      @RequestParam(required = false) @Day(BACK) @Nullable LocalDate from,
      @RequestParam(required = false) @Day(BACK) @Nullable LocalDate until,
      Caller caller,
      Page page,
      Model model) {
    Span span = span(office, from, until, caller);
    model.addAttribute(
        "view",
        new RegisterView(
            page,
            register.offices(caller.scope()),
            span.office().value(),
            span.from(),
            span.until(),
            register.count(caller.scope(), span.office(), span.from(), span.until()),
            register.lines(caller.scope(), span.office(), span.from(), span.until()),
            register.gaps(caller.scope(), span.office(), span.until().getYear()),
            choices));
    return "dak/register";
  }

  @GetMapping("/registers/inward.csv")
  @MayCall(CHAIR)
  ResponseEntity<byte[]> sheet(
      @RequestParam(required = false) @Nullable UUID office,
      @RequestParam(required = false) @Day(BACK) @Nullable LocalDate from,
      @RequestParam(required = false) @Day(BACK) @Nullable LocalDate until,
      Caller caller,
      Page page) {
    Span span = span(office, from, until, caller);
    List<Register.Line> lines =
        register.lines(caller.scope(), span.office(), span.from(), span.until());
    String text =
        Stream.concat(Stream.of(head(page)), lines.stream().map(line -> row(line, page, caller)))
            .collect(Collectors.joining("\r\n", "\uFEFF", "\r\n"));
    var named = ContentDisposition.attachment().filename("aavak-" + span.from() + ".csv").build();
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(HttpHeaders.CONTENT_DISPOSITION, named.toString())
        .body(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String head(Page page) {
    return Stream.of(
            "diary-number",
            "diarised-date",
            "received-date",
            "sender",
            "letter-number",
            "letter-date",
            "subject",
            "category",
            "held-with",
            "original-copy")
        .map(key -> cell(page.t(key)))
        .collect(Collectors.joining(","));
  }

  private String row(Register.Line line, Page page, Caller caller) {
    LocalDate dated = line.letterDate();
    Original original = line.original();
    return Stream.of(
            line.number(),
            page.dates().day(line.day()),
            page.dates().day(line.received()),
            line.sender(),
            line.letterNumber(),
            dated == null ? "" : page.dates().day(dated),
            line.named() ? line.subject() : page.t(line.classification().key()),
            choices.name("CATEGORY", line.category(), caller),
            line.holder(),
            original == null ? "" : BundleView.where(page, original))
        .map(RegisterPages::cell)
        .collect(Collectors.joining(","));
  }

  /// A cell that no spreadsheet takes for a formula.
  static String cell(String text) {
    boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
  }
}
