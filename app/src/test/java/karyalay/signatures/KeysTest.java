package karyalay.signatures;

import static karyalay.signatures.RefusedWith.refused;
import static karyalay.signatures.SignaturesRefusal.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.access.AccessRefusal;
import karyalay.access.Sessions;
import karyalay.ledger.Ledger;
import karyalay.organisation.Master;
import karyalay.organisation.Masters;
import karyalay.shared.Caller;
import karyalay.shared.OfficeTime;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

@KaryalayTest
class KeysTest {
  @Autowired Given given;
  @Autowired Signers signers;
  @Autowired Keys keys;
  @Autowired KeyBook book;
  @Autowired KeyEndings endings;
  @Autowired KeyRows rows;
  @Autowired Publications publications;
  @Autowired Sessions sessions;
  @Autowired Masters masters;
  @Autowired Ledger ledger;
  @Autowired OfficeTime time;
  @Autowired JdbcClient db;

  @Value("${karyalay.data}")
  Path data;

  Given.District district;
  Seat sp;
  Caller caller;

  @BeforeEach
  void an_officer_with_a_key() {
    district = given.district();
    sp = district.sp;
    caller = signers.registered(sp);
  }

  @Test
  @Holds("OP-74")
  void a_certificate_names_the_person_his_police_number_and_his_post() {
    KeyCard card = book.of(sp.person()).getFirst();
    assertThat(card.holder()).isEqualTo(caller.nameHi());
    assertThat(card.holderPost()).isEqualTo("पुलिस अधीक्षक, पुलिस अधीक्षक कार्यालय");
    assertThat(card.certificate().getSubjectX500Principal().getName("RFC1779")).contains(sp.pno());
    assertThat(card.certificate().getBasicConstraints()).isEqualTo(-1);
    assertThat(card.kind()).isEqualTo(SignatureKind.OFFICE_APPROVAL);
    assertThat(lines("signatures.key_registered")).isEqualTo(1);
  }

  private long lines(String act) {
    return ledger.of("person/" + sp.person()).stream()
        .filter(line -> line.act().equals(act))
        .count();
  }

  @Test
  @Holds("OP-72")
  void five_wrong_pins_lock_the_key_and_never_the_account() {
    for (int left = 4; left >= 1; left--) {
      Refused refused = refused(WRONG_PIN, () -> keys.unlock(sp.actor(), "9517"));
      assertThat(refused.arguments()).containsExactly(Integer.toString(left));
    }
    refused(KEY_LOCKED, () -> keys.unlock(sp.actor(), "9517"));
    refused(KEY_LOCKED, () -> keys.unlock(sp.actor(), Signers.PIN));
    assertThat(lines("signatures.key_locked")).isEqualTo(1);
    assertThat(sessions.signIn(sp.pno(), Signers.PASSWORD, UUID.randomUUID(), "test")).isNotEmpty();
    book.make(sp.act(), caller, Signers.proof("7391"));
    try (Unlocked fresh = keys.unlock(sp.actor(), "7391")) {
      assertThat(fresh.person()).isEqualTo(sp.person());
    }
  }

  @Test
  @Holds("OP-72")
  void of_twenty_wrong_pins_at_once_no_more_than_five_are_looked_at() throws Exception {
    List<Callable<String>> guesses = new ArrayList<>();
    for (int n = 0; n < 20; n++) {
      String pin = Integer.toString(5000 + n);
      guesses.add(() -> {
        try (Unlocked key = keys.unlock(sp.actor(), pin)) {
          return "opened";
        } catch (Refused refused) {
          return refused.reason().name();
        }
      });
    }
    List<String> said = new ArrayList<>();
    try (var pool = Executors.newFixedThreadPool(20)) {
      for (var done : pool.invokeAll(guesses)) said.add(done.get());
    }
    assertThat(said).doesNotContain("opened");
    assertThat(said.stream().filter("WRONG_PIN"::equals).count()).isLessThanOrEqualTo(4);
    assertThat(rows.failures(book.of(sp.person()).getFirst().id())).isEqualTo(5);
  }

  @Test
  void a_right_pin_forgives_the_wrong_ones_before_it() {
    for (int n = 0; n < 3; n++) refused(WRONG_PIN, () -> keys.unlock(sp.actor(), "9517"));
    signers.unlocked(sp).close();
    assertThat(book.of(sp.person()).getFirst().failures()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1234", "0000", "4321", "111111", "123456", "2580", "7890"})
  @Holds("OP-72")
  void a_pin_that_anybody_would_try_first_is_refused(String pin) {
    refused(PIN_TOO_EASY, () -> book.make(sp.act(), caller, Signers.proof(pin)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12", "12a4", "1234567890123", "१२३४"})
  void what_is_no_pin_is_refused(String pin) {
    refused(PIN_MALFORMED, () -> book.make(sp.act(), caller, Signers.proof(pin)));
  }

  @Test
  void a_year_of_birth_is_taken_and_two_pins_that_differ_are_not() {
    book.make(sp.act(), caller, Signers.proof("1987"));
    var proof = new KeyBook.Proof(Signers.PASSWORD, "4826", "4827", UUID.randomUUID());
    refused(PINS_DIFFER, () -> book.make(sp.act(), caller, proof));
  }

  @Test
  @Holds("OP-72")
  void the_pin_may_not_be_the_password_and_the_password_must_be_right() {
    var same = new KeyBook.Proof("59371846", "59371846", "59371846", UUID.randomUUID());
    refused(PIN_IS_PASSWORD, () -> book.make(sp.act(), caller, same));
    var wrong = new KeyBook.Proof("not this one", "4826", "4826", UUID.randomUUID());
    refused(AccessRefusal.WRONG_PASSWORD, () -> book.make(sp.act(), caller, wrong));
  }

  @Test
  @Holds("OP-74")
  void a_new_key_replaces_the_old_one_which_is_kept() {
    UUID first = book.of(sp.person()).getFirst().id();
    book.make(sp.act(), caller, Signers.proof("7391"));
    List<KeyCard> all = book.of(sp.person());
    assertThat(all).hasSize(2);
    assertThat(all.getFirst().live()).isTrue();
    assertThat(all.getLast().id()).isEqualTo(first);
    assertThat(all.getLast().how()).isEqualTo(KeyEnd.REPLACED);
    refused(WRONG_PIN, () -> keys.unlock(sp.actor(), Signers.PIN));
  }

  @Test
  void a_changed_pin_opens_the_same_key_and_the_old_pin_no_more() {
    String serial = book.of(sp.person()).getFirst().serial();
    book.changePin(sp.act(), caller, Signers.PIN, Signers.proof("7391"));
    try (Unlocked key = keys.unlock(sp.actor(), "7391")) {
      assertThat(Certificates.serial(key.certificate())).isEqualTo(serial);
    }
    refused(WRONG_PIN, () -> keys.unlock(sp.actor(), Signers.PIN));
    refused(WRONG_PIN, () -> book.changePin(sp.act(), caller, "9999", Signers.proof("8642")));
  }

  @Test
  @Holds("OP-74")
  void a_key_ends_with_the_charge_that_its_certificate_names() {
    district.vacate(sp.post());
    Seat elsewhere = district.charge(sp, district.asp.post(), karyalay.shared.Capacity.ADDITIONAL);
    refused(KEY_ENDED, () -> keys.unlock(elsewhere.actor(), Signers.PIN));
    assertThat(book.of(sp.person()).getFirst().how()).isEqualTo(KeyEnd.LEFT);
    refused(NO_KEY, () -> keys.unlock(elsewhere.actor(), Signers.PIN));
  }

  @Test
  @Holds("OP-74")
  void the_key_of_an_officer_who_left_ends_even_when_nobody_asks_for_it() {
    district.vacate(sp.post());
    endings.sweep();
    KeyCard card = book.of(sp.person()).getFirst();
    assertThat(card.how()).isEqualTo(KeyEnd.LEFT);
    assertThat(lines("signatures.key_ended")).isEqualTo(1);
  }

  @Test
  @Holds("OP-74")
  void an_administrator_deactivates_a_key_with_a_reason_and_only_in_his_district() {
    Caller administrator = signers.caller(district.asp);
    refused(
        REASON_NEEDED, () -> book.withdrawOf(district.asp.act(), administrator, sp.person(), "  "));
    var stranger = given.district().sp;
    refused(
        SharedRefusal.NOT_FOUND,
        () -> book.withdrawOf(stranger.act(), signers.caller(stranger), sp.person(), "नहीं"));
    book.withdrawOf(district.asp.act(), administrator, sp.person(), "निलम्बित");
    KeyCard card = book.of(sp.person()).getFirst();
    assertThat(card.how()).isEqualTo(KeyEnd.WITHDRAWN);
    assertThat(card.reason()).isEqualTo("निलम्बित");
    refused(NO_KEY, () -> keys.unlock(sp.actor(), Signers.PIN));
  }

  @Test
  @Holds("OP-74")
  void the_published_list_names_every_certificate_that_was_ended() throws Exception {
    KeyCard card = book.of(sp.person()).getFirst();
    book.withdraw(sp.act(), caller, "पिन किसी ने देख लिया");
    var own = Certificates.read(publications.authority());
    var list =
        (java.security.cert.X509CRL)
            Certificates.factory()
                .generateCRL(new java.io.ByteArrayInputStream(publications.revocations()));
    list.verify(own.getPublicKey());
    assertThat(list.isRevoked(card.certificate())).isTrue();
    Seat asp = district.asp;
    signers.registered(asp);
    assertThat(list.isRevoked(book.of(asp.person()).getFirst().certificate())).isFalse();
  }

  @Test
  @Holds("OP-72")
  void a_certificate_that_has_run_out_opens_nothing() {
    masters.put(
        sp.act(),
        district.id,
        "SETTING",
        "signing-certificate-days",
        new Master.Facts("दिन", "Days", 96, Map.of("value", 0)),
        time.today());
    book.make(sp.act(), caller, Signers.proof("7391"));
    refused(CERTIFICATE_EXPIRED, () -> keys.unlock(sp.actor(), "7391"));
  }

  @Test
  void a_key_stays_open_in_one_session_and_one_chair_until_signing_out() {
    assertThat(keys.open(caller)).isEmpty();
    keys.keepOpen(sp.act(), caller, Signers.PIN);
    try (Unlocked key = keys.open(caller).orElseThrow()) {
      assertThat(key.sign("x".getBytes(StandardCharsets.UTF_8))).isNotEmpty();
    }
    assertThat(keys.open(caller)).as("a copy that was closed closes no other").isPresent();
    assertThat(keys.open(signers.caller(sp))).as("another session").isEmpty();
    Seat also = district.charge(sp, district.asp.post(), karyalay.shared.Capacity.ADDITIONAL);
    Caller other = signers.caller(also);
    var otherChair =
        new Caller(
            caller.person(),
            caller.pno(),
            caller.nameHi(),
            caller.nameEn(),
            caller.language(),
            caller.typing(),
            caller.roles(),
            caller.csrf(),
            other.chair());
    assertThat(keys.open(otherChair)).as("another chair").isEmpty();
    sessions.signOut(caller, "no such token");
    assertThat(keys.open(caller)).isEmpty();
  }

  @Test
  void what_stays_open_is_shown_and_can_be_closed() {
    assertThat(keys.field(caller)).isEqualTo(new PinField(true, null));
    var until = keys.keepOpen(sp.act(), caller, Signers.PIN);
    assertThat(keys.field(caller).openUntil()).isEqualTo(until);
    assertThat(until).isBetween(time.now().plusSeconds(9 * 60), time.now().plusSeconds(10 * 60));
    keys.close(caller);
    assertThat(keys.field(caller).open()).isFalse();
    assertThat(keys.field(signers.caller(district.asp)).registered()).isFalse();
  }

  @Test
  @Holds("OP-74")
  void an_open_key_is_wiped_when_it_is_withdrawn() {
    keys.keepOpen(sp.act(), caller, Signers.PIN);
    book.withdraw(sp.act(), caller, "पिन किसी ने देख लिया");
    assertThat(keys.open(caller)).isEmpty();
  }

  @Test
  void without_a_pin_nothing_is_signed_and_where_it_must_be_it_is_asked_for() {
    assertThat(keys.of(caller, null)).isNull();
    assertThat(keys.of(caller, " ")).isNull();
    refused(PIN_NEEDED, () -> keys.needed(caller, ""));
    refused(NO_KEY, () -> keys.of(signers.caller(district.asp), "4826"));
  }

  @Test
  @Holds("OP-72")
  void the_database_alone_opens_no_key(@TempDir Path elsewhere) throws Exception {
    Path secret = data.resolve(OutsideSecret.FILE);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
        .isEqualTo("rw-------");
    KeyRows.Row row = rows.live(sp.person()).orElseThrow();
    var other = new OutsideSecret(SettingsOf.folder(elsewhere));
    other.make();
    byte[] salt = java.util.Objects.requireNonNull(row.salt());
    byte[] sealed = java.util.Objects.requireNonNull(row.sealed());
    assertThat(Sealing.open(new Pins(other).sealingKey(Signers.PIN, salt), sealed)).isEmpty();
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("EC");
  }

  @Test
  void a_lost_secret_is_not_replaced_in_silence(@TempDir Path elsewhere) {
    var other = new OutsideSecret(SettingsOf.folder(elsewhere));
    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> other.key("x")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Restore it from the back-up");
  }
}
