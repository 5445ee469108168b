package karyalay.dispatch.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import karyalay.dispatch.DispatchLists;
import karyalay.dispatch.DispatchLists.Line;
import karyalay.organisation.Series;
import karyalay.web.Page;

/// जावक पंजिका on the screen and as a sheet.
public record OutwardView(
    Page page,
    List<DispatchLists.Office> offices,
    UUID office,
    LocalDate from,
    LocalDate until,
    List<Line> lines,
    List<Series.Gap> gaps) {

  public String name(DispatchLists.Office one) {
    return page.name(one.nameHi(), one.nameEn());
  }

  String officeName() {
    return offices.stream()
        .filter(one -> one.id().equals(office))
        .map(this::name)
        .findFirst()
        .orElse("");
  }

  /// The days it covers.
  String days() {
    return page.dates().day(from) + " – " + page.dates().day(until);
  }

  public String sheet() {
    return page.link("/dispatch/register.csv" + span());
  }

  public String print() {
    return page.link("/dispatch/register.pdf" + span());
  }

  private String span() {
    return "?office=" + office + "&from=" + from + "&until=" + until;
  }

  public boolean cut() {
    return lines.size() == DispatchLists.MOST;
  }

  /// What stands for the subject of a letter that the reader is not named on.
  public String subject(Line line) {
    return line.named() ? line.subject() : page.t("dispatch.protected");
  }

  /// What became of it, in words.
  public String fate(Line line) {
    if (!line.reason().isEmpty()) return page.t("dispatch.state.returned") + ": " + line.reason();
    var received = line.receivedAt();
    if (received == null) return page.t(line.state().key());
    String at = page.dates().time(received);
    return line.receiver().isEmpty() ? at : line.receiver() + ", " + at;
  }

  List<List<String>> rows() {
    var rows = new java.util.ArrayList<List<String>>();
    rows.add(
        java.util.stream.Stream.of(
                "letter-number",
                "letter-date",
                "dispatch.to",
                "subject",
                "dispatch.mode",
                "dispatch.sent-at",
                "dispatch.proof",
                "dispatch.fate")
            .map(key -> page.t(key))
            .toList());
    for (Line line : lines)
      rows.add(
          List.of(
              line.number(),
              page.dates().day(line.date()),
              line.name(),
              subject(line),
              page.t(line.mode().key()),
              page.dates().time(line.sentAt()),
              line.proof(),
              fate(line)));
    for (Series.Gap gap : gaps)
      rows.add(
          List.of(Long.toString(gap.n()), "", "", page.t(state(gap)), "", "", "", gap.reason()));
    return rows;
  }

  /// What became of a number that no letter bears.
  public String state(Series.Gap gap) {
    return gap.state().equals("VOID") ? "dispatch.void" : "dak.reserved";
  }
}
