package karyalay.dak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import karyalay.Given;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.Web;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KaryalayTest
class NumberFinderTest {
  @Autowired Given given;
  @Autowired Arrivals arrivals;
  @Autowired NumberFinder numbers;
  @Autowired SignedIn signedIn;
  @Autowired Web web;

  @Test
  @Holds("OP-18")
  void a_receipt_is_found_by_its_number_or_its_serial_in_the_own_register_in_either_script() {
    var district = given.district();
    var hm = district.thana("सौरिख").hm();
    var other = district.thana("तिर्वा").hm();
    arrivals.diarise(hm, Writing.petition());
    PaperId second = arrivals.diarise(hm, Writing.letter());
    String number = arrivals.number(second, hm);
    assertThat(numbers.find(number.toLowerCase(java.util.Locale.ROOT), hm.scope()))
        .isEqualTo(second);
    assertThat(numbers.find(" २ ", hm.scope())).isEqualTo(second);
    assertThat(numbers.find("2/" + arrivals.today().getYear(), hm.scope())).isEqualTo(second);
    for (String typed : new String[] {number, "2"})
      assertThatExceptionOfType(Refused.class)
          .as("another thana neither reads it nor learns that it exists")
          .isThrownBy(() -> numbers.find(typed, other.scope()))
          .satisfies(no -> assertThat(no.reason()).isEqualTo(DakRefusal.NO_SUCH_NUMBER));
    assertThat(web.post(signedIn.as(hm), "/receipts/finding", "number", "2"))
        .hasStatus3xxRedirection()
        .redirectedUrl()
        .startsWith("/receipts/" + second);
  }
}
