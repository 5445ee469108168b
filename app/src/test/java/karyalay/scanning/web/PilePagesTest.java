package karyalay.scanning.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import karyalay.Api;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.Web;
import karyalay.scanning.PileFiles;
import karyalay.scanning.PilesAtHand;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The pile's pages and their twins for other systems.
@KaryalayTest
class PilePagesTest {
  @Autowired Given given;
  @Autowired SignedIn signedIn;
  @Autowired PilesAtHand hand;
  @Autowired Web web;
  @Autowired Api api;

  private Seat clerk;
  private Seat stranger;

  @BeforeEach
  void a_counter() {
    var district = given.district();
    clerk = district.thana("थाना ढेर").hmAtCounter();
    stranger = district.thana("दूसरा").hmAtCounter();
  }

  @Test
  @Holds("OP-127")
  void two_hundred_pages_open_as_a_small_page_with_the_first_picture_at_once() {
    UUID pile = hand.pile(clerk, "x".repeat(200));
    var browser = signedIn.as(clerk);
    long start = System.nanoTime();
    var answer = web.get(browser, "/receipts/pile/" + pile);
    var picture = web.get(browser, "/receipts/pile/" + pile + "/pages/1");
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    assertThat(answer).hasStatusOk();
    assertThat(picture).hasStatusOk();
    assertThat(answer.getResponse().getContentAsByteArray().length).isLessThan(100 * 1024);
    assertThat(took).isLessThan(Duration.ofSeconds(1));
    assertThat(picture.getResponse().getHeader("Cache-Control")).contains("no-store");
  }

  @Test
  @Holds({"OP-127", "OP-52"})
  void to_another_counter_nothing_of_a_pile_is_there() {
    var pile = hand.cut(clerk, "xx", 1, 2);
    String letter = "/receipts/new?letter=" + pile.letters().getFirst().id();
    for (String path :
        new String[] {"", "/pages/1", "/thumbnails/1", "/state", "/files/1/original"})
      assertThat(
              web.get(signedIn.as(stranger), "/receipts/pile/" + pile.id() + path)
                  .getResponse()
                  .getStatus())
          .as(path)
          .isEqualTo(404);
    assertThat(web.get(signedIn.as(stranger), letter).getResponse().getStatus()).isEqualTo(404);
    assertThat(web.get(signedIn.as(clerk), letter)).hasStatusOk();
    for (String path : new String[] {"/letters", "/reopening", "/cuts", "/changes"})
      assertThat(
              web.post(
                      signedIn.as(stranger),
                      "/receipts/pile/" + pile.id() + path,
                      "version",
                      "2",
                      "n",
                      "1",
                      "change",
                      "CUT")
                  .getResponse()
                  .getStatus())
          .as(path)
          .isEqualTo(404);
  }

  @Test
  @Holds("OP-127")
  void another_system_makes_cuts_and_opens_a_pile_by_the_same_doors() {
    var client = api.as(clerk);
    UUID upload = hand.upload(clerk, PileFiles.pdf("xx.x"), "ढेर.pdf");
    var made = client.post("/piles", "{\"uploads\": [\"" + upload + "\"]}");
    assertThat(made.status()).isEqualTo(201);
    String id = made.at("$.id");
    var _ = hand.read(clerk, UUID.fromString(id));
    var saved =
        client.post(
            "/piles/" + id + "/cuts",
            "{\"version\": 0, \"begins\": [1, 4], \"turns\": [\"2:90\"]}");
    assertThat(saved.status()).isEqualTo(200);
    assertThat(saved.<Integer>at("$.version")).isEqualTo(1);
    assertThat(saved.<Integer>at("$.pages[1].turn")).isEqualTo(90);
    assertThat(client.post("/piles/" + id + "/cuts", "{\"version\": 0, \"begins\": [1]}").code())
        .isEqualTo("scanning.PILE_CHANGED");
    assertThat(
            client
                .post(
                    "/piles/" + id + "/cuts",
                    "{\"version\": 1, \"begins\": [1], \"turns\": [\"x\"]}")
                .status())
        .isEqualTo(422);
    var cut = client.post("/piles/" + id + "/letters", "{\"version\": 1}");
    assertThat(cut.<Integer>at("$.letters.length()")).isEqualTo(2);
    String letter = cut.at("$.letters[1].id");
    var offer = client.get("/piles/letters/" + letter);
    assertThat(offer.<String>at("$.place")).isEqualTo("2 / 2");
    assertThat(api.as(stranger).get("/piles/letters/" + letter).status()).isEqualTo(404);
    assertThat(client.post("/piles/" + id + "/reopening", "{\"version\": 2}").status())
        .isEqualTo(200);
    assertThat(client.get("/piles/letters/" + letter).code())
        .isEqualTo("scanning.LETTER_WITHDRAWN");
    assertThat(client.get("/piles").<Integer>at("$.length()")).isEqualTo(1);
  }

  @Test
  void a_word_file_and_an_empty_pile_are_refused_in_words() throws Exception {
    var answer = web.post(signedIn.as(clerk), "/receipts/pile");
    assertThat(answer.getResponse().getStatus()).isEqualTo(422);
    assertThat(answer.getResponse().getContentAsString(UTF_8)).contains("कम से कम एक स्कैन फ़ाइल");
  }
}
