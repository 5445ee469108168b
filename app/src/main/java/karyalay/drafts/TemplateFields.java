package karyalay.drafts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the fields of a template are filled with, on one paper. A field without words stays as
/// `⟦its name⟧`, and such a letter is not submitted.
final class TemplateFields {
  /// What the program knows of a paper, and how it is called.
  private static final Map<String, String> KNOWN = new LinkedHashMap<>();

  static {
    KNOWN.put("applicant", "आवेदक का नाम");
    KNOWN.put("father", "पिता / पति का नाम");
    KNOWN.put("mobile", "मोबाइल");
    KNOWN.put("village", "ग्राम");
    KNOWN.put("thana", "थाना");
    KNOWN.put("address", "पता");
    KNOWN.put("sender", "प्रेषक");
    KNOWN.put("sender-designation", "प्रेषक का पदनाम");
    KNOWN.put("sender-organisation", "प्रेषक का कार्यालय");
    KNOWN.put("letter-number", "पत्रांक");
    KNOWN.put("letter-date", "पत्र दिनांक");
    KNOWN.put("receipt-number", "आवक संख्या");
    KNOWN.put("receipt-date", "प्राप्ति दिनांक");
    KNOWN.put("gist", "सार");
    KNOWN.put("subject", "विषय");
    KNOWN.put("category", "श्रेणी");
    KNOWN.put("file-number", "पत्रावली संख्या");
    KNOWN.put("office", "कार्यालय");
    KNOWN.put("district", "जनपद");
    KNOWN.put("signatory", "हस्ताक्षरकर्ता का पदनाम");
    KNOWN.put("signatory-name", "हस्ताक्षरकर्ता का नाम");
    KNOWN.put("today", "दिनांक");
    KNOWN.put("year", "वर्ष");
    KNOWN.put("due", "नियत दिनांक");
  }

  private final Map<String, String> values;
  private final List<Template.Field> asked;

  TemplateFields(Map<String, String> values, List<Template.Field> asked) {
    this.values = Map.copyOf(values);
    this.asked = List.copyOf(asked);
  }

  static boolean known(String name) {
    return KNOWN.containsKey(name);
  }

  /// The samples, for a print that shows what the template makes.
  static TemplateFields samples(Template template, Map<String, String> known) {
    var values = new LinkedHashMap<>(known);
    template.fields().forEach(field -> values.put(field.name(), field.sample()));
    return new TemplateFields(values, template.fields());
  }

  String fill(String text) {
    return Template.FIELD
        .matcher(text)
        .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(value(found.group(1))));
  }

  /// What the paper says goes in as text: a field within it is not filled again.
  private String value(String name) {
    String value = values.getOrDefault(name, "").strip();
    return value.isEmpty() ? "⟦" + label(name) + "⟧" : value.replace("{{", "{ {");
  }

  private String label(String name) {
    return asked.stream()
        .filter(field -> field.name().equals(name))
        .map(Template.Field::hindi)
        .findFirst()
        .orElse(KNOWN.getOrDefault(name, name));
  }
}
