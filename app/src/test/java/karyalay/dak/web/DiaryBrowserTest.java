package karyalay.dak.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import karyalay.Chromium;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.dak.Arrivals;
import karyalay.dak.ListFilter;
import karyalay.dak.Pile;
import karyalay.dak.ReceiptLists;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The diary form in a real browser: it saves itself, offers, and sends by keys.
@KaryalayTest
class DiaryBrowserTest {
  @Autowired Given given;
  @Autowired SignedIn signedIn;
  @Autowired Arrivals arrivals;
  @Autowired ReceiptLists lists;

  @LocalServerPort int port;

  private Chromium chromium;
  private Page page;
  private Seat hm;
  private Seat sho;
  private String form;

  @BeforeEach
  void open() {
    var thana = given.district().thana("डायरी");
    hm = thana.hm();
    sho = thana.sho();
    String address = "http://localhost:" + port;
    form = address + "/receipts/new?as=" + hm.mark();
    chromium = new Chromium();
    page = chromium.window(address, signedIn.as(hm));
    page.navigate(form);
  }

  @AfterEach
  void close() {
    chromium.close();
  }

  private Locator field(String name) {
    return page.locator("form[data-diary] [name='" + name + "']");
  }

  private void letter(String number) {
    page.locator("form[data-diary] label:has([name=mode][value=by-hand])").click();
    field("sender-organisation").fill("कानपुर परिक्षेत्र");
    field("letter-number").fill(number);
    field("letter-date").fill("0");
    field("subject").fill("खेत की मेड़ का विवाद");
    field("category").selectOption("call-for-report");
  }

  private int inbox(Seat seat) {
    return lists.page(seat.scope(), ListFilter.of(Pile.INBOX)).size();
  }

  @Test
  void what_was_typed_is_there_again_after_the_page_was_closed() {
    letter("71/26");
    assertThat(page.locator("[data-saved]")).containsText("सहेजा");
    page.navigate(page.url().replaceAll("/receipts.*", "/desk?as=" + hm.mark()));
    page.navigate(form);
    assertThat(field("letter-number")).hasValue("71/26");
    assertThat(field("subject")).hasValue("खेत की मेड़ का विवाद");
    assertThat(field("category")).hasValue("call-for-report");

    page.locator("button[form=discard-draft]").click();
    assertThat(field("letter-number")).hasValue("");
  }

  @Test
  @Holds("OP-22")
  void ctrl_enter_numbers_and_sends_with_the_due_day_typed_and_pressing_twice_makes_one() {
    letter("72/26");
    field("to").fill(sho.mark());
    field("due").fill("+4");
    field("due").press("Control+Enter");
    field("due").press("Control+Enter");
    page.waitForURL(Pattern.compile(".*done=.*"));
    assertThat(page.locator(".number-big")).isVisible();
    assertThat(inbox(sho)).isEqualTo(1);
    assertThat(inbox(hm)).isZero();
    assertThat(field("letter-number")).hasValue("");
  }

  @Test
  @Holds("OP-35")
  void the_same_letter_is_hinted_at_while_it_is_typed() {
    letter("73/26");
    page.locator("button[value=number]").click();
    page.waitForURL(Pattern.compile(".*done=.*"));
    letter("73-26");
    assertThat(page.locator("[data-earlier] a"))
        .hasAttribute("href", Pattern.compile("/receipts/.*"));
  }
}
