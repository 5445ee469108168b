package karyalay.dispatch.web;

import static karyalay.dispatch.SignedLetters.to;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import karyalay.Given;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.dispatch.DispatchReading;
import karyalay.dispatch.Dispatching;
import karyalay.dispatch.SignedLetters;
import karyalay.documents.Documents;
import karyalay.drafts.LetterId;
import karyalay.files.InFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The page for outsiders, asked as an outsider's phone asks it: without a session.
@KaryalayTest
class VerifyPagesTest {
  private static final String SUBJECT = "लंबित विवेचनाओं";

  @Autowired Given given;
  @Autowired InFiles in;
  @Autowired SignedLetters signed;
  @Autowired DispatchReading reading;
  @Autowired Dispatching dispatching;
  @Autowired Documents documents;
  @Autowired JdbcClient db;
  @LocalServerPort int port;

  Given.Thana thana;
  LetterId letter;
  // Each test asks from a telephone of its own, as the proxy in front tells.
  String phone = "";
  String number = "";
  String code = "";

  @BeforeEach
  void a_signed_letter() {
    thana = given.district().thana("सौरिख");
    letter = signed.letter(thana.sho(), in.open(thana.sho()), thana.sho(), to(thana.ssi().post()));
    phone = "198.51.100." + UUID.randomUUID();
    number = signed.number(letter);
    code = signed.codeOf(letter);
  }

  @Test
  @Holds("OP-79")
  void number_and_code_show_date_office_form_and_hash_and_nothing_of_what_it_says()
      throws Exception {
    String page = ask(number, code).body();
    var sheet = reading.open(letter, thana.sho().scope());
    assertThat(page).contains(number, sheet.sha256(), "पत्र", thana.office().name());
    assertThat(page).doesNotContain(SUBJECT).doesNotContain("वरिष्ठ उप निरीक्षक");
    assertThat(page).doesNotContain(thana.sho().pno());
  }

  @Test
  void it_is_read_off_paper_with_spaces_small_letters_and_hindi_digits() throws Exception {
    String split =
        code.substring(0, 5).toLowerCase(java.util.Locale.ROOT) + "-" + code.substring(5);
    String hindi = number.replace('1', '१').replace('2', '२').replace("/", " / ");
    assertThat(ask(hindi, split).body()).contains(number);
  }

  @Test
  @Holds("OP-79")
  void every_wrong_pair_is_answered_alike() throws Exception {
    String other = code.substring(0, 9) + (code.charAt(9) == 'A' ? 'B' : 'A');
    List<String[]> wrong =
        List.of(
            new String[] {number, other},
            new String[] {"9999/2026/NAHIN", code},
            new String[] {"9999/2026/NAHIN", "0000000000"},
            new String[] {number, "x"},
            new String[] {number, "' OR 1=1 --"});
    String first = plain(wrong.getFirst());
    for (String[] pair : wrong) assertThat(plain(pair)).isEqualTo(first);
    assertThat(first).contains("नहीं मिला").doesNotContain("SHA-256");
  }

  private String plain(String[] pair) throws Exception {
    var answer = ask(pair[0], pair[1]);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body().replaceAll("value=\"[^\"]*\"", "");
  }

  @Test
  @Holds("OP-79")
  void who_guesses_waits_longer_each_time_and_is_not_told_so() throws Exception {
    long last = 0;
    for (int i = 0; i < 6; i++) {
      long begun = System.nanoTime();
      assertThat(ask(number, "AAAAAAAAA" + i).statusCode()).isEqualTo(200);
      last = Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }
    assertThat(last).as("the sixth, in milliseconds").isGreaterThan(1000);
    assertThat(ask(number, code).body()).as("the right one still opens").contains("SHA-256");
  }

  @Test
  void who_guesses_on_one_telephone_does_not_slow_another() throws Exception {
    for (int i = 0; i < 6; i++) ask("77/2026/NAHIN" + i, "AAAAAAAAA" + i);
    phone = "198.51.100." + UUID.randomUUID();
    long begun = System.nanoTime();
    assertThat(ask(number, code).body()).contains("SHA-256");
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void the_code_alone_asks_for_the_number() throws Exception {
    for (String path : List.of("/verify?code=" + code, "/verify/" + code)) {
      String page = get(path).body();
      assertThat(page).contains("value=\"" + code + "\"").doesNotContain("SHA-256");
    }
    assertThat(get("/verify/" + code + "?number=" + encoded(number)).body()).contains("SHA-256");
  }

  @Test
  void the_page_needs_no_font_no_script_and_few_bytes() throws Exception {
    String page = get("/verify").body();
    assertThat(page).doesNotContain("<script").doesNotContain("/fonts/").doesNotContain("app.css");
    String sheet = page.replaceAll("(?s).*href=\"(/static/verify[^\"]*)\".*", "$1");
    String css = get(sheet).body();
    assertThat(css).doesNotContain("@font-face").doesNotContain("url(");
    assertThat(page.length() + css.length()).isLessThan(100 * 1024);
    assertThat(get("/verify", "language=EN").body()).contains("Verify document", "हिंदी");
  }

  @Test
  @Holds("OP-75")
  void a_file_is_compared_with_the_letter_and_one_changed_byte_shows() throws Exception {
    byte[] pdf;
    try (var content =
        documents.original(reading.open(letter, thana.sho().scope()).document()).content()) {
      pdf = content.readAllBytes();
    }
    assertThat(compare(pdf, code)).contains("हूबहू वही");
    byte[] changed = pdf.clone();
    changed[changed.length / 2] ^= 1;
    assertThat(compare(changed, code)).contains("भिन्न").doesNotContain("हूबहू वही");
    assertThat(compare(pdf, "0000000000")).as("no oracle for files").doesNotContain("हूबहू");
  }

  @Test
  @Holds("OP-50")
  void a_print_is_verified_by_its_number_and_code_like_a_letter() throws Exception {
    String mark = "0123456789".substring(0, 4) + code.substring(4);
    db.sql(
            """
            INSERT INTO desk.print (code, kind, number, office, person, post, at, pages, sha256)
            VALUES (?, 'INWARD_REGISTER', 'आवक 25-11-2026', ?, ?, ?, now(), 1, sha256('x'))
            """)
        .params(mark, thana.id().value(), thana.sho().person().value(), thana.sho().post().value())
        .update();
    assertThat(ask("आवक 25-11-2026", mark).body())
        .contains("आवक पंजिका", "मुद्रित प्रति", "SHA-256");
    assertThat(ask("आवक 26-11-2026", mark).body()).doesNotContain("SHA-256");
  }

  @Test
  void a_number_that_was_given_up_is_told_as_void() throws Exception {
    dispatching.voidNumber(thana.sho().act(), letter, "भूल से निर्गत");
    assertThat(ask(number, code).body()).contains("निरस्त").doesNotContain("भूल से निर्गत");
  }

  private String compare(byte[] file, String typed) throws Exception {
    String mark = UUID.randomUUID().toString();
    var body = new java.io.ByteArrayOutputStream();
    for (String[] field : new String[][] {{"number", number}, {"code", typed}})
      body.write(
          ("--"
                  + mark
                  + "\r\nContent-Disposition: form-data; name=\""
                  + field[0]
                  + "\"\r\n\r\n"
                  + field[1]
                  + "\r\n")
              .getBytes(StandardCharsets.UTF_8));
    body.write(
        ("--"
                + mark
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n"
                + "Content-Type: application/pdf\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.write(file);
    body.write(("\r\n--" + mark + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return send(request("/verify/file")
            .header("Content-Type", "multipart/form-data; boundary=" + mark)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())))
        .body();
  }

  private HttpResponse<String> ask(String asked, String typed) throws Exception {
    return get("/verify?number=" + encoded(asked) + "&code=" + encoded(typed));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> get(String path, String... cookies) throws Exception {
    var request = request(path);
    if (cookies.length > 0) request.header("Cookie", String.join("; ", cookies));
    return send(request.GET());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("X-Forwarded-For", "203.0.113.9, " + phone);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(
          request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
  }
}
