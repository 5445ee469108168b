package karyalay.web;

import java.util.List;
import karyalay.shared.KrutiDev;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The same fields in Unicode, where some of them were typed for a font such as KrutiDev: what the
/// page of a refusal offers in their place (OP-122).
final class LegacyFields {
  private static final JsonMapper JSON = JsonMapper.shared();

  private LegacyFields() {}

  /// @return every field, the legacy ones converted; empty when there is none such
  static List<RefusalView.Kept> legible(List<RefusalView.Kept> kept) {
    boolean any = kept.stream().anyMatch(field -> !field.hidden() && KrutiDev.in(field.value()));
    return any ? kept.stream().map(LegacyFields::legible).toList() : List.of();
  }

  private static RefusalView.Kept legible(RefusalView.Kept field) {
    String value = field.value();
    if (field.name().equals("body")) value = structure(value);
    else if (!field.hidden() && KrutiDev.in(value)) value = KrutiDev.legible(value);
    return new RefusalView.Kept(field.name(), value, field.hidden(), field.fixed());
  }

  /// The structure that the editor made keeps its shape; only its words change.
  private static String structure(String json) {
    try {
      JsonNode body = JSON.readTree(json);
      convert(body);
      return JSON.writeValueAsString(body);
    } catch (JacksonException e) {
      return json;
    }
  }

  private static void convert(JsonNode node) {
    if (node instanceof ObjectNode object && object.path("text").isString())
      object.put("text", KrutiDev.legible(object.path("text").asString()));
    for (JsonNode child : node) convert(child);
  }
}
