package karyalay.files.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.Web;
import karyalay.desk.Classification;
import karyalay.desk.Movements;
import karyalay.files.FileParts;
import karyalay.files.FileSlips;
import karyalay.files.FlagTarget;
import karyalay.files.Flags;
import karyalay.files.InFiles;
import karyalay.files.NewNote;
import karyalay.files.NoteKind;
import karyalay.files.Notes;
import karyalay.shared.PaperId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// What notes cite, as links that open it.
@KaryalayTest
class CitationPagesTest {
  @Autowired Given given;
  @Autowired InFiles in;
  @Autowired Flags flags;
  @Autowired Notes notes;
  @Autowired FileParts parts;
  @Autowired FileSlips slips;
  @Autowired Movements movements;
  @Autowired SignedIn signedIn;
  @Autowired Web web;

  Given.District district;
  Seat hm;
  Seat sho;
  Seat stranger;
  PaperId file;
  PaperId letter;

  @BeforeEach
  void a_file_with_a_letter_of_three_pages() {
    district = given.district();
    var thana = district.thana("ठठिया");
    hm = thana.hm();
    sho = thana.sho();
    stranger = district.thana("सकरावा").hm();
    file = in.open(hm);
    in.letter(hm, file, 2);
    letter = in.letter(hm, file, 3);
  }

  @Test
  @Holds({"OP-61", "OP-40"})
  void a_note_typed_without_script_links_the_pages_paragraphs_and_flags_that_it_cites() {
    set("A", FlagTarget.PAGE, file, 4);
    write("पहला प्रस्तर।");
    write("प्रस्तर 1 तथा पृष्ठ 5 व [A] देखें; प्रस्तर 99 व पृष्ठ 77 नहीं हैं, [Z] भी नहीं।");

    assertThat(page("/files/" + file))
        .contains("href=\"#para-1\">प्रस्तर 1</a>")
        .contains(leaf(5) + "data-base=\"/papers/" + letter + "\" data-page=\"3\">पृष्ठ 5</a>")
        .contains(leaf(4) + "data-base=\"/papers/" + letter + "\" data-page=\"2\">[A]</a>")
        .doesNotContain(">प्रस्तर 99</a>", ">पृष्ठ 77</a>", ">[Z]</a>")
        .contains("पृष्ठ 77");
  }

  @Test
  @Holds("OP-61")
  void from_the_page_one_finds_its_flags_and_the_paragraphs_that_cite_it() {
    set("A", FlagTarget.PAGE, file, 4);
    write("एक।\n\n[A] के अनुसार।");
    set("A", FlagTarget.PAGE, file, 1);
    write("पृष्ठ 4 पुनः देखें, पृष्ठ 4 ही।");

    String beside = page("/files/" + file + "?leaf=4");
    String mark = beside.replaceAll("(?s).*<li data-turn=\"2\"(.*?)</li>.*", "$1");
    assertThat(mark)
        .contains("aria-current=\"true\"", "href=\"#para-2\">", "href=\"#para-3\">")
        .doesNotContain(">A</a>");
    assertThat(page("/files/" + file + "?leaf=1")).contains("class=\"flag\"", ">A</a>");
    assertThat(page("/files/" + file + "?leaf=5")).contains("<li data-turn=\"2\">");
  }

  @Test
  @Holds({"OP-61", "OP-56"})
  void a_paragraph_outside_the_shown_window_opens_with_its_note() {
    for (int n = 1; n <= 70; n++) write("क्रम " + n + "।");
    write("प्रस्तर 2 के क्रम में।");

    String newest = page("/files/" + file);
    assertThat(newest).contains("/files/" + file + "/paragraphs/2").doesNotContain("id=\"para-2\"");
    String there = location(get("/files/" + file + "/paragraphs/2"));
    assertThat(there).contains("para=2").endsWith("#para-2");
    String old = page("/files/" + file + "?para=2");
    assertThat(old).contains("id=\"para-2\"", "rel=\"next\"").doesNotContain("id=\"para-71\"");
    assertThat(old).contains("leaf=3&amp;para=2");
    assertThat(page("/files/" + file + "?para=71")).contains("id=\"para-71\"", "id=\"write\"");
    assertThat(get("/files/" + file + "/paragraphs/72")).hasStatus(404);
  }

  @Test
  @Holds({"OP-46", "OP-56"})
  void what_stands_in_an_older_volume_is_opened_there() {
    PaperId first = in.open(hm);
    in.letter(hm, first, 160);
    notes.write(hm.act(), first, NewNote.plain("पहले भाग की बात।"));
    PaperId second = parts.openVolume(hm.act(), first);
    notes.write(hm.act(), second, NewNote.plain("प्रस्तर 1 एवं पृष्ठ 12 देखें।"));

    assertThat(page("/files/" + second))
        .contains("/files/" + second + "/paragraphs/1", "/files/" + second + "/pages/12");
    assertThat(location(get("/files/" + second + "/paragraphs/1"))).contains("/files/" + first);
    assertThat(location(get("/files/" + second + "/pages/12")))
        .contains("/files/" + first + "?leaf=12")
        .endsWith("#viewer");
    assertThat(page("/files/" + first + "?leaf=12"))
        .contains("data-turn=\"12\"", "/files/" + first + "/paragraphs/2");
  }

  @Test
  @Holds({"OP-61", "OP-52"})
  void a_flag_or_page_out_of_reach_is_not_shown() {
    PaperId hidden = in.open(hm, Classification.CONFIDENTIAL);
    set("B", FlagTarget.FILE, hidden, 0);
    UUID flag = set("C", FlagTarget.FILE, hidden, 0);
    notes.write(hm.act(), hidden, NewNote.plain("गोपनीय।"));
    write("[B] देखें, [पत्रावली " + in.number(hidden) + "] भी।");
    in.send(hm, file, sho);

    String path = "/files/" + file + "/flags/" + flag;
    assertThat(get(path)).hasStatus(303);
    assertThat(web.get(signedIn.as(stranger), path)).hasStatus(404);
    assertThat(web.get(signedIn.as(stranger), "/files/" + file + "/pages/1")).hasStatus(404);
    assertThat(web.get(signedIn.as(stranger), "/files/" + file + "/paragraphs/1")).hasStatus(404);
    movements.grant(sho.act(), file, stranger.post());
    assertThat(web.get(signedIn.as(stranger), path)).hasStatus(404);
    String number = in.number(hidden);
    assertThat(text(web.get(signedIn.as(stranger), "/files/numbers?number=" + number)))
        .doesNotContain(hidden.toString());
    assertThat(get("/files/numbers?number=" + number)).hasStatus(303);
  }

  @Test
  @Holds({"OP-61", "OP-55"})
  void a_flag_on_a_paragraph_or_note_leads_there_and_a_correction_cites_its_paragraph() {
    write("एक।");
    write("दो।");
    notes.write(hm.act(), file, new NewNote(NoteKind.CORRECTION, "तीन नहीं, दो।", 2, null));
    UUID onParagraph = set("D", FlagTarget.PARAGRAPH, file, 2);
    UUID onNote = set("E", FlagTarget.NOTE, file, 1);

    String sheet = page("/files/" + file);
    assertThat(sheet).contains("para-flag", ">D</a>").contains("class=\"cite\" href=\"#para-2\"");
    assertThat(location(get("/files/" + file + "/flags/" + onParagraph)))
        .contains("para=2")
        .endsWith("#para-2");
    assertThat(location(get("/files/" + file + "/flags/" + onNote)))
        .contains("note=1")
        .endsWith("#n1");
  }

  @Test
  @Holds({"OP-62", "OP-61"})
  void a_page_taken_out_shows_its_slip_in_the_contents_and_in_its_place() {
    UUID flag = set("A", FlagTarget.PAGE, file, 4);
    write("पृष्ठ 4 देखें।");
    slips.takeOut(
        hm.act(), file, 2, "मूल न्यायालय ने माँगा", java.util.Optional.empty(), "न्यायालय");

    assertThat(page("/files/" + file)).contains("slip-line", "मूल न्यायालय ने माँगा", "न्यायालय");
    assertThat(page("/files/" + file + "?leaf=4"))
        .contains("पृष्ठ 4 पत्राचार से निकाला जा चुका है")
        .doesNotContain("data-viewer");
    assertThat(location(get("/files/" + file + "/flags/" + flag))).contains("/papers/" + letter);
  }

  @Test
  @Holds("OP-61")
  void the_button_makes_a_paper_the_puc_with_a_flag_that_its_first_page_bears() {
    assertThat(page("/files/" + file)).contains(">विचाराधीन</a>");
    assertThat(post("consideration", "serial", "2")).hasStatus(303);

    var live = flags.of(file).stream().filter(one -> one.lifted() == null).toList();
    assertThat(live)
        .singleElement()
        .satisfies(flag -> {
          assertThat(flag.label()).isEqualTo("PUC");
          assertThat(flag.cited()).isEqualTo(letter);
          assertThat(flag.place()).isEqualTo(3);
          assertThat(flag.version()).isNotEmpty();
        });
    assertThat(page("/files/" + file)).contains("data-base=\"/papers/" + letter + "\"");
    write("[PUC] के क्रम में।");
    assertThat(page("/files/" + file)).contains(">[PUC]</a>");
    assertThat(post("consideration", "serial", "9")).hasStatus(422);
  }

  @Test
  void a_flag_set_beside_the_page_returns_to_it_and_the_writer_may_cite_it() {
    assertThat(location(post("flags", "label", "", "target", "PAGE", "place", "4", "from", "page")))
        .contains("/files/" + file + "/pages/4");
    assertThat(page("/files/" + file)).contains("<option value=\"A\">", "<option value=\"PUC\">");
  }

  private UUID set(String label, FlagTarget target, PaperId on, int place) {
    return flags.set(hm.act(), file, new Flags.Wanted(label, target, on, place));
  }

  private void write(String words) {
    notes.write(hm.act(), file, NewNote.plain(words));
  }

  private String leaf(int page) {
    return "href=\"/files/" + file + "?leaf=" + page + "&amp;as=" + hm.mark() + "#viewer\" ";
  }

  private MvcTestResult get(String path) {
    return web.get(signedIn.as(hm), path);
  }

  private MvcTestResult post(String resource, String... fields) {
    return web.post(signedIn.as(hm), "/files/" + file + "/" + resource, fields);
  }

  private String page(String path) {
    MvcTestResult answer = get(path);
    assertThat(answer).hasStatusOk();
    return text(answer);
  }

  private static String text(MvcTestResult answer) {
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  private static String location(MvcTestResult answer) {
    assertThat(answer).hasStatus(303);
    return String.valueOf(answer.getResponse().getHeader("Location"));
  }
}
