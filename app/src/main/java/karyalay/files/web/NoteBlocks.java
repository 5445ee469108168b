package karyalay.files.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import karyalay.files.NoteBody;
import karyalay.files.NoteKind;
import karyalay.files.NoteSignature;
import karyalay.files.Sheet;
import karyalay.rendering.Align;
import karyalay.rendering.Block;
import karyalay.rendering.Manner;
import karyalay.rendering.Run;
import karyalay.shared.Capacity;
import karyalay.web.Page;

/// Green notes as they stand on a printed sheet: numbered paragraphs, and under them the officer at
/// the right or the dealing hand at the left (OP-56).
record NoteBlocks(Page page) {
  private static final double NUMBER = 26;
  private static final double SIGNATURE = 210;

  List<Block> of(Sheet.Note note) {
    List<Block> blocks = new ArrayList<>();
    if (note.kind() != NoteKind.NOTE) blocks.add(kind(note));
    int number = note.first();
    for (List<NoteBody.Block> group : note.body().numbered())
      blocks.addAll(numbered(group, number++));
    blocks.add(signature(note));
    blocks.add(new Block.Rule(0.3));
    return blocks;
  }

  private Block kind(Sheet.Note note) {
    var words = new StringBuilder(page.t(note.kind().key()));
    if (note.corrects() > 0) words.append(" · ").append(page.t("files.corrects", note.corrects()));
    note.orderedBy()
        .ifPresent(chair ->
            words
                .append(" · ")
                .append(chair.mark())
                .append(" · ")
                .append(
                    page.t(
                        note.confirmed().isPresent()
                            ? "files.oral.confirmed"
                            : "files.oral.awaited")));
    return Block.Paragraph.of(Manner.PLAIN.keep(), Run.bold(words.toString()));
  }

  private List<Block> numbered(List<NoteBody.Block> group, int number) {
    List<Block> blocks = new ArrayList<>();
    for (NoteBody.Block block : group) {
      boolean first = blocks.isEmpty();
      boolean text = block instanceof NoteBody.Paragraph;
      // A list or table that begins a note has its number on a line of its own.
      if (first && !text)
        blocks.add(Block.Paragraph.of(Manner.PLAIN.after(0).keep(), Run.of(number + ".")));
      blocks.add(block(block, first && text ? number + "." : ""));
    }
    return blocks;
  }

  private Block block(NoteBody.Block block, String number) {
    return switch (block) {
      case NoteBody.Paragraph paragraph ->
          new Block.Paragraph(runs(paragraph.line()), Manner.PLAIN.hung(number, NUMBER));
      case NoteBody.Items list ->
          new Block.Items(
              list.ordered(), list.start(), list.items().stream().map(this::item).toList());
      case NoteBody.Table table -> table(table);
    };
  }

  private List<Block> item(List<NoteBody.Block> item) {
    return item.stream()
        .map(block ->
            block instanceof NoteBody.Paragraph paragraph
                ? new Block.Paragraph(runs(paragraph.line()), Manner.PLAIN.after(3))
                : block(block, ""))
        .toList();
  }

  private Block table(NoteBody.Table table) {
    int columns =
        table.rows().stream()
            .mapToInt(row -> row.stream().mapToInt(NoteBody.Cell::columns).sum())
            .max()
            .orElse(1);
    List<Block.Row> rows =
        table.rows().stream()
            .map(row -> new Block.Row(row.stream().map(this::cell).toList()))
            .toList();
    return new Block.Table(Collections.nCopies(columns, 1.0), List.of(), rows, true);
  }

  private Block.Cell cell(NoteBody.Cell cell) {
    List<Block> lines =
        cell.lines().stream()
            .<Block>map(line -> new Block.Paragraph(runs(line.line()), Manner.PLAIN.after(0)))
            .toList();
    return new Block.Cell(cell.heading(), cell.columns(), cell.rows(), lines);
  }

  private List<Run> runs(List<NoteBody.Inline> line) {
    return line.stream().map(this::run).toList();
  }

  private Run run(NoteBody.Inline inline) {
    return switch (inline) {
      case NoteBody.Text(var text, var strong, var emphasis, var underline) -> {
        Run run = Run.of(text);
        if (strong) run = run.strong();
        if (emphasis) run = run.emphasised();
        yield underline ? run.lined() : run;
      }
      case NoteBody.Break() -> Run.of("\n");
      case NoteBody.Flag(var label) -> Run.of("[" + label + "]");
      case NoteBody.ParagraphLink(var number) -> Run.of(page.t("paragraph") + " " + number);
      case NoteBody.PageLink(var number) -> Run.of(page.t("page") + " " + number);
    };
  }

  private Block signature(Sheet.Note note) {
    String capacity =
        note.capacity() == Capacity.REGULAR
            ? ""
            : " ("
                + page.t("desk.capacity." + note.capacity().name().toLowerCase(Locale.ROOT))
                + ")";
    List<List<Run>> lines = new ArrayList<>();
    lines.add(List.of(Run.bold(page.name(note.nameHi(), note.nameEn())).scaled(0.95)));
    lines.add(List.of(Run.of(note.by().designation(page.language()) + capacity).scaled(0.9)));
    lines.add(List.of(Run.of(note.by().office(page.language())).scaled(0.9)));
    lines.add(List.of(Run.of(when(note)).scaled(0.85).pale()));
    note.signature().ifPresent(signed -> lines.add(judged(signed)));
    note.prepared().ifPresent(prepared -> lines.add(prepared(prepared)));
    return new Block.SignaturePlace(
        "note-" + note.serial(),
        lines,
        SIGNATURE,
        0,
        note.right() ? Align.END : Align.START,
        false);
  }

  /// Two times where the note lay on a device without a line.
  private String when(Sheet.Note note) {
    String arrived = page.dates().time(note.at());
    return note.writtenEarlier()
        .map(written -> page.t("offline.written-arrived", page.dates().time(written), arrived))
        .orElse(arrived);
  }

  private List<Run> prepared(Sheet.Prepared prepared) {
    String name = page.name(prepared.nameHi(), prepared.nameEn());
    String who = name + ", " + prepared.by().mark() + ", " + page.dates().time(prepared.at());
    return List.of(Run.of(page.t("prepared-by", who)).scaled(0.85).pale());
  }

  /// What the screen says of a signature too; of a note without one nothing is said (OP-72).
  private List<Run> judged(NoteSignature signature) {
    String word = page.t(signature.valid() ? "signatures.note.valid" : "signatures.note.invalid");
    return List.of(
        Run.bold(word).scaled(0.85), Run.of(" · " + page.t(signature.kind().key())).scaled(0.85));
  }
}
