package karyalay.files;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import karyalay.shared.Refused;

/// The body of a note: structured text, never markup. What a browser sends is read strictly into
/// these records, and only they are stored and shown, so that no letter of it can become a program.
///
/// How to use it: {@link #of} takes the two fields of the note form; store {@link #json} beside
/// {@link #plain} (for search, differences and repetition); read it back with {@link #stored}; show
/// it with `@template.files.note_body(body = …, from = …)`.
public record NoteBody(List<Block> blocks) {
  /// A note is for reading; long matter goes to an appendix (OP-59). Bytes of UTF-8, as sent.
  public static final int MOST_BYTES = 1_000_000;

  private static final Pattern EMPTY_LINE = Pattern.compile("\n[ \\t\\u00a0]*\n");

  /// What stands under one another.
  public sealed interface Block permits Paragraph, Items, Table {}

  public record Paragraph(List<Inline> line) implements Block {}

  /// A list.
  ///
  /// @param start number of its first item; 1 where it is not ordered
  public record Items(boolean ordered, int start, List<List<Block>> items) implements Block {}

  public record Table(List<List<Cell>> rows) implements Block {}

  /// @param columns how many columns it covers
  /// @param rows how many rows it covers
  public record Cell(boolean heading, int columns, int rows, List<Paragraph> lines) {}

  /// What stands beside one another.
  public sealed interface Inline permits Text, Break, Flag, ParagraphLink, PageLink {}

  public record Text(String text, boolean strong, boolean emphasis, boolean underline)
      implements Inline {}

  public record Break() implements Inline {}

  /// Cites a flag of the file (OP-61).
  public record Flag(String label) implements Inline {}

  /// Cites a paragraph of the note sheet.
  public record ParagraphLink(int number) implements Inline {}

  /// Cites a page of the correspondence.
  public record PageLink(int number) implements Inline {}

  public NoteBody {
    blocks = List.copyOf(blocks);
  }

  /// From the form: what the editor made, or, without the editor, the plain text.
  ///
  /// @param json the field `body`; blank when the editor did not run
  /// @param typed the field `text`
  /// @throws Refused `NOTE_UNREADABLE`, `NOTE_OVERSIZE`, `NOTE_BLANK`
  public static NoteBody of(String json, String typed) {
    String sent = json.isBlank() ? typed : json;
    if (sent.length() > MOST_BYTES / 4 && sent.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES)
      throw new Refused(NoteRefusal.NOTE_OVERSIZE, "1 MB");
    NoteBody body = json.isBlank() ? typed(typed) : new NoteBody(NoteReader.read(json)).tidy();
    if (body.plain().isBlank()) throw new Refused(NoteRefusal.NOTE_BLANK);
    return body;
  }

  /// Reads what {@link #json} wrote.
  public static NoteBody stored(String json) {
    return new NoteBody(NoteReader.read(json));
  }

  /// As stored, and as the editor opens it again.
  public String json() {
    return NoteWriter.write(this);
  }

  /// Paragraphs of plain text part at empty lines; single line ends stay inside one.
  private static NoteBody typed(String typed) {
    String clean = typed.replace("\r\n", "\n").replace('\r', '\n');
    return new NoteBody(
        EMPTY_LINE
            .splitAsStream(clean)
            .map(String::strip)
            .filter(paragraph -> !paragraph.isEmpty())
            .<Block>map(NoteBody::paragraph)
            .toList());
  }

  private static Paragraph paragraph(String text) {
    var line = new ArrayList<Inline>();
    for (String part : text.split("\n", -1)) {
      if (!line.isEmpty()) line.add(new Break());
      line.add(new Text(NoteReader.clean(part), false, false, false));
    }
    return new Paragraph(List.copyOf(line));
  }

  /// Without the empty paragraphs that a pressed Enter leaves behind.
  private NoteBody tidy() {
    return new NoteBody(
        blocks.stream()
            .filter(block -> !(block instanceof Paragraph) || !text(block).isBlank())
            .toList());
  }

  /// The numbered paragraphs of the note sheet (OP-56): a list or a table belongs to the paragraph
  /// before it.
  public List<List<Block>> numbered() {
    var numbered = new ArrayList<List<Block>>();
    for (Block block : blocks) {
      if (numbered.isEmpty() || block instanceof Paragraph) numbered.add(new ArrayList<>());
      numbered.getLast().add(block);
    }
    return List.copyOf(numbered);
  }

  /// The words alone: paragraphs parted by an empty line, as many as {@link #numbered} has.
  public String plain() {
    return numbered().stream()
        .map(group -> group.stream().map(NoteBody::text).collect(Collectors.joining("\n")))
        .collect(Collectors.joining("\n\n"));
  }

  private static String text(Block block) {
    String text =
        switch (block) {
          case Paragraph paragraph ->
              paragraph.line().stream().map(NoteBody::text).collect(Collectors.joining());
          case Items list -> items(list);
          case Table table ->
              table.rows().stream().map(NoteBody::row).collect(Collectors.joining("\n"));
        };
    return text.lines()
        .map(String::stripTrailing)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static String items(Items list) {
    var lines = new StringBuilder();
    int number = list.start();
    for (List<Block> item : list.items()) {
      lines.append(list.ordered() ? number++ + ". " : "• ");
      lines.append(item.stream().map(NoteBody::text).collect(Collectors.joining("\n")));
      lines.append('\n');
    }
    return lines.toString();
  }

  private static String row(List<Cell> row) {
    return row.stream()
        .map(cell -> cell.lines().stream().map(NoteBody::text).collect(Collectors.joining(" ")))
        .collect(Collectors.joining("\t"));
  }

  private static String text(Inline inline) {
    return switch (inline) {
      case Text text -> text.text();
      case Break() -> "\n";
      case Flag(var label) -> "[" + label + "]";
      case ParagraphLink(var number) -> "प्रस्तर " + number;
      case PageLink(var number) -> "पृष्ठ " + number;
    };
  }
}
