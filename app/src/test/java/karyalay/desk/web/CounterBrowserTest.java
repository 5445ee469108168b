package karyalay.desk.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import karyalay.Chromium;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.dak.Arrivals;
import karyalay.shared.Capacity;
import karyalay.shared.PaperId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Two clerks at one dak counter, each before his own screen.
@KaryalayTest
class CounterBrowserTest {
  @Autowired Given given;
  @Autowired SignedIn signedIn;
  @Autowired Arrivals arrivals;
  @LocalServerPort int port;

  private Chromium chromium;
  private Seat hm;
  private Seat cm;
  private PaperId first;
  private PaperId second;

  @BeforeEach
  void a_counter_with_two_clerks_and_two_letters() {
    var district = given.district();
    var thana = district.thana("सौरिख");
    hm = thana.hmAtCounter();
    Seat constable = district.seat(thana.office(), "CM", "आरक्षी मोहर्रिर", 15);
    cm = district.charge(constable, thana.counter(), Capacity.MEMBER);
    first = arrivals.electronic(hm);
    second = arrivals.electronic(hm);
    chromium = new Chromium();
  }

  @AfterEach
  void close() {
    chromium.close();
  }

  @Test
  @Holds({"OP-123", "B-41"})
  void one_takes_a_letter_by_key_and_the_other_reads_it_and_takes_it_over_on_purpose() {
    Page one = open(hm, "/desk?as=" + hm.mark());
    Page two = open(cm, "/desk?as=" + cm.mark());

    row(one, first).locator("input[type=checkbox]").check();
    one.keyboard().press("l");
    assertThat(row(one, first)).containsText("आपने लिया");
    assertThat(row(one, second)).not().containsText("लिया");

    // The other's screen is as it was: he ticks both and presses too.
    row(two, first).locator("input[type=checkbox]").check();
    row(two, second).locator("input[type=checkbox]").check();
    two.locator("button[formaction='/desk/claims']").click();
    assertThat(two.locator(".refusal:not([data-said])")).containsText(hm.pno());
    assertThat(two.locator(".notice")).hasCount(1);
    assertThat(row(two, second)).containsText("आपने लिया");
    assertThat(row(two, first)).containsText("लिया: परीक्षण नमूना " + hm.pno());

    two.locator(".whose a").nth(1).click();
    assertThat(two.locator(".tray tbody tr")).hasCount(1);
    two.locator(".whose a").nth(2).click();
    assertThat(two.locator(".tray tbody tr")).hasCount(0);

    two.navigate(address("/receipts/" + first + "?as=" + cm.mark()));
    assertThat(two.locator(".claim")).containsText(hm.pno());
    two.locator(".claim input[name=reason]").fill("हे0मो0 न्यायालय गए हैं");
    two.locator(".claim button").click();
    assertThat(two.locator(".claim")).containsText("आपके नाम");
    two.navigate(address("/papers/" + first + "/trail?as=" + cm.mark()));
    assertThat(two.locator(".trail .beside").last()).containsText("हे0मो0 न्यायालय गए हैं");
    assertThat(two.locator(".trail .beside").last()).containsText(cm.pno());
  }

  @Test
  @Holds("OP-123")
  void the_clerk_goes_between_his_own_desk_and_the_counter_by_tabs() {
    Page page = open(hm, "/desk?as=" + hm.mark());
    page.locator(".tabs a", new Page.LocatorOptions().setHasText("मेरी मेज")).click();
    page.locator(".tabs a", new Page.LocatorOptions().setHasText("पटल")).click();
    assertThat(page.locator(".tray tbody tr")).hasCount(2);
    assertThat(page.locator(".tabs a[aria-current=true]")).hasText("पटल");
  }

  private Page open(Seat seat, String path) {
    Page page = chromium.window(address(""), signedIn.as(seat));
    page.navigate(address(path));
    return page;
  }

  private static Locator row(Page page, PaperId paper) {
    return page.locator("tr:has(a[href*='" + paper + "'])");
  }

  private String address(String path) {
    return "http://127.0.0.1:" + port + path;
  }
}
