package karyalay.devices;

import static karyalay.devices.DevicesRefusal.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.UUID;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.Web;
import karyalay.access.AccessRefusal;
import karyalay.shared.Caller;
import karyalay.shared.Refused;
import karyalay.signatures.KeyBook;
import karyalay.signatures.SignaturesRefusal;
import karyalay.signatures.Signers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The PIN by which hands change, and the one that signs (OP-125, DESIGN).
@KaryalayTest
class HandPinsTest {
  @Autowired Given given;
  @Autowired Signers signers;
  @Autowired HandPins pins;
  @Autowired KeyBook book;
  @Autowired SignedIn signedIn;
  @Autowired Web web;
  @Autowired JdbcClient db;

  Seat sho;

  @BeforeEach
  void an_officer() {
    sho = given.district().thana("थाना पिन").sho();
    signers.password(sho);
  }

  private void refused(Refused.Reason why, String pin, String again, String password) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() ->
            pins.choose(
                sho.act(),
                signers.caller(sho),
                new HandPins.Proof(password, pin, again, UUID.randomUUID())))
        .matches(refused -> refused.reason() == why, why.name());
  }

  private void choose(String pin) {
    pins.choose(
        sho.act(),
        signers.caller(sho),
        new HandPins.Proof(Signers.PASSWORD, pin, pin, UUID.randomUUID()));
  }

  @Test
  @Holds("OP-125")
  void a_pin_is_chosen_on_the_account_page_and_stands_nowhere_in_clear() {
    var browser = signedIn.as(sho);
    assertThat(
            web.post(
                browser,
                "/account/hands/pin",
                "password",
                Signers.PASSWORD,
                "hand-pin",
                "739182",
                "again-pin",
                "739182"))
        .hasStatus(303);
    assertThat(pins.has(sho.person())).isTrue();
    assertThat(
            db.sql("SELECT hash FROM devices.hand_pin WHERE person = ?")
                .param(sho.person().value())
                .query(String.class)
                .single())
        .startsWith("$argon2id$")
        .doesNotContain("739182");
  }

  @Test
  void what_anybody_guesses_first_or_is_no_pin_is_refused() {
    refused(HAND_PIN_MALFORMED, "739", "739", Signers.PASSWORD);
    refused(HAND_PIN_MALFORMED, "7391825", "7391825", Signers.PASSWORD);
    refused(HAND_PIN_MALFORMED, "73a1", "73a1", Signers.PASSWORD);
    refused(HAND_PIN_MALFORMED, "७३९१", "७३९१", Signers.PASSWORD);
    refused(HAND_PINS_DIFFER, "7391", "7392", Signers.PASSWORD);
    refused(HAND_PIN_TOO_EASY, "1234", "1234", Signers.PASSWORD);
    refused(AccessRefusal.WRONG_PASSWORD, "7391", "7391", "galat-password");
    assertThat(pins.has(sho.person())).isFalse();
  }

  @Test
  @Holds({"OP-125", "OP-72"})
  void the_two_pins_differ_whichever_is_chosen_first() {
    Caller caller = signers.registered(sho);
    refused(HAND_PIN_SIGNS, Signers.PIN, Signers.PIN, Signers.PASSWORD);
    choose("7391");
    var same = new KeyBook.Proof(Signers.PASSWORD, "7391", "7391", UUID.randomUUID());
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> book.make(sho.act(), caller, same))
        .matches(refused -> refused.reason() == SignaturesRefusal.PIN_TAKEN);
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> book.changePin(sho.act(), caller, Signers.PIN, same))
        .matches(refused -> refused.reason() == SignaturesRefusal.PIN_TAKEN);
  }

  @Test
  void nobody_asks_for_all_pins_in_turn_which_of_them_signs() {
    signers.registered(sho);
    for (int i = 0; i < 4; i++) choose("739" + i);
    refused(HAND_PIN_SIGNS, Signers.PIN, Signers.PIN, Signers.PASSWORD);
    refused(HAND_PIN_CHOSEN_OFTEN, "7395", "7395", Signers.PASSWORD);
    db.sql("UPDATE devices.hand_pin SET chosen_day = chosen_day - 1 WHERE person = ?")
        .param(sho.person().value())
        .update();
    choose("7395");
  }
}
