package karyalay.dak.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import karyalay.dak.KeptApart;
import karyalay.dak.Original;
import karyalay.dak.Particulars;
import karyalay.dak.Pavati;
import karyalay.dak.ReceiptReading;
import karyalay.dak.Register;
import karyalay.organisation.Series;
import karyalay.rendering.Align;
import karyalay.rendering.Block;
import karyalay.rendering.Chained;
import karyalay.rendering.Manner;
import karyalay.rendering.Run;
import karyalay.shared.Caller;
import karyalay.web.Page;

/// What the diary prints, in blocks.
record DakBlocks(Page page, Choices choices, Caller caller) {

  /// आवक पंजिका in office columns (OP-104), and the numbers that no paper bears (OP-18).
  List<Block> register(
      String office, String days, Iterable<Register.Line> lines, List<Series.Gap> gaps) {
    Stream<List<Block.Row>> rows =
        StreamSupport.stream(lines.spliterator(), false).map(line -> List.of(row(line)));
    List<Block> blocks = new ArrayList<>();
    blocks.add(Block.Heading.centred(1, page.t("dak.register")));
    blocks.add(Block.Sides.of(office, days));
    blocks.add(
        new Block.Table(
            List.of(1.9, 1.5, 1.5, 3.0, 1.7, 1.5, 4.0, 1.9, 1.5, 1.6),
            List.of(heads()),
            Chained.of(rows),
            true));
    if (!gaps.isEmpty()) blocks.add(Block.Heading.of(2, page.t("dak.gaps")));
    for (Series.Gap gap : gaps) {
      String state = page.t(gap.state().equals("VOID") ? "dak.void" : "dak.reserved");
      blocks.add(Block.Paragraph.of(gap.n() + " · " + state + " · " + gap.reason()));
    }
    return blocks;
  }

  private Block.Row heads() {
    return new Block.Row(
        Stream.of(
                "diary-number",
                "diarised-date",
                "received-date",
                "sender",
                "letter-number",
                "letter-date",
                "subject",
                "category",
                "held-with",
                "remarks")
            .map(key -> Block.Cell.heading(page.t(key)))
            .toList());
  }

  private Block.Row row(Register.Line line) {
    LocalDate dated = line.letterDate();
    return Block.Row.of(
        List.of(
            line.number(),
            page.dates().day(line.day()),
            page.dates().day(line.received()),
            line.sender(),
            line.letterNumber(),
            dated == null ? "" : page.dates().day(dated),
            line.named() ? line.subject() : page.t(line.classification().key()),
            choices.name("CATEGORY", line.category(), caller),
            line.holder(),
            Stream.of(place(line), original(line))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "))));
  }

  private String original(Register.Line line) {
    Original original = line.original();
    return original == null ? "" : BundleView.where(page, original);
  }

  private String place(Register.Line line) {
    return switch (line.place()) {
      case "CLOSED" -> page.t("closed");
      case "INSIDE" -> page.t("dak.in-file");
      default -> "";
    };
  }

  /// What lies over a letter: its number large, what is written of it, and room for orders by hand.
  List<Block> cover(ReceiptReading.Details details) {
    var paper = details.card().paper();
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Block.Heading.centred(1, page.name(caller.seat().officeHi(), caller.seat().officeEn())));
    blocks.add(Block.Paragraph.of(Manner.CENTRED.after(2), Run.of(page.t("dak.print.cover"))));
    blocks.add(
        Block.Paragraph.of(
            Manner.CENTRED, Run.bold(details.receipt().number().number()).scaled(1.9)));
    if (paper.guarded())
      blocks.add(
          Block.Paragraph.of(
              Manner.CENTRED, Run.bold(page.t(paper.classification().key())).scaled(1.2).lined()));
    Particulars it = details.receipt().particulars();
    if (it.arrival().physical())
      blocks.add(
          Block.Paragraph.of(
              Manner.CENTRED, Run.bold(BundleView.where(page, it.original())).scaled(1.3)));
    blocks.add(new Block.Table(List.of(1.0, 2.4), List.of(), rows(details), true));
    blocks.add(Block.Heading.of(2, page.t("dak.print.orders")));
    for (int i = 0; i < 5; i++) {
      blocks.add(new Block.Space(24));
      blocks.add(new Block.Rule(0.3));
    }
    return blocks;
  }

  private List<Block.Row> rows(ReceiptReading.Details details) {
    var rows = new ArrayList<Block.Row>();
    for (var fact : ReceiptView.facts(page, details, choices, caller))
      if (!fact.value().isEmpty()) rows.add(fact(fact.label(), fact.value()));
    for (KeptApart apart : details.apart())
      rows.add(fact(apart.name(), BundleView.where(page, apart.now())));
    return rows;
  }

  /// The code that a telephone reads to say "this paper is with me" (OP-128).
  static List<Block> code(Page page, String address, String number) {
    return List.of(
        new Block.Space(8),
        new Block.Code(address, page.t("desk.with-me") + " " + number, 84, Align.CENTRE),
        Block.Paragraph.of(Manner.CENTRED, Run.of(page.t("desk.with-me.scan"))));
  }

  private static Block.Row fact(String label, String value) {
    var words = new Block.Paragraph(List.of(Run.bold(label)), Manner.PLAIN.after(0));
    return new Block.Row(List.of(new Block.Cell(true, 1, 1, List.of(words)), Block.Cell.of(value)));
  }

  /// पावती (OP-29).
  List<Block> acknowledgement(Pavati pavati) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(Block.Heading.centred(1, page.name(pavati.officeHi(), pavati.officeEn())));
    blocks.add(Block.Heading.centred(2, page.t("acknowledgement")));
    blocks.add(Block.Paragraph.of(Manner.CENTRED, Run.bold(pavati.number()).scaled(1.6)));
    blocks.add(line("date", page.dates().day(pavati.day())));
    if (!pavati.sender().isEmpty()) blocks.add(line("sender", pavati.sender()));
    if (!pavati.letterNumber().isEmpty()) blocks.add(line("letter-number", pavati.letterNumber()));
    blocks.add(
        line(
            "dak.received-by",
            page.name(pavati.nameHi(), pavati.nameEn())
                + ", "
                + page.name(pavati.designationHi(), pavati.designationEn())));
    blocks.add(new Block.Space(30));
    blocks.add(
        new Block.SignaturePlace(
            "hand", List.of(Run.line(page.t("dak.signature"))), 120, 40, Align.END, false));
    return blocks;
  }

  private Block line(String key, String value) {
    return Block.Paragraph.of(Manner.PLAIN, Run.bold(page.t(key) + ": "), Run.of(value));
  }
}
