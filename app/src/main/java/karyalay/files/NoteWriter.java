package karyalay.files;

import java.util.List;
import karyalay.files.NoteBody.Block;
import karyalay.files.NoteBody.Inline;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes a note's body as the editor reads it. The same body gives the same bytes.
final class NoteWriter {
  private static final JsonMapper JSON = new JsonMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private NoteWriter() {}

  static String write(NoteBody body) {
    ObjectNode document = node("doc");
    ArrayNode content = document.putArray("content");
    body.blocks().forEach(block -> content.add(block(block)));
    return JSON.writeValueAsString(document);
  }

  private static ObjectNode node(String type) {
    return NODES.objectNode().put("type", type);
  }

  private static ObjectNode block(Block block) {
    return switch (block) {
      case NoteBody.Paragraph paragraph -> paragraph(paragraph);
      case NoteBody.Items list -> list(list);
      case NoteBody.Table table -> table(table);
    };
  }

  private static ObjectNode paragraph(NoteBody.Paragraph paragraph) {
    ObjectNode node = node("paragraph");
    // An empty text is no node of the editor's.
    List<Inline> line =
        paragraph.line().stream()
            .filter(inline -> !(inline instanceof NoteBody.Text text) || !text.text().isEmpty())
            .toList();
    if (line.isEmpty()) return node;
    ArrayNode content = node.putArray("content");
    line.forEach(inline -> content.add(inline(inline)));
    return node;
  }

  private static ObjectNode inline(Inline inline) {
    return switch (inline) {
      case NoteBody.Text text -> text(text);
      case NoteBody.Break() -> node("hard_break");
      case NoteBody.Flag(var label) -> {
        ObjectNode node = node("flag");
        node.putObject("attrs").put("label", label);
        yield node;
      }
      case NoteBody.ParagraphLink(var number) -> numbered("para", number);
      case NoteBody.PageLink(var number) -> numbered("page", number);
    };
  }

  private static ObjectNode numbered(String type, int number) {
    ObjectNode node = node(type);
    node.putObject("attrs").put("number", number);
    return node;
  }

  private static ObjectNode text(NoteBody.Text text) {
    ObjectNode node = node("text");
    ArrayNode marks = NODES.arrayNode();
    if (text.strong()) marks.add(node("strong"));
    if (text.emphasis()) marks.add(node("em"));
    if (text.underline()) marks.add(node("underline"));
    if (!marks.isEmpty()) node.set("marks", marks);
    return node.put("text", text.text());
  }

  private static ObjectNode list(NoteBody.Items list) {
    ObjectNode node = node(list.ordered() ? "ordered_list" : "bullet_list");
    if (list.ordered()) node.putObject("attrs").put("order", list.start());
    ArrayNode items = node.putArray("content");
    for (List<Block> item : list.items()) {
      ArrayNode content = items.addObject().put("type", "list_item").putArray("content");
      item.forEach(block -> content.add(block(block)));
    }
    return node;
  }

  private static ObjectNode table(NoteBody.Table table) {
    ObjectNode node = node("table");
    ArrayNode rows = node.putArray("content");
    for (List<NoteBody.Cell> row : table.rows()) {
      ArrayNode cells = rows.addObject().put("type", "table_row").putArray("content");
      row.forEach(cell -> cells.add(cell(cell)));
    }
    return node;
  }

  private static ObjectNode cell(NoteBody.Cell cell) {
    ObjectNode node = node(cell.heading() ? "table_header" : "table_cell");
    node.putObject("attrs").put("colspan", cell.columns()).put("rowspan", cell.rows());
    ArrayNode lines = node.putArray("content");
    cell.lines().forEach(line -> lines.add(paragraph(line)));
    return node;
  }
}
