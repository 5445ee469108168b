package karyalay.desk.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import karyalay.Chromium;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.desk.Attachments;
import karyalay.desk.OnDesks;
import karyalay.desk.Reading;
import karyalay.desk.Viewer;
import karyalay.documents.SampleFiles;
import karyalay.ledger.Ledger;
import karyalay.shared.Caller;
import karyalay.shared.Language;
import karyalay.shared.OfficeId;
import karyalay.shared.PaperId;
import karyalay.shared.Typing;
import karyalay.web.Assets;
import karyalay.web.Page;
import karyalay.web.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The viewer and the upload field in a real browser, under the program's own content policy.
@KaryalayTest
class ViewerBrowserTest {
  private static final int PAGES = 30;
  private static final String POLICY =
      "default-src 'self'; img-src 'self' data: blob:; style-src 'self'; script-src 'self'";

  @Autowired Given given;
  @Autowired SignedIn signedIn;
  @Autowired OnDesks desks;
  @Autowired Attachments attachments;
  @Autowired Reading reading;
  @Autowired Ledger ledger;
  @Autowired Words words;
  @Autowired Assets assets;

  @LocalServerPort int port;

  private static Chromium chromium;
  private com.microsoft.playwright.Page page;
  private Seat clerk;
  private PaperId paper;
  private Page shell;

  @BeforeEach
  void open() {
    clerk = given.district().thana("थाना दर्शक").hm();
    paper = scan();
    var session = signedIn.as(clerk);
    shell = shell(session.csrf());
    page = chromium.window("http://localhost:" + port, session);
  }

  @AfterEach
  void close() {
    page.context().close();
  }

  @BeforeAll
  static void start() {
    chromium = new Chromium();
  }

  @AfterAll
  static void end() {
    chromium.close();
  }

  private PaperId scan() {
    PaperId made = desks.paper(clerk);
    var content = reading.card(made, clerk.scope()).paper().content();
    var upload =
        attachments.receive(
            clerk.person(), new ByteArrayInputStream(SampleFiles.pdf(PAGES)), "petition.pdf");
    var act = clerk.act();
    desks.inAct(() -> ledger.append(act, attachments.attach(act, content, List.of(upload.id()))));
    return made;
  }

  private Page shell(String csrf) {
    var office = OfficeId.next();
    var chair =
        new Caller.Chair(
            clerk.post(), clerk.mark(), "", "", office, "", "", office, clerk.capacity());
    var caller =
        new Caller(
            clerk.person(), clerk.pno(), "", "", Language.HI, Typing.OWN, Set.of(), csrf, chair);
    return new Page(words, assets, Language.HI, caller, "/shown", List.of());
  }

  private void show(String template, Map<String, Object> parameters, String more) {
    var out = new StringOutput();
    TemplateEngine.createPrecompiled(ContentType.Html).render(template, parameters, out);
    page.route(
        Pattern.compile(".*/shown.*"),
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("text/html;charset=UTF-8")
                    .setHeaders(Map.of("Content-Security-Policy", POLICY))
                    .setBody(
                        "<!DOCTYPE html><html lang=\"hi\"><body>"
                            + out
                            + more
                            + "</body></html>")));
    page.navigate("http://localhost:" + port + "/shown?tab=letters");
  }

  private void view(int current) {
    var content = reading.card(paper, clerk.scope()).paper().content();
    var viewer = Viewer.of(shell, "/shown?tab=letters", paper, attachments.of(content), current);
    String flag =
        "<textarea></textarea><a id=\"flag\" href=\"/shown?page=12\" data-base=\"/papers/"
            + paper
            + "\" data-page=\"12\">flag</a>";
    show("desk/viewer.jte", Map.of("viewer", viewer), flag);
  }

  private Locator image(int n) {
    return page.locator("[data-sheet] img[src*='/pages/" + n + "?']");
  }

  private void assertShown(int n) {
    assertThat(image(n)).isVisible();
    assertThat(page.locator("[data-goto]")).hasValue(Integer.toString(n));
    page.waitForFunction(
        "() => document.querySelector('[data-image]').naturalWidth > 1000"
            + " && !document.querySelector('[data-sheet]').hasAttribute('aria-busy')");
    assertThat(page.url()).contains("tab=letters");
  }

  private @Nullable Object evaluate(String script) {
    return page.evaluate(script);
  }

  @Test
  void pages_are_turned_by_button_by_key_by_number_and_by_thumbnail() {
    view(3);
    assertShown(3);
    page.locator("[data-do=next]").click();
    assertShown(4);
    page.locator("[data-sheet]").focus();
    page.keyboard().press("ArrowLeft");
    assertShown(3);
    page.keyboard().press("End");
    assertShown(PAGES);
    page.locator("[data-goto]").fill("9");
    page.locator("[data-goto]").press("Enter");
    assertShown(9);
    assertThat(page.locator("[data-strip] a")).hasCount(PAGES);
    page.locator("[data-strip] a[data-to='10']").click();
    assertShown(10);
    assertThat(page.url()).contains("page=10");
  }

  @Test
  void a_flag_in_a_note_opens_the_cited_page_in_place() {
    view(1);
    assertShown(1);
    page.locator("#flag").click();
    assertShown(12);
  }

  @Test
  void keys_go_by_their_place_and_leave_typing_alone() {
    view(2);
    assertShown(2);
    // What the key of R gives with an Inscript layout.
    evaluate(
        "() => document.querySelector('[data-sheet]').dispatchEvent(new KeyboardEvent('keydown',"
            + " {code: 'KeyR', key: 'ी', bubbles: true}))");
    assertThat(page.locator("[data-image]"))
        .hasAttribute("style", Pattern.compile(".*rotate\\(90deg\\).*"));
    page.locator("textarea").press("ArrowRight");
    page.locator("[data-goto]").press("ArrowLeft");
    assertThat(image(2)).isVisible();
  }

  @Test
  void a_closer_look_fetches_the_finer_picture() {
    view(1);
    assertShown(1);
    for (int i = 0; i < 5; i++) page.locator("[data-do=larger]").click();
    assertThat(page.locator("[data-image][src*='large=true']")).isVisible();
    page.locator("[data-do=whole]").click();
    double sheet = page.locator("[data-sheet]").boundingBox().height;
    assertThat(page.locator("[data-image]").boundingBox().height).isLessThanOrEqualTo(sheet);
  }

  @Test
  void a_page_that_cannot_be_had_is_said_in_a_sentence() {
    page.route(
        Pattern.compile(".*/pages/5.*"),
        route -> route.fulfill(new Route.FulfillOptions().setStatus(422)));
    view(4);
    assertShown(4);
    page.locator("[data-do=next]").click();
    assertThat(page.locator("[data-fault]")).isVisible();
    page.locator("[data-do=next]").click();
    assertShown(6);
    assertThat(page.locator("[data-fault]")).isHidden();
  }

  @Test
  void what_was_just_chosen_is_leafed_through_beside_the_diary_form() {
    page.navigate("http://localhost:" + port + "/receipts/new?as=" + clerk.mark());
    String address = page.url();
    page.locator("[data-uploads] input[type=file]")
        .setInputFiles(new FilePayload("petition.pdf", "application/pdf", SampleFiles.pdf(4)));
    Locator viewer = page.locator(".scan [data-viewer]");
    assertThat(viewer.locator("[data-image][src*='/pages/1?']")).isVisible();
    viewer.locator("[data-goto]").fill("3");
    viewer.locator("[data-goto]").press("Enter");
    assertThat(viewer.locator("[data-image][src*='/pages/3?']")).isVisible();
    viewer.locator("[data-do=next]").click();
    assertThat(viewer.locator("[data-image][src*='/pages/4?']")).isVisible();
    assertThat(page.url()).isEqualTo(address);
  }

  @Test
  void files_are_sent_as_they_are_chosen_and_refusals_stay_beside_them() {
    show("desk/upload_field.jte", Map.of("page", shell, "uploads", List.of()), "");
    page.locator("input[type=file]")
        .setInputFiles(
            new FilePayload[] {
              new FilePayload("प्रार्थना पत्र.pdf", "application/pdf", SampleFiles.pdf(2)),
              new FilePayload(
                  "page.pdf",
                  "application/pdf",
                  "<html>".getBytes(java.nio.charset.StandardCharsets.UTF_8))
            });
    assertThat(page.locator("li.upload .upload-name")).hasText("प्रार्थना पत्र.pdf");
    assertThat(page.locator(".upload-progress .refusal")).containsText("PDF, JPEG");
    page.locator("[data-upload-remove]").click();
    assertThat(page.locator("li.upload")).hasCount(0);
  }
}
