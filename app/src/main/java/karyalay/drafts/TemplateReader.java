package karyalay.drafts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import karyalay.files.NoteBody;
import karyalay.files.NoteBody.Block;
import karyalay.shared.Refused;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a template against the one shape that it may have; what is not named here refuses the
/// whole.
final class TemplateReader {
  private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}-]{1,60}");
  private static final Set<String> NAMES =
      Set.of(
          "code",
          "hi",
          "en",
          "rule",
          "form",
          "nature",
          "language",
          "categories",
          "standard",
          "original",
          "fields",
          "subject",
          "reference",
          "salutation",
          "closing",
          "to",
          "copies",
          "body");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private TemplateReader() {}

  /// @throws Refused `TEMPLATE_MALFORMED`, `TEMPLATE_FIELD_UNKNOWN`
  static Template read(String json) {
    try {
      return template(JSON.readTree(json)).checked();
    } catch (JacksonException e) {
      throw malformed("JSON");
    }
  }

  private static Template template(JsonNode it) {
    require(it.isObject() && NAMES.containsAll(it.propertyNames()), "names");
    require(CODE.matcher(text(it, "code")).matches(), "code");
    require(!text(it, "hi").isBlank() && !text(it, "en").isBlank(), "hi, en");
    return new Template(
        text(it, "code"),
        text(it, "hi"),
        text(it, "en"),
        text(it, "rule"),
        form(text(it, "form")),
        nature(text(it, "nature")),
        language(text(it, "language")),
        texts(it, "categories"),
        flag(it, "standard"),
        flag(it, "original"),
        fields(it),
        text(it, "subject"),
        text(it, "reference"),
        text(it, "salutation"),
        text(it, "closing"),
        texts(it, "to"),
        copies(it),
        body(it.path("body")));
  }

  private static LetterForm form(String code) {
    return LetterForm.of(code)
        .filter(form -> form != LetterForm.GOVERNMENT_ORDER)
        .orElseThrow(() -> malformed("form " + code));
  }

  private static Nature nature(String name) {
    for (Nature nature : Nature.values()) if (nature.name().equals(name)) return nature;
    throw malformed("nature " + name);
  }

  private static String language(String code) {
    require(Set.of("hi", "en").contains(code), "language");
    return code;
  }

  private static List<Template.Field> fields(JsonNode it) {
    var fields = new ArrayList<Template.Field>();
    for (JsonNode one : it.path("fields")) {
      var field =
          new Template.Field(
              text(one, "name"), text(one, "hi"), text(one, "en"), text(one, "sample"));
      require(NAME.matcher(field.name()).matches(), "fields.name");
      require(!field.hindi().isBlank() && !field.english().isBlank(), "fields " + field.name());
      require(!TemplateFields.known(field.name()), "fields " + field.name());
      fields.add(field);
    }
    return List.copyOf(fields);
  }

  private static List<Template.Copy> copies(JsonNode it) {
    var copies = new ArrayList<Template.Copy>();
    for (JsonNode one : it.path("copies"))
      copies.add(new Template.Copy(text(one, "to"), text(one, "purpose")));
    return List.copyOf(copies);
  }

  private static NoteBody body(JsonNode body) {
    require(body.isArray() && !body.isEmpty(), "body");
    var blocks = new ArrayList<Block>();
    for (JsonNode one : body) {
      if (one.has("rich")) blocks.addAll(NoteBody.stored(text(one, "rich")).blocks());
      else blocks.add(block(one));
    }
    return new NoteBody(blocks);
  }

  private static Block block(JsonNode one) {
    if (one.isString()) return paragraph(one.stringValue());
    require(one.isObject(), "body");
    if (one.has("list"))
      return new NoteBody.Items(
          flag(one, "numbered"),
          1,
          texts(one, "list").stream().map(item -> List.<Block>of(paragraph(item))).toList());
    require(one.path("table").isArray(), "body");
    boolean heading = flag(one, "heading");
    var rows = new ArrayList<List<NoteBody.Cell>>();
    for (JsonNode row : one.path("table")) {
      boolean head = heading && rows.isEmpty();
      rows.add(texts(row).stream().map(cell -> cell(cell, head)).toList());
    }
    return new NoteBody.Table(List.copyOf(rows));
  }

  private static NoteBody.Cell cell(String text, boolean heading) {
    return new NoteBody.Cell(heading, 1, 1, List.of(paragraph(text)));
  }

  /// Single line ends stay inside a paragraph, as in a note.
  private static NoteBody.Paragraph paragraph(String text) {
    return text.isBlank()
        ? new NoteBody.Paragraph(List.of())
        : (NoteBody.Paragraph) NoteBody.of("", text.replace("\n\n", "\n")).blocks().getFirst();
  }

  private static List<String> texts(JsonNode it, String name) {
    return it.has(name) ? texts(it.path(name)) : List.of();
  }

  private static List<String> texts(JsonNode list) {
    require(list.isArray(), "list");
    var texts = new ArrayList<String>();
    for (JsonNode one : list) {
      require(one.isString(), "list");
      texts.add(one.stringValue());
    }
    return List.copyOf(texts);
  }

  private static String text(JsonNode it, String name) {
    JsonNode value = it.path(name);
    if (value.isMissingNode()) return "";
    require(value.isString(), name);
    return value.stringValue();
  }

  private static boolean flag(JsonNode it, String name) {
    return it.path(name).asBoolean(false);
  }

  private static void require(boolean holds, String what) {
    if (!holds) throw malformed(what);
  }

  private static Refused malformed(String what) {
    return new Refused(DraftsRefusal.TEMPLATE_MALFORMED, what);
  }

  /// As it is stored; reads back as the same.
  static String write(Template it) {
    var root = JSON.createObjectNode();
    root.put("code", it.code()).put("hi", it.hindi()).put("en", it.english());
    root.put("rule", it.rule()).put("form", it.form().code()).put("nature", it.nature().name());
    root.put("language", it.language()).put("standard", it.standard());
    root.put("original", it.original()).put("subject", it.subject());
    root.put("reference", it.reference()).put("salutation", it.salutation());
    root.put("closing", it.closing());
    var categories = root.putArray("categories");
    it.categories().forEach(categories::add);
    var to = root.putArray("to");
    it.to().forEach(to::add);
    var fields = root.putArray("fields");
    it.fields()
        .forEach(field ->
            fields
                .addObject()
                .put("name", field.name())
                .put("hi", field.hindi())
                .put("en", field.english())
                .put("sample", field.sample()));
    var copies = root.putArray("copies");
    it.copies()
        .forEach(copy -> copies.addObject().put("to", copy.to()).put("purpose", copy.purpose()));
    root.putArray("body").addObject().put("rich", it.body().json());
    return JSON.writeValueAsString(root);
  }
}
