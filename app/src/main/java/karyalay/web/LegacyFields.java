package karyalay.web;

import java.util.ArrayList;
import java.util.List;
import karyalay.shared.KrutiDev;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/// The same fields in Unicode, where some of them were typed for a font such as KrutiDev: what the
/// answer to a refusal offers in their place (OP-122).
final class LegacyFields {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String BODY = "body";
  private static final String TEXT = "text";

  private LegacyFields() {}

  /// @return every field, the legacy ones converted; empty when there is none such. The words of a
  ///   note that came as the editor made it stand beside it, to be read.
  static List<RefusalView.Kept> legible(List<RefusalView.Kept> kept) {
    if (kept.stream().noneMatch(field -> KrutiDev.in(words(field)))) return List.of();
    var legible = new ArrayList<>(kept.stream().map(LegacyFields::legible).toList());
    if (legible.stream().noneMatch(field -> field.name().equals(TEXT)))
      legible.stream()
          .filter(field -> field.name().equals(BODY))
          .findFirst()
          .ifPresent(body -> legible.add(new RefusalView.Kept(TEXT, words(body), false, true)));
    return List.copyOf(legible);
  }

  /// What was typed into a field; of a note's structure its words.
  private static String words(RefusalView.Kept field) {
    if (!field.name().equals(BODY)) return field.hidden() ? "" : field.value();
    var words = new StringBuilder();
    gather(read(field.value()), words);
    return words.toString().strip();
  }

  private static void gather(JsonNode node, StringBuilder words) {
    words.append(node.path(TEXT).asString(""));
    for (JsonNode child : node) gather(child, words);
    if (node.path("type").asString("").equals("paragraph")) words.append('\n');
  }

  private static RefusalView.Kept legible(RefusalView.Kept field) {
    String value = field.value();
    if (field.name().equals(BODY)) value = structure(value);
    else if (!field.hidden() && KrutiDev.in(value)) value = KrutiDev.legible(value);
    return new RefusalView.Kept(field.name(), value, field.hidden(), field.fixed());
  }

  /// The structure that the editor made keeps its shape; only its words change.
  private static String structure(String json) {
    JsonNode body = read(json);
    if (body.isMissingNode()) return json;
    convert(body);
    return JSON.writeValueAsString(body);
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JacksonException e) {
      return MissingNode.getInstance();
    }
  }

  private static void convert(JsonNode node) {
    if (node instanceof ObjectNode object && object.path(TEXT).isString())
      object.put(TEXT, KrutiDev.legible(object.path(TEXT).asString()));
    for (JsonNode child : node) convert(child);
  }
}
