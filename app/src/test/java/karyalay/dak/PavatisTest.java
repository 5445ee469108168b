package karyalay.dak;

import static org.assertj.core.api.Assertions.assertThat;

import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.shared.PaperId;
import karyalay.shared.SharedRefusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KaryalayTest
class PavatisTest {
  @Autowired Given given;
  @Autowired Arrivals arrivals;
  @Autowired Pavatis pavatis;

  Given.Thana thana;
  Seat hm;

  @BeforeEach
  void a_thana() {
    thana = given.district().thana("सकरावा");
    hm = thana.hm();
  }

  @Test
  @Holds("OP-29")
  void a_pavati_names_number_date_office_and_officer_and_electronic_dak_gets_it_unasked() {
    PaperId wire = arrivals.electronic(hm);
    Pavati automatic = pavatis.of(wire, hm.scope()).orElseThrow();
    assertThat(automatic.electronic()).isTrue();
    assertThat(automatic.number()).isEqualTo(arrivals.number(wire, hm));
    assertThat(automatic.sent()).as("waits for the worker").isNull();

    PaperId paper = arrivals.diarise(hm, Writing.petition());
    assertThat(pavatis.of(paper, hm.scope())).isEmpty();
    pavatis.give(hm.act(), paper);
    Pavati given = pavatis.of(paper, hm.scope()).orElseThrow();
    assertThat(given.number()).isEqualTo(arrivals.number(paper, hm));
    assertThat(given.day()).isEqualTo(arrivals.today());
    assertThat(given.officeHi()).isEqualTo("सकरावा");
    assertThat(given.nameHi()).contains(hm.pno());
    assertThat(given.designationHi()).isEqualTo("हेड मोहर्रिर");
    assertThat(given.sender()).isEqualTo("राम औतार");
  }

  @Test
  void a_second_pavati_is_the_first_one() {
    PaperId paper = arrivals.diarise(hm, Writing.petition());
    pavatis.give(hm.act(), paper);
    var first = pavatis.of(paper, hm.scope()).orElseThrow();
    pavatis.give(hm.act(), paper);
    assertThat(pavatis.of(paper, hm.scope())).contains(first);
    assertThat(arrivals.acts("paper/" + paper)).containsOnlyOnce("dak.acknowledged");
  }

  @Test
  void who_may_not_read_the_paper_reads_no_pavati() {
    PaperId paper = arrivals.diarise(hm, Writing.petition());
    Arrivals.refused(SharedRefusal.NOT_FOUND, () -> pavatis.of(paper, thana.si().scope()));
  }
}
