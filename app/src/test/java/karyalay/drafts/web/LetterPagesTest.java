package karyalay.drafts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import karyalay.Given;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.Pdfs;
import karyalay.SignedIn;
import karyalay.SignedIn.Browser;
import karyalay.Web;
import karyalay.drafts.InDrafts;
import karyalay.drafts.LetterForm;
import karyalay.drafts.LetterId;
import karyalay.drafts.LetterState;
import karyalay.files.InFiles;
import karyalay.shared.Language;
import karyalay.shared.PaperId;
import karyalay.signatures.Signers;
import karyalay.web.Words;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@KaryalayTest
class LetterPagesTest {
  private static final Pattern LETTER = Pattern.compile("/letters/([0-9a-f-]{36})");
  private static final Pattern RUN = Pattern.compile("/signing/runs/([0-9a-f-]{36})");

  @Autowired Given given;
  @Autowired SignedIn signedIn;
  @Autowired Web web;
  @Autowired InFiles in;
  @Autowired InDrafts drafts;
  @Autowired Signers signers;
  @Autowired Words words;

  Given.District district;
  Given.Thana thana;
  Browser sho;
  PaperId file;

  @BeforeEach
  void a_file_on_the_head_s_desk() {
    district = given.district();
    thana = district.thana("सौरिख");
    sho = signedIn.as(thana.sho());
    file = in.open(thana.sho());
  }

  private static String body(MvcTestResult answer) {
    try {
      return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String found(Pattern what, MvcTestResult answer) {
    Matcher address = what.matcher(String.valueOf(answer.getResponse().getHeader("Location")));
    assertThat(address.find()).as(body(answer)).isTrue();
    return address.group(1);
  }

  private LetterId begin(String... fields) {
    return LetterId.of(found(LETTER, web.post(sho, "/papers/" + file + "/letters", fields)));
  }

  private MvcTestResult save(LetterId letter, String path, String... fields) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "revision",
                Integer.toString(drafts.read(thana.sho(), letter).revision()),
                "signatory",
                district.sp.mark()));
    all.addAll(List.of(fields));
    return web.post(sho, "/letters/" + letter + path, all.toArray(String[]::new));
  }

  @Test
  @Holds({"OP-80", "OP-71"})
  void every_form_is_written_by_its_page_and_its_preview_has_the_parts_of_its_form() {
    for (LetterForm form : LetterForm.values()) {
      if (form == LetterForm.GOVERNMENT_ORDER) continue;
      LetterId letter = begin("form", form.code(), "nature", "FRESH");
      var saved =
          save(
              letter,
              "",
              "form",
              form.code(),
              "nature",
              "FRESH",
              "language",
              "hi",
              "subject",
              "गश्त की व्यवस्था",
              "reference",
              "शासन का पत्र",
              "text",
              "रात्रि गश्त नियमित रूप से की जाए।",
              "party",
              district.co.mark(),
              "role",
              "TO",
              "purpose",
              "",
              "party",
              thana.ssi().mark(),
              "role",
              "COPY",
              "purpose",
              "अनुपालनार्थ");
      assertThat(saved).as(form.code()).hasStatus(303);
      var pdf = web.get(sho, "/letters/" + letter + "/letter.pdf");
      assertThat(pdf).hasStatusOk().hasContentType("application/pdf");
      String text = Pdfs.text(pdf.getResponse().getContentAsByteArray());
      assertThat(text)
          .as(form.code())
          .contains(
              "गश्त की व्यवस्था", "रात्रि गश्त नियमित", "क्षेत्राधिकारी", "प्रतिलिपि", "दिनांक");
      boolean titled = form != LetterForm.LETTER && form != LetterForm.DEMI_OFFICIAL_LETTER;
      if (titled) assertThat(text).contains(words.say(Language.HI, form.key()));
    }
  }

  @Test
  @Holds({"OP-68", "OP-73"})
  void a_letter_goes_from_the_file_s_tab_to_its_signature_by_buttons_alone() {
    assertThat(body(web.get(sho, "/files/" + file))).contains("/papers/" + file + "/letters");
    LetterId letter = begin("form", "letter", "nature", "FRESH", "prefix", "सीए-");
    String page = body(web.get(sho, "/letters/" + letter));
    assertThat(page).contains("data-typing", "data-picker=\"/addressees/picker");
    var submitted =
        web.post(
            sho,
            "/letters/" + letter + "/submission",
            "revision",
            "1",
            "form",
            "letter",
            "nature",
            "FRESH",
            "language",
            "hi",
            "prefix",
            "सीए-",
            "subject",
            "आख्या के सम्बन्ध में",
            "text",
            "आख्या दें।",
            "party",
            district.co.mark(),
            "role",
            "TO");
    assertThat(submitted).hasStatus(303);
    assertThat(web.post(sho, "/letters/" + letter + "/approval")).hasStatus(303);

    signers.registered(thana.sho());
    String list = body(web.get(sho, "/signing"));
    assertThat(list).contains(letter.toString(), "name=\"pin\"");
    assertThat(web.post(sho, "/signing", "letters", letter.toString(), "pin", "9999"))
        .hasStatus(422);
    assertThat(drafts.read(thana.sho(), letter).state()).isEqualTo(LetterState.APPROVED);
    String run =
        found(RUN, web.post(sho, "/signing", "letters", letter.toString(), "pin", Signers.PIN));
    waitFor(run);

    var seen = drafts.read(thana.sho(), letter);
    assertThat(seen.state()).isEqualTo(LetterState.SIGNED);
    assertThat(body(web.get(sho, "/signing/runs/" + run))).contains("सीए-1/");
    assertThat(body(web.get(sho, "/letters/" + letter))).contains("सीए-1/");
    assertThat(web.get(sho, "/letters/" + letter + "/pages/1")).hasStatusOk();
  }

  private void waitFor(String run) {
    for (int i = 0; i < 100; i++) {
      var answer = web.get(sho, "/signing/runs/" + run);
      if (answer.getResponse().getHeader("Refresh") == null) return;
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    throw new AssertionError("the run does not end");
  }

  @Test
  @Holds("OP-67")
  void the_difference_of_two_versions_is_struck_and_underlined_with_a_word_beside_the_colour() {
    LetterId letter = drafts.written(thana.hm(), district.co.post());
    drafts.save(thana.hm(), letter, it -> it.text("तीन दिवस में आख्या दें।"));
    drafts.forward(thana.hm(), letter, thana.sho());
    drafts.save(thana.sho(), letter, it -> it.text("सात दिवस में आख्या दें।"));
    String page = body(web.get(sho, "/letters/" + letter + "/differences"));
    assertThat(page)
        .contains("<del>", "हटाया गया: </span>तीन</del>", "जोड़ा गया: </span>सात</ins>");
  }

  @Test
  void a_script_in_the_subject_is_shown_and_never_run() {
    String script = "<script>alert(1)</script>";
    LetterId letter = begin("form", "letter", "nature", "FRESH", "subject", script);
    assertThat(body(web.get(sho, "/letters/" + letter)))
        .doesNotContain(script)
        .contains("&lt;script&gt;");
    assertThat(body(web.get(sho, "/letters"))).doesNotContain(script);
    var pdf = web.get(sho, "/letters/" + letter + "/letter.pdf");
    assertThat(Pdfs.text(pdf.getResponse().getContentAsByteArray())).contains("alert(1)");
  }

  @Test
  @Holds("OP-67")
  void who_saves_upon_another_s_words_is_told_and_keeps_his_own_before_him() {
    LetterId letter = begin("form", "letter", "nature", "FRESH");
    String[] fields = {
      "revision", "1", "form", "letter", "nature", "FRESH", "subject", "विषय", "text", "पहला"
    };
    assertThat(web.post(sho, "/letters/" + letter, fields)).hasStatus(303);
    fields[9] = "दूसरे का पाठ";
    var refused = web.post(sho, "/letters/" + letter, fields);
    assertThat(refused).hasStatus(409);
    assertThat(body(refused)).contains("दूसरे का पाठ", "OP-67");
  }

  @Test
  @Holds("OP-66")
  void an_office_changes_a_template_and_an_unknown_field_in_it_is_refused() {
    String[] fields = {
      "hindi",
      "परिपत्र नमूना",
      "english",
      "Circular",
      "form",
      "letter",
      "nature",
      "FRESH",
      "language",
      "hi",
      "subject",
      "{{subject}}",
      "text",
      "{{nobody-knows}} के सम्बन्ध में"
    };
    var refused = web.post(sho, "/templates/letter", fields);
    assertThat(refused).hasStatus(422);
    assertThat(body(refused)).contains("nobody-knows");
    fields[13] = "{{file-number}} के सम्बन्ध में अवगत कराया जाता है।";
    assertThat(web.post(sho, "/templates/letter", fields)).hasStatus(303);
    LetterId letter = begin("template", "letter", "form", "letter", "nature", "FRESH");
    assertThat(drafts.read(thana.sho(), letter).words().body().plain()).contains(in.number(file));
    assertThat(body(web.get(sho, "/templates/letter"))).contains("परिपत्र नमूना");
    Browser other = signedIn.as(district.thana("तालग्राम").sho());
    assertThat(body(web.get(other, "/templates/letter"))).doesNotContain("परिपत्र नमूना");
  }

  @Test
  void every_template_that_ships_is_read_and_makes_pages() {
    String list = body(web.get(sho, "/templates"));
    var codes =
        Pattern.compile("href=\"/templates/([a-z0-9-]+)[?\"]")
            .matcher(list)
            .results()
            .map(hit -> hit.group(1))
            .filter(code -> !code.equals("new"))
            .distinct()
            .toList();
    assertThat(codes).hasSizeGreaterThan(20);
    for (String code : codes) {
      var pdf = web.get(sho, "/templates/" + code + "/sample.pdf");
      assertThat(pdf).as(code).hasStatusOk();
      assertThat(Pdfs.text(pdf.getResponse().getContentAsByteArray()))
          .as(code)
          .isNotBlank()
          .doesNotContain("⟦", "{{");
    }
  }

  @Test
  void a_letter_out_of_reach_is_not_there_by_any_of_its_addresses() {
    LetterId letter = begin("form", "letter", "nature", "FRESH");
    Browser stranger = signedIn.as(district.thana("तालग्राम").sho());
    for (String path : List.of("", "/letter.pdf", "/differences", "/pages/1", "/originals"))
      assertThat(web.get(stranger, "/letters/" + letter + path)).as(path).hasStatus(404);
    for (String path : List.of("", "/submission", "/approval", "/cancellation", "/withdrawal"))
      assertThat(web.post(stranger, "/letters/" + letter + path, "form", "letter", "reason", "x"))
          .as(path)
          .hasStatus(404);
  }
}
