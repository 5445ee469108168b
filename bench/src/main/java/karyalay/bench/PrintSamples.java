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
import java.util.LinkedHashMap;
import java.util.Map;
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
    sp.save("note-sheet", "/files/" + file + "/notes.pdf");
    sp.save("file", "/files/" + file + "/file.pdf");
    sp.save("movements", "/papers/" + file + "/trail.pdf");
    sp.save("file-register", "/files/register.pdf");
    for (String template : sp.every("/templates", "href=\"/templates/([a-z0-9-]+)[?\"]"))
      if (!template.equals("new"))
        sp.save("letter-" + template, "/templates/" + template + "/sample.pdf");
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

  /// Somebody signed in, with a browser of his own.
  private final class Officer {
    private final String mark;
    private final HttpClient client =
        HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    Officer(String mark) throws IOException, InterruptedException {
      this.mark = mark;
      String[] login = logins.get(mark);
      if (login == null) throw new IllegalStateException("no login was printed for " + mark);
      post("/session", Map.of("pno", login[0], "password", login[1]));
    }

    /// The first of its kind that a page leads to.
    String first(String path, String what) throws IOException, InterruptedException {
      Matcher found = Pattern.compile(what).matcher(page(path));
      if (!found.find()) throw new IllegalStateException(mark + ": nothing on " + path);
      return found.group(1);
    }

    /// All of a kind that a page leads to, each once.
    java.util.Set<String> every(String path, String what) throws IOException, InterruptedException {
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

    private String page(String path) throws IOException, InterruptedException {
      return client
          .send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    }

    private URI uri(String path) {
      return URI.create(address + path + (path.contains("?") ? "&" : "?") + "as=" + mark);
    }

    private void post(String path, Map<String, String> fields)
        throws IOException, InterruptedException {
      var body = new StringBuilder();
      fields.forEach((name, value) ->
          body.append(body.isEmpty() ? "" : "&")
              .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
              .append('=')
              .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
      var answer =
          client.send(
              HttpRequest.newBuilder(URI.create(address + path))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                  .build(),
              HttpResponse.BodyHandlers.discarding());
      if (answer.statusCode() != 303 && answer.statusCode() != 302)
        throw new IllegalStateException(path + " answered " + answer.statusCode());
    }
  }
}
