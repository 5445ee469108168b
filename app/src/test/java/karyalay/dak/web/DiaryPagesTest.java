package karyalay.dak.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.Web;
import karyalay.dak.Arrivals;
import karyalay.dak.Field;
import karyalay.dak.ListFilter;
import karyalay.dak.Pile;
import karyalay.dak.ReceiptLists;
import karyalay.dak.Shape;
import karyalay.dak.Writing;
import karyalay.shared.PaperId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@KaryalayTest
class DiaryPagesTest {
  @Autowired Given given;
  @Autowired SignedIn signedIn;
  @Autowired Web web;
  @Autowired Arrivals arrivals;
  @Autowired ReceiptLists lists;

  Given.District district;
  Given.Thana thana;
  Seat hm;
  SignedIn.Browser browser;

  @BeforeEach
  void at_the_counter() {
    district = given.district();
    thana = district.thana("गुरसहायगंज");
    hm = thana.hm();
    browser = signedIn.as(hm);
  }

  @Test
  void the_form_shows_the_fields_of_its_shape_in_order_and_its_three_buttons() {
    var letter = web.get(browser, "/receipts/new");
    assertThat(letter).hasStatusOk();
    assertThat(text(letter))
        .containsSubsequence(
            "name=\"mode\"",
            "name=\"sender-organisation\"",
            "name=\"letter-number\"",
            "name=\"letter-date\"",
            "name=\"subject\"",
            "name=\"category\"",
            "name=\"to\"",
            "name=\"due\"",
            "name=\"original\"",
            "value=\"send\"",
            "value=\"copy\"",
            "value=\"number\"")
        .contains("Control+Enter", "Control+Shift+Enter", "F8")
        .doesNotContain("name=\"gist\"");
    assertThat(text(web.get(browser, "/receipts/new?shape=PETITION")))
        .containsSubsequence(
            "name=\"sender-name\"",
            "name=\"sender-father\"",
            "name=\"sender-mobile\"",
            "name=\"sender-village\"",
            "name=\"gist\"",
            "name=\"danger\"",
            "name=\"cognizable\"");
    assertThat(text(web.get(browser, "/receipts/new?shape=COVER")))
        .contains("name=\"by-name\"")
        .doesNotContain("name=\"subject\"", "type=\"file\"");
  }

  @Test
  @Holds("OP-22")
  void generate_send_and_copy_are_three_buttons_of_one_form() {
    var generated = letter("then", "number", "subject", "पहला पत्र");
    String first = made(generated);
    assertThat(text(web.get(browser, path(generated))))
        .contains("number-big", arrivals.number(new PaperId(java.util.UUID.fromString(first)), hm));
    assertThat(inbox(hm)).isEqualTo(1);

    letter("then", "send", "to", thana.sho().mark(), "subject", "दूसरा पत्र");
    assertThat(inbox(hm)).isEqualTo(1);
    assertThat(inbox(thana.sho())).isEqualTo(1);

    var copy = letter("then", "copy", "letter-number", "57/वि0प0", "subject", "तीसरा पत्र");
    assertThat(inbox(hm)).isEqualTo(2);
    assertThat(text(web.get(browser, path(copy))))
        .contains("कानपुर परिक्षेत्र", "तीसरा पत्र")
        .doesNotContain("value=\"57/वि0प0\"");
  }

  @Test
  void dates_are_read_as_people_type_them() {
    int year = arrivals.today().getYear();
    String paper = made(letter("then", "number", "letter-date", "१३.०१." + year, "received", "-1"));
    var arrival =
        arrivals.receipt(new PaperId(java.util.UUID.fromString(paper)), hm).particulars().arrival();
    assertThat(arrival.received()).isEqualTo(arrivals.today().minusDays(1));
    assertThat(arrival.letterDate()).isEqualTo(java.time.LocalDate.of(year, 1, 13));
  }

  @Test
  void a_refused_form_says_what_is_wrong_at_each_field_and_keeps_every_word() {
    var refused =
        letter(
            "then", "number",
            "subject", "<script>alert('x')</script>" + "क".repeat(5000),
            "letter-date", "परसों",
            "received", arrivals.today().plusDays(2).toString(),
            "remarks", "fo\"k;% izkFkZuk");
    assertThat(refused).hasStatus(422);
    assertThat(text(refused))
        .contains("“परसों” दिनांक नहीं है", "आगामी दिनांक दर्ज नहीं", "अधिकतम 500 अक्षर")
        .contains("&lt;script&gt;alert(", "k;% izkFkZuk", "value=\"परसों\"")
        .doesNotContain("<script>alert");
    assertThat(inbox(hm)).isZero();
  }

  @Test
  void what_is_missing_is_named_by_its_label() {
    var refused = letter("then", "number", "subject", "", "sender-organisation", "");
    assertThat(refused).hasStatus(422);
    assertThat(text(refused))
        .contains("इनमें से कोई एक भरना अनिवार्य है (OP-20): पदनाम, प्रेषक का नाम, प्रेषक कार्यालय")
        .contains("इसे भरें: विषय");
  }

  @Test
  void the_same_letter_again_shows_the_strip_and_goes_in_only_on_purpose() {
    letter("then", "number", "letter-number", "1188/आ0लि0", "letter-date", "0");
    var again = letter("then", "number", "letter-number", "1188/आ0लि0", "letter-date", "0");
    assertThat(again).hasStatus(422);
    assertThat(text(again)).contains("पर दर्ज है (OP-35)", "name=\"anew\"", "फिर भी नया");
    made(
        letter(
            "then", "number", "letter-number", "1188/आ0लि0", "letter-date", "0", "anew", "true"));
    assertThat(inbox(hm)).isEqualTo(2);
  }

  @Test
  void to_nobody_and_to_a_post_that_is_not_there_nothing_is_sent_or_numbered() {
    assertThat(text(letter("then", "send"))).contains("भेजने हेतु कोई पद नहीं चुना गया");
    assertThat(text(letter("then", "send", "to", "XYZ-000"))).contains("“XYZ-000” नाम का कोई");
    assertThat(inbox(hm)).isZero();
  }

  @Test
  void changing_the_shape_keeps_what_was_typed() {
    var petition =
        web.post(
            browser,
            "/receipts",
            "shape",
            Shape.PETITION.name(),
            "then",
            "shape",
            "sender-village",
            "खड़नी",
            "remarks",
            "टीप बनी रहे");
    assertThat(petition).hasStatusOk();
    assertThat(text(petition)).contains("value=\"खड़नी\"", "टीप बनी रहे", "name=\"gist\"");
  }

  @Test
  void an_unfinished_entry_is_kept_found_again_thrown_away_and_restored() {
    var kept = letter("then", "keep", "subject", "");
    assertThat(kept).hasStatus3xxRedirection();
    String entry = path(kept).replaceAll("\\?.*", "");
    assertThat(text(web.get(browser, entry))).contains("कानपुर परिक्षेत्र");
    assertThat(text(web.get(browser, "/receipts?pile=ENTRIES"))).contains(entry);
    web.post(browser, entry + "/deletion");
    assertThat(text(web.get(browser, "/receipts?pile=BIN"))).contains(entry + "/restoration");
    web.post(browser, entry + "/restoration");
    made(letterTo(entry, "then", "number", "subject", "अब पूरा"));
    assertThat(inbox(hm)).isEqualTo(1);
    assertThat(web.get(signedIn.as(thana.sho()), entry)).hasStatus(404);
  }

  @Test
  void hints_offer_senders_category_and_the_earlier_one() {
    letter("then", "send", "to", thana.sho().mark(), "letter-number", "9/26", "letter-date", "0");
    var hints =
        web.post(
            browser,
            "/receipts/hints",
            "at",
            "sender-organisation",
            "shape",
            "LETTER",
            "mode",
            "by-hand",
            "sender-organisation",
            "परिक्षेत्र",
            "subject",
            "खेत की मेड़ और कब्जा");
    assertThat(hints).hasStatusOk();
    assertThat(text(hints)).contains("कानपुर परिक्षेत्र", "\"category\":\"land-dispute\"");
    var same =
        web.post(
            browser,
            "/receipts/hints",
            "at",
            "letter-number",
            "sender-organisation",
            "कानपुर परिक्षेत्र",
            "category",
            "call-for-report",
            "letter-number",
            "9-26",
            "letter-date",
            "0");
    assertThat(text(same))
        .contains("\"sameLetter\":true", "\"addressee\":\"" + thana.sho().mark() + "\"");
  }

  @Test
  void a_day_by_which_it_is_due_is_typed_and_a_wrong_one_refused_with_a_sentence() {
    String sho = thana.sho().mark();
    var unclear = letter("then", "send", "to", sho, "due", "परसों तक");
    assertThat(unclear).hasStatus(422);
    assertThat(text(unclear)).contains("“परसों तक” दिनांक नहीं है", "value=\"परसों तक\"");
    var past = letter("then", "send", "to", sho, "due", "01-01-2020");
    assertThat(past).hasStatus(422);
    assertThat(inbox(hm)).isZero();
    made(letter("then", "send", "to", sho, "due", "+5"));
    assertThat(inbox(thana.sho())).isEqualTo(1);
  }

  private MvcTestResult letter(String... more) {
    return letterTo("/receipts", more);
  }

  private MvcTestResult letterTo(String path, String... more) {
    var fields = new java.util.LinkedHashMap<String, String>();
    fields.put("shape", "LETTER");
    fields.put("mode", "by-hand");
    fields.put(DiaryForm.name(Field.SENDER_ORGANISATION), "कानपुर परिक्षेत्र");
    fields.put("subject", Writing.letter().subject);
    fields.put("category", "call-for-report");
    for (int i = 0; i < more.length; i += 2) fields.put(more[i], more[i + 1]);
    return web.post(
        browser,
        path,
        fields.entrySet().stream()
            .flatMap(field -> java.util.stream.Stream.of(field.getKey(), field.getValue()))
            .toArray(String[]::new));
  }

  private static String path(MvcTestResult answer) {
    return java.util.Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
  }

  private static String made(MvcTestResult answer) {
    assertThat(answer).hasStatus3xxRedirection();
    return path(answer).replaceAll(".*done=([0-9a-f-]+).*", "$1");
  }

  private int inbox(Seat seat) {
    return lists.page(seat.scope(), ListFilter.of(Pile.INBOX)).size();
  }

  static String text(MvcTestResult answer) {
    try {
      return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
