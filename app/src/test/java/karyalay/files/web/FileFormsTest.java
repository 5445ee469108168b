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
import karyalay.desk.OnDesks;
import karyalay.desk.Reading;
import karyalay.files.InFiles;
import karyalay.files.NewNote;
import karyalay.files.NoteKind;
import karyalay.files.Notes;
import karyalay.files.Related;
import karyalay.files.Sheets;
import karyalay.shared.Ids;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// The forms of a file: what is refused is said by its rule beside what was typed.
@KaryalayTest
class FileFormsTest {
  @Autowired Given given;
  @Autowired SignedIn signedIn;
  @Autowired Web web;
  @Autowired InFiles in;
  @Autowired OnDesks desks;
  @Autowired Notes notes;
  @Autowired Sheets sheets;
  @Autowired Related related;
  @Autowired Reading reading;
  @Autowired OfficeTime time;

  Given.District district;
  Given.Thana thana;
  Seat hm;
  Seat sho;
  PaperId file;
  String path = "";

  @BeforeEach
  void a_file_on_a_desk() {
    district = given.district();
    thana = district.thana("तिर्वा");
    hm = thana.hm();
    sho = thana.sho();
    file = in.open(hm, "मूल/1", Classification.NORMAL);
    in.open(hm, "अन्य/2", Classification.NORMAL);
    path = "/files/" + file;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "parking        | until=+3                     | कारण     ",
        "parking        | reason=प्रतीक्षा में           | OP-42    ",
        "parking        | reason=प्रतीक्षा में&until=-1  | बीत चुकी ",
        "parking        | reason=प्रतीक्षा में&until=कल  | कब तक    ",
        "closure        | reason=निस्तारित&recordClass=c | OP-43    ",
        "reopening      | reason=नया तथ्य               | OP-43    ",
        "cover          | subject=&remarks=मेरी टीप      | OP-38    ",
        "consideration  | serial=9                     | OP-61    ",
        "parts          | reason=मुख्य यहीं है          | OP-45    ",
        "volumes        | x=y                          | OP-46    ",
        "links          | other=नहीं/9                  | नहीं/9     ",
        "links          | other=मूल/1                  | OP-47    ",
        "links          | other=अन्य/2&bundle=अलमारी    | OP-63    ",
        "attachments    | other=मूल/1                  | OP-47    ",
        "merging        | reason=एक विषय               | OP-62    ",
        "slips          | serial=4&reason=भूल&place=लाइन | OP-62    ",
        "slips          | serial=1&reason=भूल           | OP-62    ",
        "flags          | target=PAGE&place=77         | OP-61    ",
        "flags          | target=FILE&label=ब्ब          | OP-61    ",
        "flag-removals  | label=Z                      | OP-61    ",
        "consultations  | to=नहीं&question=मत दें&target=+9 | OP-7  ",
        "notes          | text=                        | OP-54    ",
        "notes          | text=लिखा हुआ&corrects=5      | OP-55    ",
        "notes          | text=लिखा हुआ&other=नहीं-1     | OP-7     "
      })
  void what_cannot_be_done_with_a_file_is_said_and_nothing_is_done(
      String act, String fields, String said) {
    var before = desks.acts(file);
    MvcTestResult answer = post(hm, path + "/" + act, pairs(fields));
    assertThat(answer.getResponse().getStatus()).as(act).isIn(409, 422);
    assertThat(text(answer)).contains("role=\"alert\"");
    assertThat(text(answer)).containsPattern(said.strip().replace("+", "\\+"));
    for (String field : fields.split("&")) {
      String value = field.substring(field.indexOf('=') + 1);
      boolean words = value.codePoints().anyMatch(c -> c > 0x900) && !value.contains("/");
      if (words) assertThat(text(answer)).as("what was typed").contains(value);
    }
    assertThat(desks.acts(file)).isEqualTo(before);
  }

  @Test
  @Holds("OP-42")
  void a_file_is_parked_until_a_day_typed_short_or_until_a_letter_comes() {
    assertThat(post(hm, path + "/parking", "until", "+4", "reason", "न्यायालय")).hasStatus(303);
    assertThat(place()).isEqualTo("PARKED");
    assertThat(text(web.get(signedIn.as(hm), "/papers/" + file + "/trail"))).contains("न्यायालय");
    assertThat(post(hm, "/papers/" + file + "/resumption")).hasStatus(303);
    assertThat(post(hm, path + "/parking", "event", "LETTER", "reason", "आख्या")).hasStatus(303);
    assertThat(sheets.of(file, hm.scope()).letterAwaited()).isTrue();
    PaperId letter = desks.paper(hm);
    assertThat(post(hm, path + "/enclosures", "receipt", letter.toString())).hasStatus(303);
    assertThat(place()).isEqualTo("DESK");
  }

  @Test
  @Holds("OP-43")
  void a_file_is_closed_and_reopened_through_its_forms() {
    in.send(hm, file, district.asp);
    notes.writeAndSend(
        district.asp.act(),
        file,
        NewNote.of(NoteKind.CLOSING_APPROVAL, "बन्द करें"),
        new karyalay.desk.Move.Forward(hm.post(), karyalay.desk.Task.ACTION, ""));
    MvcTestResult unclassed = post(hm, path + "/closure", "reason", "निस्तारित");
    assertThat(unclassed).hasStatus(422);
    assertThat(text(unclassed)).contains("OP-38", "निस्तारित");
    assertThat(post(hm, path + "/closure", "reason", "निस्तारित", "recordClass", "b"))
        .hasStatus(303);
    assertThat(place()).isEqualTo("CLOSED");
    assertThat(text(web.get(signedIn.as(hm), "/files?state=CLOSED"))).contains("मूल/1");
    assertThat(post(sho, path + "/reopening-approval", "remark", "ठीक")).hasStatus(422);
    assertThat(post(district.asp, path + "/reopening-approval", "remark", "ठीक")).hasStatus(303);
    assertThat(post(hm, path + "/reopening", "reason", "नया तथ्य")).hasStatus(303);
    assertThat(place()).isEqualTo("DESK");
  }

  @Test
  @Holds("OP-38")
  void a_cover_is_changed_and_the_old_value_stands_beside_the_new_one() {
    MvcTestResult changed =
        post(hm, path + "/cover", "subject", "बदला हुआ विषय", "earlier", "क/1", "remarks", "देखें");
    assertThat(changed).hasStatus(303);
    String details = text(web.get(signedIn.as(hm), path + "/details"));
    assertThat(details).contains("बदला हुआ विषय", "मेड़ के विवाद के सम्बन्ध में", "क/1");
    in.send(hm, file, sho);
    assertThat(post(hm, path + "/cover", "subject", "फिर")).as("it lies elsewhere").hasStatus(409);
    assertThat(text(web.get(signedIn.as(sho), path + "/details"))).contains("बदला हुआ विषय");
  }

  @Test
  @Holds("OP-91")
  void a_consultation_is_asked_extended_and_answered_with_days_typed_short() {
    String asks = path + "/consultations";
    for (String day : new String[] {"0", "-1", "1.1.2020"})
      assertThat(post(hm, asks, "to", sho.mark(), "question", "मत दें", "target", day))
          .as(day)
          .hasStatus(422);
    assertThat(post(hm, asks, "to", sho.mark(), "question", "मत दें", "target", "+5"))
        .hasStatus(303);
    UUID one = related.of(file, hm.scope()).consultations().getFirst().id();
    String at = asks + "/" + one;
    assertThat(post(hm, at + "/extension", "target", "+5", "reason", "माँगा")).hasStatus(422);
    assertThat(post(hm, at + "/extension", "target", "+9", "reason", " ")).hasStatus(422);
    assertThat(post(hm, at + "/extension", "target", "+9", "reason", "माँगा")).hasStatus(303);
    assertThat(related.of(file, hm.scope()).consultations().getFirst().target())
        .isEqualTo(time.today().plusDays(9));
    assertThat(post(hm, at + "/proceeding", "reason", "जल्दी")).hasStatus(422);
    assertThat(post(sho, at + "/answer", "remark", "मेरी"))
        .as("it is not on his desk")
        .hasStatus(409);
    assertThat(post(hm, at + "/answer", "remark", "मत प्राप्त")).hasStatus(303);
    assertThat(post(hm, at + "/answer", "remark", "फिर")).hasStatus(422);
    assertThat(text(web.get(signedIn.as(hm), path + "/related"))).contains("मत दें");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "number=5/98&subject=मेड़&opened=32.1.98   | खुलने की तिथि",
        "number=5/98&subject=मेड़&opened=1.1.2099  | मेड़",
        "number=-&subject=मेड़&opened=1.1.98       | OP-51",
        "number=5/98&subject=&opened=1.1.1998     | OP-38",
        "number=5/98&subject=मेड़&opened=1.1.98&holder=नहीं-1 | OP-51"
      })
  @Holds("OP-51")
  void an_old_file_that_is_not_whole_is_refused_beside_what_was_typed(String fields, String said) {
    MvcTestResult answer = post(hm, "/files/legacy", pairs(fields));
    assertThat(answer).hasStatus(422);
    assertThat(text(answer)).contains(said, "role=\"alert\"");
    assertThat(text(web.get(signedIn.as(hm), "/files?q=5/98"))).doesNotContain("मेड़");
  }

  @Test
  @Holds("OP-51")
  void an_old_file_is_entered_by_its_form_with_the_day_as_it_is_typed() {
    MvcTestResult made =
        post(
            hm, "/files/legacy", "number", "5/98", "subject", "पुराना विवाद", "opened", "1.6.1998");
    assertThat(made).hasStatus(303);
    assertThat(text(web.get(signedIn.as(hm), "/files?q=पुराना"))).contains("5/98", "पुराना विवाद");
    MvcTestResult again =
        post(hm, "/files/legacy", "number", "५/९८", "subject", "फिर वही", "opened", "1.6.1998");
    assertThat(again).hasStatus(422);
    assertThat(text(again)).contains("OP-51", "फिर वही");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "file=मूल/1&subject=मेला&ruling=&decided=0        | OP-64",
        "file=मूल/1&subject=&ruling=दो प्लाटून&decided=0   | OP-64",
        "file=मूल/1&subject=मेला&ruling=दो प्लाटून&decided=+3 | दो प्लाटून",
        "file=मूल/1&subject=मेला&ruling=दो प्लाटून&decided=99 | निर्णय की तिथि",
        "file=नहीं/9&subject=मेला&ruling=दो प्लाटून&decided=0 | नहीं/9",
        "file=मूल/1&paragraph=8&subject=मेला&ruling=दो प्लाटून&decided=0 | OP-61"
      })
  @Holds("OP-64")
  void a_ruling_that_is_not_whole_enters_no_register(String fields, String said) {
    MvcTestResult answer = post(hm, "/precedents", pairs(fields));
    assertThat(answer).hasStatus(422);
    assertThat(text(answer)).contains(said, "role=\"alert\"");
    assertThat(text(web.get(signedIn.as(hm), "/precedents"))).doesNotContain("दो प्लाटून");
  }

  @Test
  @Holds("OP-64")
  void a_ruling_is_withdrawn_by_its_own_branch_with_a_reason_once() {
    post(hm, "/precedents", pairs("file=मूल/1&subject=मेला&ruling=दो प्लाटून&decided=-1"));
    String page = text(web.get(signedIn.as(hm), "/precedents"));
    String id = page.replaceFirst("(?s).*/precedents/([0-9a-f-]{36})/withdrawal.*", "$1");
    String withdrawal = "/precedents/" + id + "/withdrawal";
    assertThat(post(hm, withdrawal, "reason", " ")).hasStatus(422);
    assertThat(post(district.thana("सौरिख").hm(), withdrawal, "reason", "x")).hasStatus(422);
    assertThat(post(hm, withdrawal, "reason", "नया शासनादेश")).hasStatus(303);
    assertThat(post(hm, withdrawal, "reason", "फिर")).hasStatus(422);
    assertThat(text(web.get(signedIn.as(hm), "/precedents"))).contains("नया शासनादेश");
    assertThat(post(hm, "/precedents/" + Ids.next() + "/withdrawal", "reason", "x")).hasStatus(404);
  }

  @Test
  @Holds("OP-57")
  void an_order_by_mouth_is_confirmed_through_its_form_by_who_gave_it() {
    post(hm, path + "/notes", "text", "बल भेजें", "orderedBy", sho.mark());
    UUID note = sheets.of(file, hm.scope()).notes().getFirst().id();
    String confirmation = path + "/oral-orders/" + note + "/confirmation";
    assertThat(text(web.get(signedIn.as(sho), "/files/oral-orders"))).contains("बल भेजें");
    assertThat(post(hm, confirmation)).hasStatus(422);
    assertThat(post(district.thana("सौरिख").sho(), confirmation)).hasStatus(404);
    assertThat(post(sho, confirmation)).hasStatus(303);
    assertThat(post(sho, confirmation)).hasStatus(422);
    assertThat(text(web.get(signedIn.as(sho), "/files/oral-orders"))).doesNotContain("बल भेजें");
  }

  private String place() {
    return reading.card(file, hm.scope()).paper().place().code();
  }

  private static String[] pairs(String fields) {
    return java.util.Arrays.stream(fields.strip().split("&"))
        .flatMap(field -> {
          int cut = field.indexOf('=');
          return java.util.stream.Stream.of(field.substring(0, cut), field.substring(cut + 1));
        })
        .toArray(String[]::new);
  }

  private MvcTestResult post(Seat seat, String path, String... fields) {
    return web.post(signedIn.as(seat), path, fields);
  }

  private static String text(MvcTestResult answer) {
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
