package karyalay.days;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import karyalay.Chromium;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.dak.Arrivals;
import karyalay.dak.Writing;
import karyalay.desk.Reading;
import karyalay.shared.PaperId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Forty morning letters, diarised and waiting to be marked by the head clerk (OP-130).
@KaryalayTest
@Tag("slow")
class MarkingMorningTest {
  private static final int MOST_SECONDS = 300;

  @Autowired Given given;
  @Autowired SignedIn signedIn;
  @Autowired Arrivals arrivals;
  @Autowired Reading reading;
  @LocalServerPort int port;

  private Given.Thana thana;
  private Seat hm;
  private Chromium chromium;
  private Page page;
  private Hands hands;
  private final List<PaperId> letters = new ArrayList<>();

  @BeforeEach
  void forty_letters() {
    thana = given.district().thana("थाना मार्क");
    hm = thana.hm();
    for (int i = 0; i < 40; i++)
      letters.add(
          arrivals.diarise(
              hm,
              Writing.letter()
                  .with(w -> {
                    w.received = arrivals.today();
                    w.letterNumber = UUID.randomUUID().toString();
                  })));
    chromium = new Chromium();
    page = chromium.window("http://localhost:" + port, signedIn.as(hm));
    page.setViewportSize(1024, 768);
    page.navigate("http://localhost:" + port + "/desk?as=" + hm.mark());
    hands = new Hands(page);
  }

  @AfterEach
  void close() {
    chromium.close();
  }

  private void mark(int many, String typed, int left) {
    for (int i = 0; i < many; i++) hands.reads(5).press("Space");
    hands.press("Digit9");
    assertThat(page.locator("[data-order-form] input[name=to]")).isFocused();
    hands.type(typed);
    assertThat(page.locator(".order-bar .options [aria-selected=true]"))
        .containsText(Pattern.compile("^" + typed));
    hands.press("Enter").press("Enter");
    assertThat(page.locator(".tray-form [data-row]")).hasCount(left);
  }

  @Test
  @Holds("OP-130")
  void forty_morning_letters_are_marked_within_five_minutes() throws IOException {
    hands.press("KeyJ");
    mark(14, "SI-", 26);
    mark(13, "SSI", 13);
    mark(13, "SHO", 0);

    for (int i = 0; i < 40; i++) {
      Seat to = i < 14 ? thana.si() : i < 27 ? thana.ssi() : thana.sho();
      assertThat(reading.card(letters.get(i), to.scope()).paper().heldBy(to.post())).isTrue();
    }
    DayFigures.put("Head clerk: forty morning letters marked to three officers", 40, hands);
    assertThat(hands.person()).as("seconds by the model").isLessThanOrEqualTo(MOST_SECONDS);
  }
}
