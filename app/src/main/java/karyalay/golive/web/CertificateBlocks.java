package karyalay.golive.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import karyalay.golive.Standing;
import karyalay.golive.Standing.Figures;
import karyalay.rendering.Align;
import karyalay.rendering.Block;
import karyalay.rendering.Manner;
import karyalay.rendering.Run;
import karyalay.web.Page;

/// The opening certificate in blocks: what was pending, how old, with whom, from which numbers the
/// registers go on, who brought it over, and where SHO and CO sign.
final class CertificateBlocks {
  private final Page page;
  private final UnaryOperator<String> series;

  private CertificateBlocks(Page page, UnaryOperator<String> series) {
    this.page = page;
    this.series = series;
  }

  /// @param series names of number series by their codes
  static List<Block> of(
      Page page, String office, Standing.Certificate certificate, UnaryOperator<String> series) {
    return new CertificateBlocks(page, series).all(office, certificate);
  }

  private List<Block> all(String office, Standing.Certificate certificate) {
    Figures figures = certificate.figures();
    List<Block> blocks = new ArrayList<>();
    blocks.add(Block.Heading.centred(1, page.t("opening-certificate")));
    blocks.add(Block.Heading.centred(2, office));
    blocks.add(
        Block.Paragraph.of(
            page.t(
                "golive.certificate.text",
                office,
                page.dates().day(certificate.at()),
                Integer.toString(figures.total()),
                Integer.toString(figures.overdue()))));
    blocks.add(Block.Heading.of(3, page.t("golive.certificate.ages")));
    blocks.add(ages(figures));
    if (!figures.holders().isEmpty()) {
      blocks.add(Block.Heading.of(3, page.t("golive.certificate.holders")));
      blocks.add(holders(figures));
    }
    blocks.add(Block.Heading.of(3, page.t("golive.certificate.numbers")));
    blocks.add(numbers(figures));
    blocks.add(Block.Heading.of(3, page.t("golive.certificate.brought")));
    figures
        .loads()
        .forEach(one ->
            blocks.add(
                Block.Paragraph.of(
                    page.dates().day(one.day()) + " · " + one.by() + " · " + one.papers())));
    blocks.add(
        Block.Paragraph.of(
            page.t(
                "golive.certificate.issued",
                page.name(certificate.nameHi(), certificate.nameEn()),
                certificate.mark(),
                page.dates().time(certificate.at()))));
    sign(blocks, "sho", page.t("golive.certificate.sho"));
    sign(blocks, "co", page.t("golive.certificate.co"));
    return blocks;
  }

  private void sign(List<Block> blocks, String id, String who) {
    blocks.add(new Block.Space(26));
    blocks.add(new Block.SignaturePlace(id, List.of(Run.line(who)), 200, 44, Align.END, false));
  }

  private Block ages(Figures figures) {
    List<Block.Row> rows = new ArrayList<>();
    var all = Standing.Age.values();
    for (int i = 0; i < all.length; i++)
      rows.add(
          Block.Row.of(
              List.of(page.t("golive.age." + all[i]), Integer.toString(figures.ages().get(i)))));
    rows.add(
        Block.Row.of(
            List.of(page.t("golive.certificate.total"), Integer.toString(figures.total()))));
    return table(List.of(3.0, 1.0), rows, "golive.certificate.age", "golive.certificate.papers");
  }

  private Block holders(Figures figures) {
    var rows =
        figures.holders().stream()
            .map(one ->
                Block.Row.of(
                    List.of(
                        one.name() + " (" + one.mark() + ")",
                        Integer.toString(one.papers()),
                        Integer.toString(one.overdue()))))
            .toList();
    return table(
        List.of(3.0, 1.0, 1.0),
        rows,
        "held-with",
        "golive.certificate.papers",
        "golive.certificate.overdue");
  }

  private Block numbers(Figures figures) {
    if (figures.numbers().isEmpty())
      return Block.Paragraph.of(Manner.PLAIN, Run.of(page.t("golive.certificate.no-numbers")));
    var rows =
        figures.numbers().stream()
            .map(one ->
                Block.Row.of(
                    List.of(
                        series.apply(one.kind()) + " " + one.year(),
                        Long.toString(one.start() - 1),
                        Long.toString(one.start()))))
            .toList();
    return table(
        List.of(2.0, 1.0, 1.0),
        rows,
        "organisation.series",
        "golive.certificate.last-paper",
        "golive.certificate.first-here");
  }

  private Block table(List<Double> shares, List<Block.Row> rows, String... heads) {
    var cells = Arrays.stream(heads).map(key -> Block.Cell.heading(page.t(key))).toList();
    return new Block.Table(shares, List.of(new Block.Row(cells)), rows, true);
  }
}
