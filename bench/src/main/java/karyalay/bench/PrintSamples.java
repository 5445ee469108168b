package karyalay.bench;

import java.io.IOException;
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
    Officer sp = officer("SP-SPO");
    String file = sp.first("/desk", "/files/" + ID);
    for (String template : sp.every("/templates", "href=\"/templates/([a-z0-9-]+)[?\"]"))
      if (!template.equals("new"))
        sp.save("letter-" + template, "/templates/" + template + "/sample.pdf");
    SampleLetters letters = new SampleLetters(sp, file);
    letters.all();
    sp.form(
        "/files/" + file + "/notes",
        Map.of("text", "अवलोकन किया। यथाप्रस्तावित स्वीकृत।", "pin", Officer.PIN, "stay", "yes"));
    sp.save("note-sheet", "/files/" + file + "/notes.pdf");
    sp.save("file", "/files/" + file + "/file.pdf");
    sp.save("movements", "/papers/" + file + "/trail.pdf");
    sp.save("file-register", "/files/register.pdf");
    letters.sent();
    Officer clerk = officer("HM-SRK");
    String receipt = clerk.first("/receipts?pile=CREATED", "/receipts/" + ID);
    String year = java.time.LocalDate.now().minusDays(365).toString();
    clerk.save("inward-register", "/registers/inward.pdf?from=" + year);
    clerk.save("bundle", "/registers/bundle.pdf");
    clerk.save("receipt-cover", "/receipts/" + receipt + "/cover.pdf");
    clerk.acknowledge(receipt);
    for (String slip : new String[] {"A4", "A5", "ROLL_80", "ROLL_58"})
      clerk.save(
          "acknowledgement-" + slip.toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
          "/receipts/" + receipt + "/acknowledgement.pdf?slip=" + slip);
    Officer operator = officer("COP-CCT-1");
    String office =
        operator.every("/admin/go-live", "<option value=\"([0-9a-f-]{36})\"").iterator().next();
    operator.form("/admin/go-live/certificate", Map.of("office", office));
    operator.save("opening-certificate", "/go-live/" + office + "/certificate.pdf");
  }

  private Officer officer(String mark) throws IOException, InterruptedException {
    String[] login = logins.get(mark);
    if (login == null) throw new IllegalStateException("no login was printed for " + mark);
    return new Officer(address, folder, mark, login);
  }
}
