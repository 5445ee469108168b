package karyalay.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.Pdfs;
import karyalay.SignedIn;
import karyalay.Web;
import karyalay.desk.Move;
import karyalay.desk.Movements;
import karyalay.desk.OnDesks;
import karyalay.desk.PrintKind;
import karyalay.desk.Prints;
import karyalay.desk.Task;
import karyalay.desk.Views;
import karyalay.shared.PaperId;
import karyalay.shared.Sha256;
import karyalay.shared.VerificationCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The register of movements on paper, and the register of prints behind every print.
@KaryalayTest
class TrailPrintTest {
  @Autowired Given given;
  @Autowired OnDesks desks;
  @Autowired Movements movements;
  @Autowired Prints prints;
  @Autowired SignedIn signedIn;
  @Autowired Web web;
  @Autowired Views views;
  @Autowired JdbcClient db;

  Given.District district;
  Given.Thana thana;
  Seat hm;
  Seat sho;
  PaperId paper;

  @BeforeEach
  void a_paper_that_has_moved() {
    district = given.district();
    thana = district.thana("सौरिख");
    hm = thana.hm();
    sho = thana.sho();
    paper = desks.paper(hm);
    movements.forward(
        hm.act(), paper, new Move.Forward(sho.post(), Task.ENQUIRY, "मौके पर जाँच करें"));
  }

  private byte[] pdf(Seat by, String path) {
    var answer = web.get(signedIn.as(by), path);
    assertThat(answer).hasStatusOk();
    assertThat(answer.getResponse().getContentType()).isEqualTo("application/pdf");
    assertThat(answer.getResponse().getHeader("Cache-Control")).isEqualTo("no-store");
    return answer.getResponse().getContentAsByteArray();
  }

  private VerificationCode code() {
    return new VerificationCode(
        db.sql("SELECT code FROM desk.print WHERE paper = ? ORDER BY at DESC LIMIT 1")
            .param(paper.value())
            .query(String.class)
            .single());
  }

  @Test
  @Holds({"OP-49", "OP-104"})
  void the_trail_prints_in_office_columns() {
    byte[] pdf = pdf(sho, "/papers/" + paper + "/trail.pdf");
    assertThat(Pdfs.squeezed(Pdfs.text(pdf)))
        .contains("क्रम संख्या किससे किसको भेजा गया खोला गया")
        .contains(hm.mark(), sho.mark(), "मौके पर जाँच करें", "जाँच कर आख्या");
    assertThat(Pdfs.faults(pdf)).isEmpty();
    assertThat(web.get(signedIn.as(sho), "/papers/" + paper + "/trail"))
        .bodyText()
        .contains("/papers/" + paper + "/trail.pdf");
  }

  @Test
  @Holds("OP-50")
  void every_print_bears_name_post_hour_page_and_a_code_by_which_the_office_knows_it() {
    byte[] pdf = pdf(sho, "/papers/" + paper + "/trail.pdf");
    VerificationCode code = code();
    assertThat(Pdfs.squeezed(Pdfs.text(pdf)))
        .contains(sho.pno(), "थानाध्यक्ष (" + sho.mark() + ") द्वारा मुद्रित")
        .contains("पृष्ठ 1 / 1")
        .contains("सत्यापन कोड " + code.printed())
        .contains("/verify/" + code);
    Prints.Known known = prints.find(code).orElseThrow();
    assertThat(known.kind()).isEqualTo(PrintKind.TRAIL);
    assertThat(known.by().orElseThrow().mark()).isEqualTo(sho.mark());
    assertThat(known.pages()).isEqualTo(1);
    assertThat(known.sha256())
        .isEqualTo(java.util.HexFormat.of().formatHex(Sha256.digest().digest(pdf)));
  }

  @Test
  void a_print_that_failed_or_never_was_is_not_vouched_for() {
    var begun = prints.begin(PrintKind.TRAIL, paper, "12/2026", caller());
    assertThat(prints.find(begun.code())).isEmpty();
    assertThat(prints.find(VerificationCode.next())).isEmpty();
    prints.finish(begun.code(), 2, new byte[32]);
    assertThat(prints.find(begun.code()).orElseThrow().pages()).isEqualTo(2);
  }

  private karyalay.shared.Caller caller() {
    var chair =
        new karyalay.shared.Caller.Chair(
            sho.post(),
            sho.mark(),
            "थानाध्यक्ष",
            "SHO",
            thana.id(),
            "सौरिख",
            "Saurikh",
            district.id,
            sho.capacity());
    return new karyalay.shared.Caller(
        sho.person(),
        sho.pno(),
        "क",
        "A",
        karyalay.shared.Language.HI,
        karyalay.shared.Typing.OWN,
        java.util.Set.of(),
        "",
        chair);
  }

  @Test
  @Holds("OP-52")
  void a_print_is_a_view_and_obeys_reach_on_page_and_api() {
    Seat stranger = district.thana("ठठिया").hm();
    for (String path :
        List.of("/papers/" + paper + "/trail.pdf", "/api/v1/papers/" + paper + "/movements.pdf")) {
      var answer = web.get(signedIn.as(stranger), path);
      assertThat(answer.getResponse().getContentType()).isNotEqualTo("application/pdf");
      assertThat(answer.getResponse().getStatus()).isNotEqualTo(200);
    }
    assertThat(count("print")).isZero();
    pdf(sho, "/papers/" + paper + "/trail.pdf");
    views.write();
    assertThat(count("view")).isEqualTo(1);
    assertThat(count("print")).isEqualTo(1);
  }

  private int count(String table) {
    return db.sql("SELECT count(*) FROM desk." + table + " WHERE paper = ?")
        .param(paper.value())
        .query(Integer.class)
        .single();
  }

  @Test
  void a_code_typed_by_hand_is_read_as_it_was_meant() {
    assertThat(VerificationCode.typed(" 7k2pm-o4qxl "))
        .isEqualTo(new VerificationCode("7K2PM04QX1"));
    org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
        .isThrownBy(() -> VerificationCode.typed("7K2PM-04QX"));
    assertThat(VerificationCode.next().printed()).matches("[0-9A-Z]{5}-[0-9A-Z]{5}");
  }
}
