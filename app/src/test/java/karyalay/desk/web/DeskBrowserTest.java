package karyalay.desk.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import karyalay.Chromium;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.desk.OnDesks;
import karyalay.desk.Reading;
import karyalay.shared.PaperId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The desk in a real browser: keys, type-ahead, and forms that lose nothing.
@KaryalayTest
class DeskBrowserTest {
  @Autowired Given given;
  @Autowired SignedIn signedIn;
  @Autowired OnDesks desks;
  @Autowired Reading reading;

  @LocalServerPort int port;

  private Chromium chromium;
  private Page page;
  private Given.District district;
  private Seat sho;
  private PaperId first;
  private PaperId second;

  @BeforeEach
  void open() {
    district = given.district();
    sho = district.thana("थाना कुंजी").sho();
    first = desks.paper(sho);
    second = desks.paper(sho);
    chromium = new Chromium();
    String address = "http://localhost:" + port;
    page = chromium.window(address, signedIn.as(sho));
    page.navigate(address + "/desk?as=" + sho.mark());
  }

  @AfterEach
  void close() {
    chromium.close();
  }

  private Locator row(int n) {
    return page.locator("[data-row]").nth(n);
  }

  private Locator bar() {
    return page.locator("[data-ticked]");
  }

  private void press(String code, String key) {
    page.evaluate(
        "([code, key]) => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {code,"
            + " key, bubbles: true, cancelable: true}))",
        new String[] {code, key});
  }

  @Test
  @Holds("OP-134")
  void keys_are_read_by_their_place_so_that_an_inscript_layout_moves_the_rows_too() {
    press("KeyJ", "र");
    press("KeyJ", "र");
    assertThat(row(1)).hasClass(Pattern.compile(".*cursor.*"));
    press("KeyK", "क");
    assertThat(row(0)).hasClass(Pattern.compile(".*cursor.*"));
    assertThat(bar()).isHidden();
    page.keyboard().press("Space");
    assertThat(row(0).locator("input")).isChecked();
    assertThat(bar()).isVisible();
  }

  @Test
  @Holds("OP-134")
  void the_keys_of_a_page_are_listed_have_buttons_and_stay_off_when_switched_off() {
    page.keyboard().press("Shift+Slash");
    Locator sheet = page.getByRole(AriaRole.DIALOG);
    assertThat(sheet).containsText("अगली पंक्ति");
    sheet.locator("button.quiet").click();
    assertThat(sheet).hasCount(0);
    page.reload();
    press("KeyJ", "j");
    assertThat(page.locator(".cursor")).hasCount(0);
    page.locator(".head > .menu:not(.post) summary").click();
    page.locator("[data-keys-sheet]").click();
    sheet.locator("button.quiet").click();
    press("KeyJ", "j");
    assertThat(page.locator(".cursor")).hasCount(1);
  }

  @Test
  @Holds("OP-7")
  void a_post_is_found_by_typing_in_either_script_and_a_ticked_paper_marked_to_it() {
    row(0).locator("input").check();
    row(1).locator("input").check();
    Locator field = page.locator("main input[name=to]");
    field.pressSequentially("क्षेत्राधि");
    assertThat(page.locator(".options [aria-selected=true]")).containsText(district.co.mark());
    field.press("Enter");
    assertThat(field).hasValue(Pattern.compile(district.co.mark() + " · .*"));
    page.locator("[data-key=KeyM]").click();
    assertThat(page.locator(".notice")).hasCount(2);
    assertThat(page.locator("[data-row]")).hasCount(0);
    assertHeldByCo(first, second);
  }

  private void assertHeldByCo(PaperId... papers) {
    for (PaperId paper : papers)
      assertThat(reading.card(paper, district.co.scope()).paper().heldBy(district.co.post()))
          .isTrue();
  }

  @Test
  void a_lost_line_loses_nothing_and_the_same_button_sends_once() {
    row(0).locator("input").check();
    page.locator("main input[name=to]").fill(district.co.mark());
    page.locator("main input[name=remark]").fill("मौके पर जाएँ");
    String act = page.locator(".tray-form input[name=act]").inputValue();
    page.route("**/desk/markings", Route::abort);
    page.locator("[data-key=KeyM]").click();
    assertThat(page.locator(".refusal[role=alert]")).containsText("नेट टूट");
    assertThat(page.locator("main input[name=remark]")).hasValue("मौके पर जाएँ");
    assertThat(page.locator(".tray-form input[name=act]").inputValue()).isEqualTo(act);

    page.unroute("**/desk/markings");
    page.locator("[data-key=KeyM]").click();
    assertThat(page.locator(".notice")).hasCount(1);
    assertThat(page.locator("[data-row]")).hasCount(1);
  }

  @Test
  void a_refusal_is_a_sentence_beside_the_form_and_what_was_typed_stays() {
    row(0).locator("input").check();
    page.locator("main input[name=to]").fill("नहीं-है");
    page.locator("main input[name=remark]").fill("शीघ्र");
    page.locator("[data-key=KeyM]").click();
    assertThat(page.locator("[role=alert]")).containsText("OP-7");
    assertThat(page.locator("main input[name=remark]")).hasValue("शीघ्र");
    assertThat(page.url()).endsWith("/desk?as=" + sho.mark());
  }

  @Test
  void an_ended_session_keeps_the_form_until_somebody_has_signed_in_elsewhere() {
    row(0).locator("input").check();
    page.locator("main input[name=to]").fill(district.co.mark());
    page.context().clearCookies();
    page.locator("[data-key=KeyM]").click();
    assertThat(page.locator("[role=alert] a[target=_blank]")).isVisible();

    String address = "http://localhost:" + port;
    page.context()
        .addCookies(
            java.util.List.of(
                new com.microsoft.playwright.options.Cookie(
                        karyalay.access.Gate.COOKIE, signedIn.as(sho).token())
                    .setUrl(address)));
    page.locator("[data-key=KeyM]").click();
    assertThat(page.locator(".notice")).hasCount(1);
  }
}
