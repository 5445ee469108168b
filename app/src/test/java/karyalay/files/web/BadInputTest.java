package karyalay.files.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.access.Gate;
import karyalay.desk.Classification;
import karyalay.desk.OnDesks;
import karyalay.files.InFiles;
import karyalay.files.Sheet;
import karyalay.files.Sheets;
import karyalay.shared.Capacity;
import karyalay.shared.Ids;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What goes wrong at a note or a file ends in a sentence, over a real line; nothing is lost,
/// doubled or half done.
@KaryalayTest
class BadInputTest {
  @Autowired Given given;
  @Autowired InFiles in;
  @Autowired OnDesks desks;
  @Autowired Sheets sheets;
  @Autowired SignedIn signedIn;
  @LocalServerPort int port;

  private final HttpClient line = HttpClient.newHttpClient();
  Given.District district;
  Seat hm;
  Seat sho;
  PaperId file;

  @BeforeEach
  void a_file_on_a_desk() {
    district = given.district();
    var thana = district.thana("विशुनगढ़");
    hm = thana.hm();
    sho = thana.sho();
    file = in.open(hm);
  }

  @Test
  void send_pressed_twice_writes_one_note_and_moves_the_file_once() throws Exception {
    String act = Ids.next().toString();
    Callable<Integer> press =
        () -> send(hm, act, Map.of("text", "प्रस्तुत।", "to", sho.mark())).statusCode();
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : pool.invokeAll(List.of(press, press, press)))
        assertThat(done.get()).isEqualTo(303);
    }
    assertThat(sheet(sho).notes()).hasSize(1);
    assertThat(desks.acts(file)).containsOnlyOnce("desk.forwarded");
  }

  @Test
  void of_two_who_work_one_counter_and_forward_at_once_one_is_told_that_it_has_gone()
      throws Exception {
    var counter = district.counter(district.readerOffice, "CTR");
    Seat one = district.charge(hm, counter, Capacity.MEMBER);
    Seat two = district.charge(sho, counter, Capacity.MEMBER);
    file = in.open(one);
    Callable<HttpResponse<String>> first =
        () -> send(one, Map.of("text", "पहले की टिप्पणी", "to", district.co.mark()));
    Callable<HttpResponse<String>> second =
        () -> send(two, Map.of("text", "दूसरे की टिप्पणी", "to", district.asp.mark()));
    List<HttpResponse<String>> answers;
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var asked = pool.invokeAll(List.of(first, second));
      answers = List.of(asked.get(0).get(), asked.get(1).get());
    }
    assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(303, 409);
    var refused =
        answers.stream().filter(answer -> answer.statusCode() == 409).findFirst().orElseThrow();
    assertThat(refused.body())
        .contains("role=\"alert\"")
        .containsPattern("(पहले|दूसरे) की टिप्पणी");
    assertThat(sheet(one).notes()).hasSize(1);
    assertThat(desks.acts(file)).containsOnlyOnce("desk.forwarded");
  }

  @Test
  @Holds("OP-8")
  void a_vacant_post_receives_and_an_abolished_one_is_refused_with_the_text_kept()
      throws Exception {
    Seat gone = district.seat(district.readerOffice, "OLD", "पुराना पद", 40);
    district.abolish(gone.post());
    var refused = send(hm, Map.of("text", "यह टिप्पणी न खोए", "to", gone.mark()));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("role=\"alert\"", gone.mark(), "यह टिप्पणी न खोए");
    assertThat(sheet(hm).notes()).isEmpty();

    Seat empty = district.seat(district.readerOffice, "EMP", "रिक्त होने वाला पद", 40);
    district.vacate(empty.post());
    assertThat(send(hm, Map.of("text", "रिक्त पद को", "to", empty.mark())).statusCode())
        .isEqualTo(303);
    assertThat(sheet(hm).card().paper().heldBy(empty.post())).isTrue();
  }

  @Test
  void a_chip_sends_by_id_to_a_live_post_of_the_district_and_to_no_other() throws Exception {
    Seat gone = district.seat(district.readerOffice, "OLD", "पुराना पद", 40);
    district.abolish(gone.post());
    Seat foreign = given.district().thana("दूसरे जनपद का थाना").sho();
    for (PostId to : List.of(gone.post(), foreign.post(), PostId.next())) {
      var refused = send(hm, Map.of("text", "यह टिप्पणी न खोए", "to", to.toString()));
      assertThat(refused.statusCode()).isGreaterThanOrEqualTo(400).isLessThan(500);
      assertThat(refused.body()).contains("role=\"alert\"", "यह टिप्पणी न खोए");
    }
    assertThat(sheet(hm).notes()).isEmpty();
    assertThat(send(hm, Map.of("text", "प्रस्तुत।", "to", sho.post().toString())).statusCode())
        .isEqualTo(303);
    assertThat(sheet(sho).card().paper().heldBy(sho.post())).isTrue();
  }

  @Test
  void a_note_of_a_megabyte_arrives_whole_and_a_larger_one_comes_back_with_a_sentence()
      throws Exception {
    String most = "क".repeat(333_333);
    assertThat(send(hm, Map.of("text", most)).statusCode()).isEqualTo(303);
    assertThat(sheet(hm).notes().getFirst().plain()).isEqualTo(most);

    var refused = send(hm, Map.of("text", most + " और एक शब्द"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("OP-59", "और एक शब्द");
    assertThat(sheet(hm).notes()).hasSize(1);
    var draft = post(hm, "/draft", Map.of("text", most + " और एक शब्द"));
    assertThat(draft.statusCode()).isEqualTo(422);
  }

  @Test
  @Holds("OP-122")
  void a_note_typed_for_krutidev_is_refused_and_english_is_taken() throws Exception {
    String kruti = "izkFkhZ ds izkFkZuk i= dh tkap dh xbZ gSA ekeyk Hkwfe fookn dk gSA";
    var refused = send(hm, Map.of("text", kruti));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("OP-122", "izkFkhZ");
    assertThat(sheet(hm).notes()).isEmpty();
    assertThat(post(hm, "/draft", Map.of("text", kruti)).statusCode()).isEqualTo(303);
    assertThat(sheet(hm).draft()).isEqualTo(kruti);

    String latin =
        "Inspect the spot; report to us by 25-11-2026. Jaanch kar aakhya den, ek ij hai.";
    assertThat(send(hm, Map.of("text", latin)).statusCode()).isEqualTo(303);
    assertThat(sheet(hm).notes().getFirst().plain()).isEqualTo(latin);
  }

  @Test
  void script_in_a_subject_stays_text_on_every_page_that_shows_it() throws Exception {
    String script = "<script>alert(1)</script><img src=x onerror=alert(2)>";
    var fields = Map.of("subject", script, "number", "लिपि/" + Ids.next());
    var opened = ask(hm, "/files", fields, Ids.next().toString());
    assertThat(opened.statusCode()).isEqualTo(303);
    String path = opened.headers().firstValue("Location").orElseThrow().replaceAll("[?#].*", "");
    for (String page : List.of(path, path + "/details", path + "/related", "/files", "/desk"))
      assertThat(get(hm, page))
          .as(page)
          .contains("&lt;script&gt;")
          .doesNotContain("<script>alert", "<img src=x");

    var kept = ask(hm, "/files", Map.of("subject", script, "number", ""), Ids.next().toString());
    assertThat(kept.statusCode()).isEqualTo(422);
    assertThat(kept.body()).contains("&lt;script>").doesNotContain("<script>alert");
  }

  @Test
  void a_confidential_file_refuses_in_the_same_words_as_one_that_is_not_there() throws Exception {
    PaperId secret = in.open(sho, Classification.CONFIDENTIAL);
    var there = ask(hm, "/files/" + secret + "/notes", Map.of("text", "x"), Ids.next().toString());
    var none =
        ask(hm, "/files/" + PaperId.next() + "/notes", Map.of("text", "x"), Ids.next().toString());
    assertThat(there.statusCode()).isEqualTo(none.statusCode()).isEqualTo(404);
  }

  private Sheet sheet(Seat seat) {
    return sheets.of(file, seat.scope());
  }

  private HttpResponse<String> send(Seat seat, Map<String, String> fields)
      throws IOException, InterruptedException {
    return send(seat, Ids.next().toString(), fields);
  }

  private HttpResponse<String> send(Seat seat, String act, Map<String, String> fields)
      throws IOException, InterruptedException {
    return ask(seat, "/files/" + file + "/notes", fields, act);
  }

  private HttpResponse<String> post(Seat seat, String resource, Map<String, String> fields)
      throws IOException, InterruptedException {
    return ask(seat, "/files/" + file + resource, fields, Ids.next().toString());
  }

  private HttpResponse<String> ask(Seat seat, String path, Map<String, String> fields, String act)
      throws IOException, InterruptedException {
    var browser = signedIn.as(seat);
    var all = new java.util.LinkedHashMap<>(fields);
    all.putAll(Map.of("_csrf", browser.csrf(), "as", browser.mark(), "act", act));
    String form =
        all.entrySet().stream()
            .map(field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Cookie", Gate.COOKIE + "=" + browser.token())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    return line.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private String get(Seat seat, String path) throws IOException, InterruptedException {
    var browser = signedIn.as(seat);
    var request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + port + path + "?as=" + browser.mark()))
            .header("Cookie", Gate.COOKIE + "=" + browser.token())
            .build();
    return line.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
