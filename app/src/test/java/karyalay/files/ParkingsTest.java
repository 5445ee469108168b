package karyalay.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.desk.Place;
import karyalay.desk.Reading;
import karyalay.organisation.Master;
import karyalay.organisation.Masters;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KaryalayTest
class ParkingsTest {
  @Autowired Given given;
  @Autowired InFiles in;
  @Autowired Parkings parkings;
  @Autowired Masters masters;
  @Autowired Reading reading;
  @Autowired OfficeTime time;

  @Test
  @Holds({"OP-42", "OP-14"})
  void how_long_a_file_waits_for_a_letter_is_a_figure_of_the_district() {
    var district = given.district();
    Seat hm = district.thana("सौरिख").hm();
    assertThat(waits(hm)).isEqualTo(time.today().plusDays(90));

    var figure = new Master.Facts("प्रतीक्षा के दिन", "Days to wait", 62, Map.of("value", 30));
    masters.put(district.sp.act(), district.id, "SETTING", "park-days", figure, time.today());
    assertThat(waits(hm)).isEqualTo(time.today().plusDays(30));
    assertThat(waits(given.district().thana("सौरिख").hm())).isEqualTo(time.today().plusDays(90));
  }

  private LocalDate waits(Seat seat) {
    PaperId file = in.open(seat);
    parkings.park(seat.act(), file, null, true, "न्यायालय के पत्र की प्रतीक्षा");
    return ((Place.Parked) reading.card(file, seat.scope()).paper().place()).until();
  }
}
