package karyalay.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.ledger.Ledger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Keys of what waits on devices: one a person and device, and nobody else's.
@KaryalayTest
class OfflineKeysTest {
  @Autowired Given given;
  @Autowired OfflineKeys keys;
  @Autowired Ledger ledger;

  private final UUID device = UUID.randomUUID();
  private Seat hm;
  private Seat sho;

  @BeforeEach
  void two_people_at_one_machine() {
    var thana = given.district().thana("तिर्वा");
    hm = thana.hm();
    sho = thana.sho();
  }

  @Test
  @Holds("OP-133")
  void each_person_has_a_key_of_his_own_on_each_device_and_it_stays() {
    var own = keys.of(hm.person(), device);
    assertThat(own.secret()).hasSize(32);
    assertThat(keys.of(hm.person(), device).secret()).isEqualTo(own.secret());
    assertThat(keys.of(hm.person(), UUID.randomUUID()).secret()).isNotEqualTo(own.secret());
    assertThat(keys.of(sho.person(), device).secret()).isNotEqualTo(own.secret());
    assertThat(ledger.of("person/" + sho.person()))
        .extracting(Ledger.Written::act)
        .contains("devices.offline_key_made");
  }

  @Test
  void an_earlier_key_is_given_by_its_id_to_its_own_person_alone() {
    var old = keys.of(hm.person(), device);
    var asked = List.of(old.id(), UUID.randomUUID());
    assertThat(keys.earlier(hm.person(), asked))
        .extracting(OfflineKeys.Key::id)
        .containsExactly(old.id());
    assertThat(keys.earlier(sho.person(), asked)).isEmpty();
    assertThat(keys.earlier(hm.person(), List.of())).isEmpty();
  }
}
