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

/// An officer of the demonstration, signed in, with a browser of his own.
final class Officer {
  static final String PIN = "4826";
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

  private final String address;
  private final Path folder;
  private final String mark;
  private final String password;
  private String csrf = "";
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  /// @param login his number and password
  Officer(String address, Path folder, String mark, String[] login)
      throws IOException, InterruptedException {
    this.address = address;
    this.folder = folder;
    this.mark = mark;
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
    send("/account/signing-key", List.of("password", password, "pin", PIN, "again-pin", PIN));
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

  static String value(String text, String what) {
    Matcher found = Pattern.compile(what).matcher(text);
    if (!found.find()) throw new IllegalStateException("no " + what);
    return found.group(1);
  }
}
