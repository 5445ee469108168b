package karyalay.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One letter of every form, written from its template, approved and signed by the officer.
final class SampleLetters {
  private static final String ID = "([0-9a-f]{8}-[0-9a-f-]{27})";

  /// The fields of a letter's form.
  private static final Set<String> WORDS =
      Set.of(
          "revision",
          "form",
          "nature",
          "prefix",
          "language",
          "subject",
          "reference",
          "salutation",
          "closing",
          "body",
          "text",
          "signatory",
          "party",
          "role",
          "purpose");

  private final Officer by;
  private final String file;

  /// By form; the letter's id.
  private final Map<String, String> signed = new LinkedHashMap<>();

  private String original = "";

  SampleLetters(Officer by, String file) {
    this.by = by;
    this.file = file;
  }

  void all() throws IOException, InterruptedException {
    by.makeKey();
    String beginning = "/papers/" + file + "/letters";
    for (String template : by.every(beginning, "<option value=\"([a-z0-9-]+)\"[^>]*>[^<]* — ")) {
      String page = by.page(beginning + "?template=" + template);
      String form = Officer.value(page, "<input type=\"hidden\" name=\"form\" value=\"([^\"]*)\"");
      boolean paper = template.equals("gpf-advance-sanction");
      if (signed.containsKey(form) && !paper) continue;
      String letter = begin(beginning, page, form, template);
      if (paper) original = letter;
      if (paper) signed.put("order-original", letter);
      else signed.put(form, letter);
      approve(letter);
      if (form.equals("letter")) by.save("draft-letter", "/letters/" + letter + "/letter.pdf");
    }
    sign();
    for (var one : signed.entrySet())
      by.save("signed-" + one.getKey(), "/letters/" + one.getValue() + "/letter.pdf");
    by.form("/letters/" + original + "/originals", Map.of());
    by.save("original", "/letters/" + original + "/originals/1.pdf");
  }

  /// With what the template asks for answered by its own examples.
  private String begin(String path, String page, String form, String template)
      throws IOException, InterruptedException {
    var fields = new ArrayList<String>(List.of("form", form, "template", template));
    fields.addAll(List.of("language", template.endsWith("-en") ? "en" : "hi"));
    Pattern.compile("name=\"field\" value=\"([^\"]*)\"><input[^>]*placeholder=\"([^\"]*)\"")
        .matcher(page)
        .results()
        .forEach(asked ->
            fields.addAll(
                List.of("field", plain(asked.group(1)), "answer", plain(asked.group(2)))));
    return Officer.value(by.send(path, fields), "/letters/" + ID);
  }

  /// Writes in what the paper did not know and to whom it goes, submits and approves.
  private void approve(String letter) throws IOException, InterruptedException {
    String path = "/letters/" + letter;
    List<String> fields = words(by.page(path));
    fields.addAll(List.of("party", "SHO-SRK", "role", "TO", "purpose", ""));
    fields.addAll(List.of("party", "समस्त क्षेत्राधिकारी", "role", "COPY", "purpose", "सूचनार्थ"));
    by.send(path + "/submission", fields);
    by.send(path + "/approval", List.of());
  }

  /// What a browser would send of the letter's form.
  private List<String> words(String page) {
    var fields = new ArrayList<String>();
    int from = page.indexOf("name=\"revision\"");
    String form = page.substring(page.lastIndexOf("<form", from));
    form = form.substring(0, form.indexOf("</form>"));
    Pattern.compile("<input([^>]*)>")
        .matcher(form)
        .results()
        .forEach(input -> {
          String name = attribute(input.group(1), "name");
          boolean box = input.group(1).contains("type=\"checkbox\"");
          if (WORDS.contains(name) && !box)
            fields.addAll(List.of(name, referred(name, attribute(input.group(1), "value"))));
        });
    Pattern.compile("<textarea([^>]*)>([^<]*)</textarea>")
        .matcher(form)
        .results()
        .forEach(area -> {
          String name = attribute(area.group(1), "name");
          if (WORDS.contains(name)) fields.addAll(List.of(name, filled(plain(area.group(2)))));
        });
    Pattern.compile("(?s)<select([^>]*)>(.*?)</select>")
        .matcher(form)
        .results()
        .forEach(list -> {
          String name = attribute(list.group(1), "name");
          Matcher chosen =
              Pattern.compile("<option value=\"([^\"]*)\"[^>]*selected").matcher(list.group(2));
          if (WORDS.contains(name) && chosen.find()) fields.addAll(List.of(name, chosen.group(1)));
        });
    return fields;
  }

  private void sign() throws IOException, InterruptedException {
    var fields = new ArrayList<String>(List.of("pin", Officer.PIN));
    for (String letter : signed.values()) fields.addAll(List.of("letters", letter));
    String run = by.send("/signing", fields);
    for (int i = 0; i < 120 && !by.page(run).contains("data-run=\"done\""); i++) Thread.sleep(500);
  }

  /// Some go out, and by one of them compliance is called for.
  void sent() throws IOException, InterruptedException {
    for (String form : List.of("letter", "circular", "reminder")) {
      String path = "/dispatch/letters/" + signed.get(form);
      by.send(path + "/way", List.of("self", "true"));
      by.send(path + "/sending", List.of("items", "1", "mode", "OWN_OFFICE"));
    }
    String target = java.time.LocalDate.now().plusDays(7).toString();
    String call =
        by.send(
            "/dispatch/letters/" + signed.get("circular") + "/call",
            List.of("kind", "CIRCULAR", "target", target));
    by.save("compliance-grid", call.replaceAll("\\?.*", "") + "/grid.pdf");
    by.save("outward-register", "/dispatch/register.pdf");
  }

  private static String attribute(String tag, String name) {
    Matcher found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
    return found.find() ? plain(found.group(1)) : "";
  }

  private static String plain(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#34;", "\"")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  /// What the file could not tell stands as its name between marks.
  private static String filled(String text) {
    return text.replaceAll("⟦([^⟧]*)⟧", "नमूना $1");
  }

  /// A reminder and a return of process want to know what they refer to.
  private static String referred(String name, String value) {
    return name.equals("reference") && value.isBlank() ? "पत्रांक 1310/2026" : filled(value);
  }
}
