package karyalay.scanning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import karyalay.Given;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.desk.Upload;
import karyalay.documents.DocumentId;
import karyalay.documents.Documents;
import karyalay.documents.SampleFiles;
import karyalay.documents.decoder.Sheets;
import karyalay.scanning.Handset.Key;
import karyalay.scanning.Handset.Photo;
import karyalay.shared.Ids;
import karyalay.shared.PersonId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A telephone and a form, through the real decoder and the real database.
@KaryalayTest
class HandsetTest {
  private static final double[] TABLE = {.10, .08, .91, .07, .93, .94, .08, .95};

  @Autowired Given given;
  @Autowired Phones phones;
  @Autowired Handset handset;
  @Autowired Turning turning;
  @Autowired Documents documents;
  @Autowired JdbcClient db;

  private PersonId clerk;
  private PersonId other;
  private UUID form;
  private Phones.Opened opened;
  private Key key;

  @BeforeEach
  void a_form_is_open() {
    var thana = given.district().thana("थाना फोन");
    clerk = thana.hm().person();
    other = thana.si().person();
    form = Ids.next();
    opened = phones.open(clerk, form);
    key = key(opened.secret(), "a telephone of one's own");
  }

  private static Key key(String secret, String phone) {
    return new Key(secret, phone, "10.0.0." + UUID.randomUUID());
  }

  private static byte[] photo(int seed) {
    BufferedImage page = Sheets.written(seed, 827, 1169);
    return SampleFiles.image("jpeg", Sheets.photo(page, 1200, 1600, TABLE));
  }

  private static Photo plain(byte[] bytes) {
    return new Photo(new ByteArrayInputStream(bytes), bytes.length, false, false, null);
  }

  private int take(byte[] bytes) {
    return handset.take(key, UUID.randomUUID(), plain(bytes));
  }

  private List<Phone.Sheet> sheets() {
    return phones.state(opened.id(), clerk, -1).sheets();
  }

  private static void refused(Callable<?> what, Refused.Reason why) {
    assertThatThrownBy(what::call)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.reason()).isEqualTo(why));
  }

  private static byte[] bytes(Documents documents, DocumentId id) throws IOException {
    try (InputStream in = documents.original(id).content()) {
      return in.readAllBytes();
    }
  }

  @Test
  @Holds("OP-127")
  void a_photo_becomes_a_straight_page_of_the_form_and_what_came_is_kept() throws IOException {
    byte[] photo = photo(1);
    assertThat(take(photo)).isEqualTo(1);
    Upload upload = sheets().getFirst().upload();
    assertThat(upload.bytes()).isLessThanOrEqualTo(250_000);
    assertThat(bytes(documents, upload.document())).isNotEqualTo(photo);
    UUID received =
        db.sql("SELECT received FROM scanning.v_cleaning WHERE document = ?")
            .param(upload.document().value())
            .query(UUID.class)
            .single();
    assertThat(bytes(documents, new DocumentId(received))).isEqualTo(photo);
  }

  @Test
  void a_page_that_the_telephone_made_straight_and_small_is_kept_as_it_came() throws IOException {
    byte[] page = SampleFiles.image("jpeg", Sheets.written(2, 827, 1169));
    var straight = new Photo(new ByteArrayInputStream(page), page.length, true, false, null);
    assertThat(handset.take(key, UUID.randomUUID(), straight)).isEqualTo(1);
    assertThat(bytes(documents, sheets().getFirst().upload().document())).isEqualTo(page);
  }

  @Test
  void what_a_telephone_calls_straight_and_is_not_small_is_made_small_here() {
    byte[] large = SampleFiles.image("png", Sheets.photo(Sheets.written(3), 1500, 2000, TABLE));
    assertThat(large.length).isGreaterThan(250_000);
    var straight = new Photo(new ByteArrayInputStream(large), large.length, true, false, null);
    assertThat(handset.take(key, UUID.randomUUID(), straight)).isEqualTo(1);
    assertThat(sheets().getFirst().upload().bytes()).isLessThanOrEqualTo(250_000);
  }

  @Test
  @Holds("OP-127")
  void pages_stand_in_the_order_in_which_they_came() {
    for (int i = 1; i <= 3; i++) assertThat(take(photo(10 + i))).isEqualTo(i);
    assertThat(sheets()).extracting(Phone.Sheet::serial).containsExactly(1, 2, 3);
  }

  @Test
  @Holds("OP-127")
  void the_same_page_sent_twice_is_not_doubled() {
    byte[] photo = photo(20);
    UUID page = UUID.randomUUID();
    assertThat(handset.take(key, page, plain(photo))).isEqualTo(1);
    // The telephone did not hear the answer and sends it again under the same name.
    assertThat(handset.take(key, page, plain(photo))).isEqualTo(1);
    refused(() -> take(photo), ScanningRefusal.PAGE_HERE);
    assertThat(sheets()).hasSize(1);
  }

  @Test
  void a_second_photo_of_the_page_is_asked_about_and_taken_when_it_is_meant() {
    BufferedImage page = Sheets.written(21, 827, 1169);
    assertThat(take(SampleFiles.image("jpeg", Sheets.photo(page, 1200, 1600, TABLE)))).isEqualTo(1);
    double[] nearly = {.13, .09, .90, .08, .92, .93, .10, .96};
    byte[] again = SampleFiles.image("jpeg", Sheets.photo(page, 1200, 1600, nearly));
    refused(() -> take(again), ScanningRefusal.PAGE_ALIKE);
    assertThat(sheets()).hasSize(1);
    var meant = new Photo(new ByteArrayInputStream(again), again.length, false, true, null);
    assertThat(handset.take(key, UUID.randomUUID(), meant)).isEqualTo(2);
  }

  @Test
  void a_page_taken_again_has_the_place_of_the_one_before() {
    UUID first = UUID.randomUUID();
    byte[] photo = photo(30);
    assertThat(handset.take(key, first, plain(photo))).isEqualTo(1);
    assertThat(take(photo(31))).isEqualTo(2);
    byte[] better = photo(32);
    var instead = new Photo(new ByteArrayInputStream(better), better.length, false, false, first);
    UUID again = UUID.randomUUID();
    assertThat(handset.take(key, again, instead)).isEqualTo(1);
    assertThat(sheets()).hasSize(2);
    assertThat(sheets().getFirst().page()).isEqualTo(again);
    handset.remove(key, again);
    assertThat(sheets()).extracting(Phone.Sheet::serial).containsExactly(2);
    // What was taken off may be sent again.
    assertThat(take(better)).isEqualTo(3);
  }

  @Test
  @Holds("OP-127")
  void after_fifteen_minutes_nothing_more_is_taken_and_a_new_qr_goes_on() {
    assertThat(take(photo(40))).isEqualTo(1);
    db.sql("UPDATE scanning.phone SET expires_at = now() - interval '1 second' WHERE id = ?")
        .param(opened.id())
        .update();
    refused(() -> take(photo(41)), ScanningRefusal.QR_OVER);
    assertThat(phones.state(opened.id(), clerk, -1).over()).isTrue();
    var renewed = phones.open(clerk, form);
    assertThat(renewed.id()).isEqualTo(opened.id());
    refused(() -> take(photo(41)), ScanningRefusal.QR_UNKNOWN);
    key = key(renewed.secret(), "a telephone of one's own");
    assertThat(take(photo(41))).isEqualTo(2);
    assertThat(sheets()).hasSize(2);
  }

  @Test
  @Holds("OP-127")
  void the_first_telephone_is_the_only_one() {
    assertThat(handset.open(key).pages()).isEmpty();
    assertThat(phones.state(opened.id(), clerk, -1).shown()).isTrue();
    Key second = key(opened.secret(), "somebody else's telephone");
    refused(() -> handset.open(second), ScanningRefusal.OTHER_PHONE);
    refused(
        () -> handset.take(second, UUID.randomUUID(), plain(photo(50))),
        ScanningRefusal.OTHER_PHONE);
    refused(() -> handset.open(key(opened.secret(), "short")), ScanningRefusal.OTHER_PHONE);
    assertThat(handset.open(key).seconds()).isBetween(800L, 900L);
  }

  @Test
  void when_the_form_is_sent_or_closed_nothing_more_comes() {
    db.sql("INSERT INTO shared.act (id, person, request_hash, result) VALUES (?, ?, '\\x00', ?)")
        .params(form, clerk.value(), UUID.randomUUID())
        .update();
    refused(() -> take(photo(60)), ScanningRefusal.FORM_GONE);
    refused(() -> phones.open(clerk, form), ScanningRefusal.FORM_GONE);
    var closed = phones.open(clerk, Ids.next());
    phones.end(closed.id(), clerk);
    refused(() -> handset.open(key(closed.secret(), "x".repeat(20))), ScanningRefusal.FORM_GONE);
  }

  @Test
  void the_next_entry_has_a_qr_of_its_own() {
    db.sql("INSERT INTO shared.act (id, person, request_hash, result) VALUES (?, ?, '\\x00', ?)")
        .params(form, clerk.value(), UUID.randomUUID())
        .update();
    assertThat(phones.state(opened.id(), clerk, -1).over()).isTrue();
    assertThatThrownBy(() -> phones.move(opened.id(), clerk, Ids.next()))
        .isInstanceOf(Refused.class);
  }

  @Test
  void a_form_drawn_anew_keeps_its_telephone() {
    phones.move(opened.id(), clerk, Ids.next());
    db.sql("INSERT INTO shared.act (id, person, request_hash, result) VALUES (?, ?, '\\x00', ?)")
        .params(form, clerk.value(), UUID.randomUUID())
        .update();
    assertThat(take(photo(61))).isEqualTo(1);
  }

  @Test
  void what_is_no_photo_is_refused_and_says_what_to_do() throws IOException {
    byte[] heic = "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);
    refused(() -> take(heic), ScanningRefusal.NO_PHOTO);
    refused(() -> take(SampleFiles.pdf(1)), ScanningRefusal.NO_PHOTO);
    var large = new Photo(InputStream.nullInputStream(), 21L << 20, false, false, null);
    refused(() -> handset.take(key, UUID.randomUUID(), large), ScanningRefusal.PHOTO_TOO_LARGE);
    byte[] photo = photo(70);
    byte[] half = Arrays.copyOf(photo, photo.length / 2);
    assertThatThrownBy(() -> take(half)).isInstanceOf(Refused.class);
    assertThat(sheets()).isEmpty();
    assertThat(take(photo)).isEqualTo(1);
  }

  @Test
  @Holds("OP-127")
  void the_two_hundredth_page_is_refused_with_a_sentence_and_the_first_hundred_stay() {
    assertThat(take(photo(80))).isEqualTo(1);
    db.sql(
            """
            INSERT INTO scanning.phone_page (phone, id, serial, upload, received, likeness, at)
            SELECT p.phone, gen_random_uuid(), n, p.upload, '\\x00', '', now()
            FROM scanning.phone_page p, generate_series(2, 100) n WHERE p.phone = ?
            """)
        .param(opened.id())
        .update();
    refused(() -> take(photo(81)), ScanningRefusal.TOO_MANY_PAGES);
    assertThat(sheets()).hasSize(100);
  }

  @Test
  void what_is_refused_is_counted_too_so_that_nobody_fills_the_disk_with_it() {
    byte[] photo = photo(85);
    assertThat(take(photo)).isEqualTo(1);
    refused(() -> take(photo), ScanningRefusal.PAGE_HERE);
    refused(() -> take(SampleFiles.pdf(1)), ScanningRefusal.NO_PHOTO);
    assertThat(
            db.sql("SELECT arrivals FROM scanning.phone WHERE id = ?")
                .param(opened.id())
                .query(Integer.class)
                .single())
        .isEqualTo(3);
    db.sql("UPDATE scanning.phone SET arrivals = 300 WHERE id = ?").param(opened.id()).update();
    refused(() -> take(photo(86)), ScanningRefusal.TOO_MANY_PAGES);
  }

  @Test
  void one_page_sent_by_two_lines_at_once_is_one_page() throws Exception {
    byte[] photo = photo(90);
    UUID page = UUID.randomUUID();
    try (var lines = Executors.newFixedThreadPool(3)) {
      for (var done :
          lines.invokeAll(
              IntStream.range(0, 3)
                  .mapToObj(_ -> (Callable<Integer>) () -> handset.take(key, page, plain(photo)))
                  .toList())) assertThat(done.get()).isEqualTo(1);
    }
    assertThat(sheets()).hasSize(1);
  }

  @Test
  void nobody_else_sees_takes_off_or_ends_what_comes_for_this_form() {
    assertThat(take(photo(100))).isEqualTo(1);
    UUID sheet = sheets().getFirst().page();
    refused(() -> phones.state(opened.id(), other, -1), SharedRefusal.NOT_FOUND);
    assertThatThrownBy(() -> phones.remove(opened.id(), other, sheet)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> phones.end(opened.id(), other)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> phones.move(opened.id(), other, form)).isInstanceOf(Refused.class);
    UUID upload = sheets().getFirst().upload().id();
    refused(() -> turning.turn(upload, other, 1), SharedRefusal.NOT_FOUND);
    var theirs = phones.open(other, form);
    Key foreign = key(theirs.secret(), "x".repeat(20));
    assertThat(handset.open(foreign).pages()).isEmpty();
    assertThatThrownBy(() -> handset.remove(foreign, sheet)).isInstanceOf(Refused.class);
    assertThat(sheets()).hasSize(1);
  }

  @Test
  void a_page_is_turned_before_the_form_is_sent_and_what_came_stays_known() throws IOException {
    byte[] photo = photo(110);
    assertThat(take(photo)).isEqualTo(1);
    Upload before = sheets().getFirst().upload();
    Upload after = turning.turn(before.id(), clerk, 1);
    assertThat(sheets().getFirst().upload().id()).isEqualTo(after.id());
    assertThat(after.document()).isNotEqualTo(before.document());
    UUID received =
        db.sql("SELECT received FROM scanning.v_cleaning WHERE document = ?")
            .param(after.document().value())
            .query(UUID.class)
            .single();
    assertThat(bytes(documents, new DocumentId(received))).isEqualTo(photo);
  }

  @Test
  void whoever_guesses_is_slowed_and_the_secret_stands_in_no_row() {
    Key guess = new Key("guess", "x".repeat(20), "10.1.1." + UUID.randomUUID());
    for (int i = 0; i < WrongSecrets.MOST; i++)
      refused(() -> handset.open(guess), ScanningRefusal.QR_UNKNOWN);
    refused(() -> handset.open(guess), ScanningRefusal.TOO_OFTEN);
    assertThat(handset.open(key).pages()).isEmpty();
    assertThat(opened.secret()).hasSizeGreaterThan(20);
    byte[] kept =
        db.sql("SELECT secret FROM scanning.phone WHERE id = ?")
            .param(opened.id())
            .query(byte[].class)
            .single();
    assertThat(kept).hasSize(32).isNotEqualTo(opened.secret().getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void nothing_is_told_again_to_whoever_has_seen_it() {
    assertThat(take(photo(120))).isEqualTo(1);
    Phone seen = phones.state(opened.id(), clerk, -1);
    assertThat(seen.sheets()).hasSize(1);
    assertThat(phones.state(opened.id(), clerk, seen.changes()).sheets()).isEmpty();
    assertThat(take(photo(121))).isEqualTo(2);
    assertThat(phones.state(opened.id(), clerk, seen.changes()).sheets()).hasSize(2);
  }
}
