package karyalay.demo;

import static org.assertj.core.api.Assertions.assertThat;

import karyalay.Given;
import karyalay.KaryalayTest;
import karyalay.desk.TrayFilter;
import karyalay.desk.Trays;
import karyalay.shared.OfficeId;
import karyalay.shared.Scope;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@KaryalayTest
class DemonstrationTest {
  @Autowired Given given;
  @Autowired Journeys journeys;
  @Autowired Cast cast;
  @Autowired Trays trays;
  @Autowired JdbcClient db;

  @Test
  void all_forty_papers_are_diarised_and_on_their_way() {
    OfficeId district = given.kannauj();
    journeys.begin(SamplePaper.all(), district);
    assertThat(
            db.sql("SELECT count(*) FROM desk.paper WHERE district = ? AND kind = 'RECEIPT'")
                .param(district.value())
                .query(Integer.class)
                .single())
        .isEqualTo(40);
    var sho = cast.holder("SHO-SRK", district).orElseThrow();
    assertThat(trays.page(new Scope(sho.person(), sho.post()), TrayFilter.all())).isNotEmpty();
  }
}
