package karyalay.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import karyalay.files.NoteBody.Block;
import karyalay.files.NoteBody.Inline;
import karyalay.shared.Refused;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the editor's JSON against the one shape that a note may have. A node, mark or attribute
/// that is not named here refuses the whole: what is not understood is never stored.
final class NoteReader {
  private static final int DEEPEST_LIST = 4;
  private static final int WIDEST_CELL = 20;
  private static final int HIGHEST_NUMBER = 99_999;

  /// Controls, and the marks that turn the order of letters about, so that a note reads as it is.
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cntrl}&&[^\\t]]|[\\u202A-\\u202E\\u2066-\\u2069]");

  private static final Pattern LABEL = Pattern.compile("[\\p{L}\\p{M}\\p{N} ._/-]{1,20}");

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(60)
                          .maxDocumentLength(2L * NoteBody.MOST_BYTES)
                          .maxStringLength(NoteBody.MOST_BYTES)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private NoteReader() {}

  /// @throws Refused `NOTE_UNREADABLE`
  static List<Block> read(String json) {
    JsonNode document;
    try {
      document = JSON.readTree(json);
    } catch (JacksonException e) {
      throw unreadable();
    }
    require(document.isObject() && type(document).equals("doc"));
    only(document, "type", "content");
    return blocks(document, 0);
  }

  /// Text as it may stand in a note.
  static String clean(String text) {
    return UNSEEN.matcher(text.replace('\n', ' ')).replaceAll("");
  }

  private static List<Block> blocks(JsonNode parent, int depth) {
    var blocks = new ArrayList<Block>();
    for (JsonNode node : children(parent)) blocks.add(block(node, depth));
    return List.copyOf(blocks);
  }

  private static Block block(JsonNode node, int depth) {
    return switch (type(node)) {
      case "paragraph" -> paragraph(node);
      case "bullet_list" -> list(node, false, depth + 1);
      case "ordered_list" -> list(node, true, depth + 1);
      case "table" -> {
        require(depth == 0);
        yield table(node);
      }
      default -> throw unreadable();
    };
  }

  private static NoteBody.Paragraph paragraph(JsonNode node) {
    require(type(node).equals("paragraph"));
    only(node, "type", "content");
    var line = new ArrayList<Inline>();
    for (JsonNode inline : children(node)) line.add(inline(inline));
    return new NoteBody.Paragraph(List.copyOf(line));
  }

  private static Inline inline(JsonNode node) {
    if (type(node).equals("text")) return text(node);
    only(node, "type", "attrs");
    JsonNode attributes = node.path("attrs");
    return switch (type(node)) {
      case "hard_break" -> {
        only(node, "type");
        yield new NoteBody.Break();
      }
      case "flag" -> {
        only(attributes, "label");
        yield new NoteBody.Flag(label(attributes.path("label")));
      }
      case "para" -> {
        only(attributes, "number");
        yield new NoteBody.ParagraphLink(number(attributes, "number", HIGHEST_NUMBER));
      }
      case "page" -> {
        only(attributes, "number");
        yield new NoteBody.PageLink(number(attributes, "number", HIGHEST_NUMBER));
      }
      default -> throw unreadable();
    };
  }

  private static NoteBody.Text text(JsonNode node) {
    only(node, "type", "text", "marks");
    require(node.path("text").isString());
    boolean strong = false, emphasis = false, underline = false;
    require(!node.has("marks") || node.path("marks").isArray());
    for (JsonNode mark : node.path("marks")) {
      only(mark, "type");
      switch (type(mark)) {
        case "strong" -> strong = true;
        case "em" -> emphasis = true;
        case "underline" -> underline = true;
        default -> throw unreadable();
      }
    }
    return new NoteBody.Text(clean(node.path("text").stringValue()), strong, emphasis, underline);
  }

  private static NoteBody.Items list(JsonNode node, boolean ordered, int depth) {
    require(depth <= DEEPEST_LIST);
    only(node, "type", "content", "attrs");
    JsonNode attributes = node.path("attrs");
    if (ordered) only(attributes, "order");
    else require(attributes.isMissingNode());
    int start = attributes.has("order") ? number(attributes, "order", HIGHEST_NUMBER) : 1;
    var items = new ArrayList<List<Block>>();
    for (JsonNode item : children(node)) {
      require(type(item).equals("list_item"));
      only(item, "type", "content");
      items.add(blocks(item, depth));
    }
    require(!items.isEmpty());
    return new NoteBody.Items(ordered, start, List.copyOf(items));
  }

  private static NoteBody.Table table(JsonNode node) {
    only(node, "type", "content");
    var rows = new ArrayList<List<NoteBody.Cell>>();
    for (JsonNode row : children(node)) {
      require(type(row).equals("table_row"));
      only(row, "type", "content");
      var cells = new ArrayList<NoteBody.Cell>();
      for (JsonNode cell : children(row)) cells.add(cell(cell));
      rows.add(List.copyOf(cells));
    }
    require(!rows.isEmpty());
    return new NoteBody.Table(List.copyOf(rows));
  }

  private static NoteBody.Cell cell(JsonNode node) {
    require(Set.of("table_cell", "table_header").contains(type(node)));
    only(node, "type", "content", "attrs");
    JsonNode attributes = node.path("attrs");
    only(attributes, "colspan", "rowspan", "colwidth");
    var lines = new ArrayList<NoteBody.Paragraph>();
    for (JsonNode line : children(node)) lines.add(paragraph(line));
    return new NoteBody.Cell(
        type(node).equals("table_header"),
        attributes.has("colspan") ? number(attributes, "colspan", WIDEST_CELL) : 1,
        attributes.has("rowspan") ? number(attributes, "rowspan", WIDEST_CELL) : 1,
        List.copyOf(lines));
  }

  private static JsonNode children(JsonNode node) {
    JsonNode content = node.path("content");
    require(content.isMissingNode() || content.isArray());
    return content;
  }

  private static String type(JsonNode node) {
    JsonNode type = node.path("type");
    require(type.isString());
    return type.stringValue();
  }

  private static String label(JsonNode node) {
    require(node.isString() && LABEL.matcher(node.stringValue()).matches());
    return node.stringValue().strip();
  }

  private static int number(JsonNode attributes, String name, int most) {
    JsonNode number = attributes.path(name);
    require(number.isInt() && number.intValue() >= 1 && number.intValue() <= most);
    return number.intValue();
  }

  private static void only(JsonNode node, String... names) {
    if (node.isMissingNode()) return;
    require(node.isObject() && Set.of(names).containsAll(node.propertyNames()));
  }

  private static void require(boolean holds) {
    if (!holds) throw unreadable();
  }

  private static Refused unreadable() {
    return new Refused(NoteRefusal.NOTE_UNREADABLE);
  }
}
