package karyalay.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `./karyalay print-samples DIR`: asks a fresh demonstration district for one PDF of every kind
/// that the program prints, as its officers would by the buttons on its pages.
///
/// A new kind is one more `save` in {@link #all}.
final class PrintSamples {
  private static final Pattern LOGIN = Pattern.compile("PNO (\\d+)\\s+password (\\S+)\\s+(\\S+)");
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
  private static final String PIN = "4826";

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

  private static final String ID = "([0-9a-f]{8}-[0-9a-f-]{27})";

  private final String address;
  private final Map<String, String[]> logins;
  private final Path folder;

  private PrintSamples(String started, Path folder) {
    Matcher ready = Pattern.compile("ready (http\\S+?)/?\\s").matcher(started);
    if (!ready.find()) throw new IllegalStateException("the program is not ready: " + started);
    this.address = ready.group(1);
    this.folder = folder;
    this.logins = new LinkedHashMap<>();
    LOGIN
        .matcher(started)
        .results()
        .forEach(line -> logins.put(line.group(3), new String[] {line.group(1), line.group(2)}));
  }

  /// @param words the file that holds what the program printed, and the folder to fill
  static void main(String... words) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(Path.of(words[1]));
    new PrintSamples(Files.readString(Path.of(words[0])), folder).all();
  }

  private void all() throws IOException, InterruptedException {
    Officer sp = new Officer("SP-SPO");
    String file = sp.first("/desk", "/files/" + ID);
    for (String template : sp.every("/templates", "href=\"/templates/([a-z0-9-]+)[?\"]"))
      if (!template.equals("new"))
        sp.save("letter-" + template, "/templates/" + template + "/sample.pdf");
    Letters letters = new Letters(sp, file);
    letters.all();
    sp.form(
        "/files/" + file + "/notes",
        Map.of("text", "अवलोकन किया। यथाप्रस्तावित स्वीकृत।", "pin", PIN, "stay", "yes"));
    sp.save("note-sheet", "/files/" + file + "/notes.pdf");
    sp.save("file", "/files/" + file + "/file.pdf");
    sp.save("movements", "/papers/" + file + "/trail.pdf");
    sp.save("file-register", "/files/register.pdf");
    letters.sent();
    Officer clerk = new Officer("HM-SRK");
    String receipt = clerk.first("/receipts?pile=CREATED", "/receipts/" + ID);
    String year = java.time.LocalDate.now().minusDays(365).toString();
    clerk.save("inward-register", "/registers/inward.pdf?from=" + year);
    clerk.save("receipt-cover", "/receipts/" + receipt + "/cover.pdf");
    clerk.acknowledge(receipt);
    for (String slip : new String[] {"A4", "A5", "ROLL_80", "ROLL_58"})
      clerk.save(
          "acknowledgement-" + slip.toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
          "/receipts/" + receipt + "/acknowledgement.pdf?slip=" + slip);
  }

  /// One letter of every form, written from its template, approved and signed by the officer.
  private final class Letters {
    private final Officer by;
    private final String file;

    /// By form; the letter's id.
    private final Map<String, String> signed = new LinkedHashMap<>();

    private String original = "";

    Letters(Officer by, String file) {
      this.by = by;
      this.file = file;
    }

    void all() throws IOException, InterruptedException {
      by.makeKey();
      String beginning = "/papers/" + file + "/letters";
      for (String template : by.every(beginning, "<option value=\"([a-z0-9-]+)\"[^>]*>[^<]* — ")) {
        String page = by.page(beginning + "?template=" + template);
        String form = value(page, "<input type=\"hidden\" name=\"form\" value=\"([^\"]*)\"");
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
      return value(by.send(path, fields), "/letters/" + ID);
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
      Pattern.compile("<input([^>]*)>").matcher(form).results().forEach(input -> {
        String name = attribute(input.group(1), "name");
        boolean box = input.group(1).contains("type=\"checkbox\"");
        if (WORDS.contains(name) && !box)
          fields.addAll(List.of(name, filled(attribute(input.group(1), "value"))));
      });
      Pattern.compile("<textarea([^>]*)>([^<]*)</textarea>").matcher(form).results().forEach(area -> {
        String name = attribute(area.group(1), "name");
        if (WORDS.contains(name)) fields.addAll(List.of(name, filled(plain(area.group(2)))));
      });
      Pattern.compile("(?s)<select([^>]*)>(.*?)</select>").matcher(form).results().forEach(list -> {
        String name = attribute(list.group(1), "name");
        Matcher chosen =
            Pattern.compile("<option value=\"([^\"]*)\"[^>]*selected").matcher(list.group(2));
        if (WORDS.contains(name) && chosen.find()) fields.addAll(List.of(name, chosen.group(1)));
      });
      return fields;
    }

    private void sign() throws IOException, InterruptedException {
      var fields = new ArrayList<String>(List.of("pin", PIN));
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
  }

  private static String value(String text, String what) {
    Matcher found = Pattern.compile(what).matcher(text);
    if (!found.find()) throw new IllegalStateException("no " + what);
    return found.group(1);
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

  /// Somebody signed in, with a browser of his own.
  private final class Officer {
    private final String mark;
    private final String password;
    private String csrf = "";
    private final HttpClient client =
        HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    Officer(String mark) throws IOException, InterruptedException {
      this.mark = mark;
      String[] login = logins.get(mark);
      if (login == null) throw new IllegalStateException("no login was printed for " + mark);
      password = login[1];
      post("/session", Map.of("pno", login[0], "password", login[1]));
    }

    /// The first of its kind that a page leads to.
    String first(String path, String what) throws IOException, InterruptedException {
      Matcher found = Pattern.compile(what).matcher(page(path));
      if (!found.find()) throw new IllegalStateException(mark + ": nothing on " + path);
      return found.group(1);
    }

    /// All of a kind that a page leads to, each once.
    Set<String> every(String path, String what) throws IOException, InterruptedException {
      var found = new java.util.TreeSet<String>();
      Pattern.compile(what).matcher(page(path)).results().forEach(hit -> found.add(hit.group(1)));
      return found;
    }

    /// Gives the acknowledgement, where that is still to be done, by the form of its page.
    void acknowledge(String receipt) throws IOException, InterruptedException {
      String path = "/receipts/" + receipt + "/acknowledgement";
      String page = page(path);
      int form = page.indexOf("action=\"" + path + "\"");
      if (form < 0) return;
      Map<String, String> fields = new LinkedHashMap<>();
      HIDDEN
          .matcher(page.substring(form, page.indexOf("</form>", form)))
          .results()
          .forEach(field -> fields.put(field.group(1), field.group(2)));
      post(path, fields);
    }

    /// Presses a button.
    ///
    /// @param fields name, value, name, value …
    /// @return where the answer leads
    String send(String path, List<String> fields) throws IOException, InterruptedException {
      var all = new ArrayList<String>(List.of("_csrf", csrf(), "as", mark));
      all.addAll(List.of("act", UUID.randomUUID().toString()));
      all.addAll(fields);
      return answered(path, all);
    }

    void form(String path, Map<String, String> fields) throws IOException, InterruptedException {
      var list = new ArrayList<String>();
      fields.forEach((name, value) -> list.addAll(List.of(name, value)));
      send(path, list);
    }

    private String csrf() throws IOException, InterruptedException {
      if (csrf.isEmpty())
        csrf = value(page("/account/signing-key"), "name=\"_csrf\" value=\"([^\"]*)\"");
      return csrf;
    }

    void makeKey() throws IOException, InterruptedException {
      send(
          "/account/signing-key",
          List.of("password", password, "pin", PIN, "again-pin", PIN));
    }

    void save(String name, String path) throws IOException, InterruptedException {
      HttpResponse<byte[]> answer =
          client.send(
              HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
      String kind = answer.headers().firstValue("Content-Type").orElse("");
      if (answer.statusCode() != 200 || !kind.startsWith("application/pdf"))
        throw new IllegalStateException(path + " answered " + answer.statusCode() + " " + kind);
      Path file = folder.resolve(name + ".pdf");
      Files.write(file, answer.body());
      System.out.println(file + " " + answer.body().length / 1024 + " KB");
    }

    String page(String path) throws IOException, InterruptedException {
      return client
          .send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    }

    private URI uri(String path) {
      return URI.create(address + path + (path.contains("?") ? "&" : "?") + "as=" + mark);
    }

    private void post(String path, Map<String, String> fields)
        throws IOException, InterruptedException {
      var list = new ArrayList<String>();
      fields.forEach((name, value) -> list.addAll(List.of(name, value)));
      answered(path, list);
    }

    private String answered(String path, List<String> fields)
        throws IOException, InterruptedException {
      var body = new StringBuilder();
      for (int i = 0; i < fields.size(); i += 2)
        body.append(i == 0 ? "" : "&")
            .append(URLEncoder.encode(fields.get(i), StandardCharsets.UTF_8))
            .append('=')
            .append(URLEncoder.encode(fields.get(i + 1), StandardCharsets.UTF_8));
      var answer =
          client.send(
              HttpRequest.newBuilder(URI.create(address + path))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 303 && answer.statusCode() != 302)
        throw new IllegalStateException(
            path + " answered " + answer.statusCode() + refusal(answer.body()));
      return answer.headers().firstValue("Location").orElse("");
    }

    private static String refusal(String page) {
      Matcher said = Pattern.compile("(?s)class=\"refusal[^>]*>(.{0,400})").matcher(page);
      return said.find() ? " " + said.group(1).replaceAll("<[^>]*>|\\s+", " ") : "";
    }
  }
}
