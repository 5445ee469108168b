package karyalay.dak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import karyalay.Api;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.Web;
import karyalay.desk.Classification;
import karyalay.files.Files;
import karyalay.files.InFiles;
import karyalay.shared.PaperId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Dak that is watched: right to information, courts, public representatives, audit (OP-92).
@KaryalayTest
class WatchPagesTest {
  @Autowired Given given;
  @Autowired SignedIn signedIn;
  @Autowired Web web;
  @Autowired Api api;
  @Autowired Arrivals arrivals;
  @Autowired Closing closing;
  @Autowired Files files;
  @Autowired InFiles in;

  Given.District district;
  Given.Thana thana;
  Seat hm;

  @BeforeEach
  void a_thana() {
    district = given.district();
    thana = district.thana("विशुनगढ़");
    hm = thana.hm();
  }

  private PaperId diarised(String category, String subject) {
    return arrivals.diarise(
        hm,
        Writing.letter()
            .with(w -> {
              w.category = category;
              w.subject = subject;
              w.letterNumber = subject;
            }));
  }

  private String page(Seat reader, String list) {
    var answer = web.get(signedIn.as(reader), "/receipts/watch?list=" + list);
    assertThat(answer).hasStatusOk();
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  @Test
  @Holds("OP-92")
  void each_kind_has_its_own_list_and_what_is_ordinary_stands_on_none() {
    diarised("right-to-information", "सूचना माँगी गई");
    diarised("summons", "सम्मन तामीला");
    diarised("court-case", "वाद संख्या 12");
    diarised("vip-reference", "विधायक जी का पत्र");
    diarised("audit-objection", "आडिट आपत्ति");
    diarised("circular", "परिपत्र सामान्य");
    assertThat(page(hm, "rti"))
        .contains("सूचना माँगी गई")
        .doesNotContain("सम्मन तामीला", "आडिट आपत्ति");
    assertThat(page(hm, "court"))
        .contains("सम्मन तामीला", "वाद संख्या 12")
        .doesNotContain("सूचना माँगी गई");
    assertThat(page(hm, "vip")).contains("विधायक जी का पत्र");
    assertThat(page(hm, "audit")).contains("आडिट आपत्ति");
    for (String list : List.of("rti", "court", "vip", "audit", "none"))
      assertThat(page(hm, list)).doesNotContain("परिपत्र सामान्य");
    List<List<Object>> counts = api.as(hm).get("/receipts/watch").at("$[*].lines");
    assertThat(counts).extracting(List::size).containsExactly(1, 2, 1, 1);
  }

  @Test
  @Holds("OP-92")
  void what_lies_in_a_file_is_watched_with_the_file_and_what_is_closed_is_not() {
    PaperId enclosed = diarised("summons", "सम्मन पत्रावली में");
    PaperId file = in.open(hm);
    files.enclose(hm.act(), enclosed, file);
    PaperId done = diarised("summons", "सम्मन निस्तारित");
    assertThat(page(hm, "court")).contains("सम्मन पत्रावली में", "सम्मन निस्तारित");
    closing.close(hm.act(), done, "तामील होकर वापस");
    assertThat(page(hm, "court")).contains("सम्मन पत्रावली में").doesNotContain("सम्मन निस्तारित");
  }

  @Test
  @Holds({"OP-92", "OP-86"})
  void a_head_sees_what_lies_under_him_nobody_else_does_and_a_secret_tells_no_subject() {
    PaperId watched = diarised("court-case", "न्यायालय का प्रश्न");
    arrivals.diarise(
        hm,
        Writing.letter()
            .with(w -> {
              w.category = "court-case";
              w.subject = "गुप्त न्यायालय विषय";
              w.letterNumber = "गुप्त 1";
              w.classification = Classification.CONFIDENTIAL;
            }));
    assertThat(page(thana.sho(), "court")).contains("न्यायालय का प्रश्न", hm.mark());
    assertThat(page(district.sp, "court"))
        .contains("न्यायालय का प्रश्न")
        .doesNotContain("गुप्त न्यायालय विषय");
    Seat elsewhere = district.thana("इन्दरगढ़").sho();
    assertThat(page(elsewhere, "court")).doesNotContain("न्यायालय का प्रश्न", watched.toString());
  }
}
