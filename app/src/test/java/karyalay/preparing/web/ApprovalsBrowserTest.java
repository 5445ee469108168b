package karyalay.preparing.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import karyalay.Chromium;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.files.NewNote;
import karyalay.files.Notes;
import karyalay.files.Sheet;
import karyalay.files.Sheets;
import karyalay.preparing.InPreparing;
import karyalay.preparing.PreparedReading;
import karyalay.preparing.State;
import karyalay.shared.PaperId;
import karyalay.signatures.Signers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// «आपकी स्वीकृति हेतु» as the SHO has it, on his telephone too.
@KaryalayTest
class ApprovalsBrowserTest {
  @Autowired Given given;
  @Autowired InPreparing prepared;
  @Autowired PreparedReading reading;
  @Autowired Sheets sheets;
  @Autowired Notes notes;
  @Autowired Signers signers;
  @Autowired SignedIn signedIn;
  @Autowired JdbcClient db;
  @LocalServerPort int port;

  private Chromium chromium;
  private Seat hm;
  private Seat sho;
  private List<PaperId> files = List.of();
  private List<UUID> items = List.of();

  @BeforeEach
  void three_notes_prepared_for_the_sho() {
    var district = given.district();
    var thana = district.thana("सौरिख");
    hm = thana.hm();
    sho = thana.sho();
    signers.registered(sho);
    files = IntStream.range(0, 3).mapToObj(_ -> prepared.file(hm, sho)).toList();
    items =
        files.stream()
            .map(file -> prepared.note(hm, file, "जाँच पूर्ण, आदेशार्थ।", district.co.post()))
            .toList();
    chromium = new Chromium();
  }

  @AfterEach
  void close() {
    chromium.close();
  }

  @Test
  @Holds({"OP-124", "OP-73"})
  void on_a_telephone_many_are_approved_with_one_pin_and_what_has_grown_is_held_back_and_named() {
    Page page = open(360, 740);
    page.navigate(address("/desk"));
    page.locator(".tabs a", new Page.LocatorOptions().setHasText("आपकी स्वीकृति हेतु")).click();
    assertThat(page.locator(".item input:checked")).hasCount(3);
    // Meanwhile the SHO wrote on the third at another machine.
    notes.write(sho.act(), files.get(2), NewNote.plain("पहले वादी को सुना जाए।"));
    page.locator("input[name=pin]").fill(Signers.PIN);
    page.locator(".foot-bar .primary").click();

    assertThat(page.locator(".notice")).hasCount(2);
    assertThat(page.locator(".refusal:not([data-said])")).containsText("नया प्रस्तर");
    assertThat(page.locator(".item.held")).hasCount(1);
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1"))
        .isEqualTo(true);
    for (PaperId file : files.subList(0, 2)) {
      Sheet.Note note = sheets.of(file, sho.scope()).notes().getLast();
      assertThat(note.signature().orElseThrow().valid()).isTrue();
      assertThat(note.nameHi()).contains(sho.pno());
      assertThat(note.prepared().orElseThrow().nameHi()).contains(hm.pno());
    }
    assertThat(acts()).as("each an act of its own").isEqualTo(2);
    assertThat(reading.one(items.get(2), sho.scope()).state()).isEqualTo(State.WAITING);
  }

  @Test
  void a_wrong_pin_approves_nothing_and_says_so() {
    Page page = open(1366, 768);
    page.navigate(address("/approvals"));
    page.locator("input[name=pin]").fill("1111");
    page.keyboard().press("Control+Enter");
    assertThat(page.locator(".refusal:not([data-said])")).isVisible();
    assertThat(reading.waiting(sho.scope())).hasSize(3);
    assertThat(acts()).isZero();
  }

  @Test
  @Holds("OP-124")
  void the_head_moharrir_prepares_in_the_browser_and_the_sho_changes_and_approves_it() {
    PaperId file = prepared.file(hm, sho);
    Page clerk = window(hm, 1366, 768);
    clerk.navigate(address("/files/" + file + "?as=" + hm.mark()));
    clerk.locator(".prepared .begin a").click();
    clerk.locator("textarea[name=text]").focus();
    clerk.locator(".ProseMirror").fill("वाहन चेकिंग की अनुमति चाहें।");
    clerk.keyboard().press("Control+Enter");
    clerk.waitForURL("**/approvals/**");
    assertThat(clerk.locator(".item")).containsText("स्वीकृति की प्रतीक्षा में");

    Page officer = open(1024, 768);
    officer.navigate(address("/files/" + file));
    officer.locator(".prepared a.button").click();
    officer.locator("summary", new Page.LocatorOptions().setHasText("शब्द बदलें")).click();
    officer.locator("textarea[name=text]").focus();
    officer.locator(".ProseMirror").fill("वाहन चेकिंग की अनुमति है।");
    officer.locator("form.preparing button").last().click();
    assertThat(officer.locator(".item")).containsText("वाहन चेकिंग की अनुमति है।");
    assertThat(officer.locator(".item")).containsText("शब्द बदले");
    officer.locator("form.approve input[name=pin]").fill(Signers.PIN);
    officer.locator("form.approve button").click();
    assertThat(officer.locator(".notice")).containsText("स्वीकृत हुआ");
    assertThat(sheets.of(file, sho.scope()).notes().getLast().plain())
        .isEqualTo("वाहन चेकिंग की अनुमति है।");
  }

  private int acts() {
    return db.sql(
            """
            SELECT count(DISTINCT act_id) FROM ledger.entry WHERE person = ? AND act = 'preparing.approved'
            """)
        .param(sho.person().value())
        .query(Integer.class)
        .single();
  }

  private Page open(int width, int height) {
    return window(sho, width, height);
  }

  private Page window(Seat seat, int width, int height) {
    Page page = chromium.window(address(""), signedIn.as(seat));
    page.setViewportSize(width, height);
    return page;
  }

  private String address(String path) {
    return "http://127.0.0.1:" + port + path;
  }
}
