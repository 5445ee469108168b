package karyalay.dak.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import karyalay.dak.BundleList.Line;
import karyalay.dak.Original;
import karyalay.dak.Register;
import karyalay.rendering.Block;
import karyalay.web.Page;

/// The originals of a day: what lies in the bundle, and what has left it.
public record BundleView(
    Page page,
    List<Register.Office> offices,
    Register.Office office,
    LocalDate day,
    List<Line> lines) {

  public String name(Register.Office one) {
    return page.name(one.nameHi(), one.nameEn());
  }

  /// How many lie in the bundle now.
  public long in() {
    return lines.stream().filter(line -> line.left() == null).count();
  }

  /// Bundle and serial, as pencilled on the paper.
  public String place(Line line) {
    String bundle = (line.guarded() ? page.t("dak.bundle.guarded") + " " : "") + line.bundle();
    return bundle + " / " + line.serial();
  }

  /// Where it is now, and since when and by whom when it has left.
  public String now(Line line) {
    Instant left = line.left();
    if (left == null) return page.t("dak.bundle.in");
    String by = page.name(line.byHi(), line.byEn());
    return where(page, line.now())
        + " · "
        + page.dates().time(left)
        + (by.isEmpty() ? "" : " · " + by);
  }

  /// Where an original is, in words.
  static String where(Page page, Original original) {
    String keeping = page.t(original.keeping().key());
    return original.place().isBlank() ? keeping : keeping + ": " + original.place();
  }

  public String path(Line line) {
    return page.link("/receipts/" + line.paper());
  }

  public String print() {
    return page.link("/registers/bundle.pdf?office=" + office.id() + "&day=" + day);
  }

  Block.Row heads() {
    return new Block.Row(
        Stream.of("dak.bundle.place", "diary-number", "subject", "original-copy")
            .map(key -> Block.Cell.heading(page.t(key)))
            .toList());
  }

  List<Block.Row> printed() {
    return lines.stream()
        .map(line -> Block.Row.of(List.of(place(line), line.number(), line.title(), now(line))))
        .toList();
  }
}
