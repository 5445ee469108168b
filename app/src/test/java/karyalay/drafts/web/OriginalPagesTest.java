package karyalay.drafts.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.Pdfs;
import karyalay.SignedIn;
import karyalay.SignedIn.Browser;
import karyalay.Web;
import karyalay.access.Gate;
import karyalay.documents.SampleFiles;
import karyalay.drafts.Approvals;
import karyalay.drafts.InDrafts;
import karyalay.drafts.LetterId;
import karyalay.drafts.Originals;
import karyalay.files.InFiles;
import karyalay.organisation.Calendars;
import karyalay.organisation.Limit;
import karyalay.shared.Ids;
import karyalay.shared.PaperId;
import karyalay.signatures.Validation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Papers that treasury and court want signed in ink: numbered copies, and their scans (OP-142).
@KaryalayTest
class OriginalPagesTest {
  private static final Pattern LETTER = Pattern.compile("/letters/([0-9a-f-]{36})");

  @Autowired Given given;
  @Autowired SignedIn signedIn;
  @Autowired Web web;
  @Autowired InFiles in;
  @Autowired InDrafts drafts;
  @Autowired Approvals approvals;
  @Autowired Originals originals;
  @Autowired Calendars calendars;
  @Autowired Validation validation;

  Given.District district;
  Seat sp;
  Browser browser;
  PaperId file;

  @BeforeEach
  void a_file_of_the_head() {
    district = given.district();
    sp = district.sp;
    browser = signedIn.as(sp);
    file = in.open(sp);
  }

  /// A letter from this template, written out and approved.
  private LetterId approved(String template) {
    MvcTestResult begun =
        web.post(browser, "/papers/" + file + "/letters", "template", template, "nature", "FRESH");
    Matcher address = LETTER.matcher(String.valueOf(begun.getResponse().getHeader("Location")));
    assertThat(address.find()).as(text(begun)).isTrue();
    LetterId letter = LetterId.of(address.group(1));
    drafts.save(
        sp,
        letter,
        it -> it.subject("यात्रा देयक").text("देयक संलग्न है।").to(district.asp.post()));
    approvals.submit(sp.act(), letter, null);
    approvals.approve(sp.act(), letter);
    return letter;
  }

  private LetterId signed(String template) {
    LetterId letter = approved(template);
    drafts.sign(sp, letter);
    return letter;
  }

  private static String text(MvcTestResult answer) {
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  private String page(String path) {
    MvcTestResult answer = web.get(browser, path);
    assertThat(answer).as(path).hasStatusOk();
    return text(answer);
  }

  private MvcTestResult scan(LetterId letter, int copy, String act, byte[]... scans) {
    var request = multipart("/letters/" + letter + "/originals/" + copy + "/scan");
    for (byte[] one : scans) request.file(new MockMultipartFile("files", "scan.pdf", null, one));
    if (scans.length == 0) request.file(new MockMultipartFile("files", "", null, new byte[0]));
    request
        .param("_csrf", browser.csrf())
        .param("as", browser.mark())
        .param("act", act)
        .cookie(new Cookie(Gate.COOKIE, browser.token()));
    return web.raw().perform(request);
  }

  private MvcTestResult scan(LetterId letter, int copy, byte[]... scans) {
    return scan(letter, copy, Ids.next().toString(), scans);
  }

  @Test
  @Holds("OP-142")
  void each_copy_is_numbered_due_in_three_working_days_and_printed_for_ink() {
    LetterId letter = signed("ta-bill-forwarding");
    String path = "/letters/" + letter + "/originals";
    assertThat(web.post(browser, path)).hasStatus(303);
    assertThat(web.post(browser, path)).hasStatus(303);
    assertThat(page(path)).contains("प्रति 1", "प्रति 2").doesNotContain("प्रति 3");
    for (Originals.Copy copy : originals.of(letter))
      assertThat(copy.due())
          .isEqualTo(calendars.due(district.spOffice.id(), copy.at(), Limit.workingDays(3)));

    MvcTestResult answer = web.get(browser, path + "/2.pdf");
    assertThat(answer).hasStatusOk();
    byte[] pdf = answer.getResponse().getContentAsByteArray();
    String number = java.util.Objects.requireNonNull(drafts.read(sp, letter).issue()).number();
    assertThat(Pdfs.squeezed(Pdfs.text(pdf)))
        .contains("मूल", "2", number, "देयक संलग्न है।")
        .doesNotContain("ई-अनुमोदन", "प्रारूप");
    assertThat(validation.check(pdf).signatures()).as("it waits for ink").isEmpty();
    assertThat(Pdfs.archiveFaults(pdf)).isEmpty();
    assertThat(web.get(browser, path + "/3.pdf")).as("never printed").hasStatus(404);
    assertThat(drafts.acts(drafts.paperOf(letter)))
        .filteredOn("drafts.original_printed"::equals)
        .hasSize(2);
  }

  @Test
  @Holds("OP-142")
  void a_copy_is_awaited_until_its_scan_is_back_and_counted_by_its_form() {
    LetterId letter = signed("ta-bill-forwarding");
    assertThat(web.post(browser, "/letters/" + letter + "/originals")).hasStatus(303);
    assertThat(web.post(browser, "/letters/" + letter + "/originals")).hasStatus(303);
    assertThat(page("/originals"))
        .contains("यात्रा देयक")
        .containsPattern("<td class=\"number\">2</td><td class=\"number\">2</td>");

    String act = Ids.next().toString();
    assertThat(scan(letter, 1, act, SampleFiles.pdf(1))).hasStatus(303);
    assertThat(scan(letter, 1, act, SampleFiles.pdf(1))).as("pressed twice").hasStatus(303);
    assertThat(originals.of(letter))
        .extracting(it -> it.returned() != null)
        .containsExactly(true, false);
    assertThat(originals.out(sp.scope()))
        .singleElement()
        .extracting(Originals.Out::copy)
        .isEqualTo(2);
    assertThat(page("/originals"))
        .containsPattern("<td class=\"number\">2</td><td class=\"number\">1</td>");
    assertThat(drafts.acts(drafts.paperOf(letter)))
        .filteredOn("drafts.original_returned"::equals)
        .hasSize(1);

    assertThat(text(scan(letter, 1, SampleFiles.pdf(1)))).contains("पहले ही जमा", "OP-142");
    assertThat(text(scan(letter, 7, SampleFiles.pdf(1)))).contains("मुद्रित ही नहीं", "OP-142");
    assertThat(text(scan(letter, 2))).contains("स्कैन संलग्न करें", "OP-142");
    assertThat(scan(letter, 2, SampleFiles.pdf(1))).hasStatus(303);
    assertThat(originals.out(sp.scope())).isEmpty();
  }

  @Test
  @Holds("OP-142")
  void only_what_is_listed_and_signed_is_printed_as_an_original() {
    LetterId unsigned = approved("ta-bill-forwarding");
    MvcTestResult early = web.post(browser, "/letters/" + unsigned + "/originals");
    assertThat(early).hasStatus(409);
    assertThat(originals.of(unsigned)).isEmpty();
    LetterId ordinary = drafts.signed(sp, district.asp.post());
    MvcTestResult other = web.post(browser, "/letters/" + ordinary + "/originals");
    assertThat(other).hasStatus(422);
    assertThat(text(other)).contains("मूल प्रति वाले प्रपत्रों की सूची में नहीं", "OP-142");
  }

  @Test
  void whoever_may_not_read_the_paper_finds_no_copy_of_it() {
    LetterId letter = signed("ta-bill-forwarding");
    assertThat(web.post(browser, "/letters/" + letter + "/originals")).hasStatus(303);
    Browser stranger = signedIn.as(given.district().thana("अन्यत्र").sho());
    for (String path : List.of("/originals", "/originals/1.pdf"))
      assertThat(web.get(stranger, "/letters/" + letter + path)).as(path).hasStatus(404);
    assertThat(web.post(stranger, "/letters/" + letter + "/originals")).hasStatus(404);
    assertThat(text(web.get(stranger, "/originals"))).doesNotContain("यात्रा देयक");
    assertThat(originals.of(letter)).hasSize(1);
  }
}
