package karyalay.dak.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.Pdfs;
import karyalay.SignedIn;
import karyalay.Web;
import karyalay.dak.Arrivals;
import karyalay.dak.Pavatis;
import karyalay.dak.Writing;
import karyalay.shared.PaperId;
import karyalay.shared.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the diary prints.
@KaryalayTest
class DakPrintsTest {
  @Autowired Given given;
  @Autowired Arrivals arrivals;
  @Autowired Pavatis pavatis;
  @Autowired SignedIn signedIn;
  @Autowired Web web;
  @Autowired JdbcClient db;

  Given.District district;
  Given.Thana thana;
  Seat hm;

  @BeforeEach
  void a_thana() {
    district = given.district();
    thana = district.thana("गुरसहायगंज");
    hm = thana.hm();
  }

  private byte[] pdf(Seat by, String path) {
    var answer = web.get(signedIn.as(by), path);
    assertThat(answer).hasStatusOk();
    assertThat(answer.getResponse().getContentType()).isEqualTo("application/pdf");
    return answer.getResponse().getContentAsByteArray();
  }

  private String text(Seat by, String path) {
    return Pdfs.squeezed(Pdfs.text(pdf(by, path)));
  }

  @Test
  @Holds({"OP-104", "OP-50"})
  void the_inward_register_prints_in_office_columns() {
    PaperId first = arrivals.diarise(hm, Writing.petition());
    PaperId second = arrivals.electronic(hm);
    byte[] pdf = pdf(hm, "/registers/inward.pdf");
    String text = Pdfs.squeezed(Pdfs.text(pdf));
    assertThat(text)
        .contains("आवक पंजिका", "गुरसहायगंज", "आवक संख्या", "अभ्युक्ति", "द्वारा मुद्रित")
        .contains("सत्यापन कोड", "पृष्ठ 1 / 1");
    for (PaperId paper : List.of(first, second))
      assertThat(text.replace(" ", "")).contains(arrivals.number(paper, hm).replace(" ", ""));
    assertThat(Pdfs.faults(pdf)).isEmpty();
    assertThat(web.get(signedIn.as(hm), "/registers"))
        .bodyText()
        .contains("/registers/inward.pdf?office=");
  }

  @Test
  @Holds("OP-52")
  void the_register_of_another_office_is_not_there_to_be_printed() {
    Seat stranger = district.thana("ठठिया").hm();
    for (String path : List.of("/registers/inward.pdf", "/api/v1/registers/inward.pdf"))
      assertThat(
              web.get(signedIn.as(stranger), path + "?office=" + thana.id())
                  .getResponse()
                  .getStatus())
          .isNotEqualTo(200);
    assertThat(pdf(district.co, "/registers/inward.pdf?office=" + thana.id())).isNotEmpty();
  }

  @Test
  @Holds("OP-29")
  void a_pavati_prints_on_sheet_and_roll_once_it_was_given() {
    PaperId paper = arrivals.diarise(hm, Writing.petition());
    String path = "/receipts/" + paper + "/acknowledgement.pdf";
    assertThat(web.get(signedIn.as(hm), path).getResponse().getStatus()).isNotEqualTo(200);
    pavatis.give(hm.act(), paper);
    for (String slip : List.of("A4", "A5", "ROLL_80", "ROLL_58")) {
      byte[] pdf = pdf(hm, path + "?slip=" + slip);
      assertThat(Pdfs.squeezed(Pdfs.text(pdf)))
          .as(slip)
          .contains("पावती", "गुरसहायगंज", arrivals.number(paper, hm))
          .contains("राम औतार", "हेड मोहर्रिर", "सत्यापन कोड", "पृष्ठ 1 / 1");
      assertThat(Pdfs.faults(pdf)).isEmpty();
    }
    assertThat(web.get(signedIn.as(hm), "/receipts/" + paper + "/acknowledgement"))
        .bodyText()
        .contains("acknowledgement.pdf?slip=ROLL_58", "रोल 58 मि0मी0");
  }

  @Test
  void a_letter_has_a_cover_sheet_for_its_paper_on_page_and_api() {
    PaperId paper = arrivals.diarise(hm, Writing.petition());
    String path = "/receipts/" + paper + "/cover.pdf";
    for (byte[] pdf : List.of(pdf(hm, path), api(hm, "/api/v1" + path)))
      assertThat(Pdfs.squeezed(Pdfs.text(pdf)))
          .contains(arrivals.number(paper, hm), "राम औतार", "प्राप्ति दिनांक", "आदेश");
    assertThat(web.get(signedIn.as(hm), "/receipts/" + paper))
        .bodyText()
        .contains("/receipts/" + paper + "/cover.pdf");
    Seat stranger = district.thana("ठठिया").hm();
    assertThat(
            web.get(signedIn.as(stranger), "/receipts/" + paper + "/cover.pdf")
                .getResponse()
                .getContentType())
        .isNotEqualTo("application/pdf");
    assertThat(
            db.sql("SELECT count(*) FROM desk.print WHERE paper = ? AND kind = 'COVER'")
                .param(paper.value())
                .query(Integer.class)
                .single())
        .isEqualTo(2);
  }

  private byte[] api(Seat by, String path) {
    String token = UUID.randomUUID().toString();
    db.sql(
            """
            INSERT INTO access.api_token
                (token_hash, id, person, post, charge, scopes, name, made_at, expires_at)
            SELECT ?, gen_random_uuid(), c.person, c.post, c.id, '{read,write}', 'test', now(), 'infinity'
            FROM organisation.v_charge c WHERE c.person = ? AND c.post = ?
            """)
        .params(Sha256.of(token), by.person().value(), by.post().value())
        .update();
    var answer = web.raw().get().uri(path).header("Authorization", "Bearer " + token).exchange();
    assertThat(answer).hasStatusOk();
    return answer.getResponse().getContentAsByteArray();
  }
}
