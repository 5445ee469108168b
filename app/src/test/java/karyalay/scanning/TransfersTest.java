package karyalay.scanning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.desk.Attachments;
import karyalay.documents.Documents;
import karyalay.documents.DocumentsRefusal;
import karyalay.documents.SampleFiles;
import karyalay.shared.PersonId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Files that arrive in parts.
@KaryalayTest
class TransfersTest {
  private static final int PART = 20_000;

  @Autowired Given given;
  @Autowired Transfers transfers;
  @Autowired Attachments attachments;
  @Autowired Documents documents;
  @Autowired JdbcClient db;

  private PersonId clerk;
  private Seat other;
  private final byte[] scan = SampleFiles.scan(2, 100);

  @BeforeEach
  void thana() {
    var thana = given.district().thana("थाना पतली लाइन");
    clerk = thana.hm().person();
    other = thana.si();
  }

  private Transfer begin(String mark) {
    return transfers.begin(clerk, "petition.pdf", mark, scan.length);
  }

  private Transfer part(Transfer to, int from, int end) {
    return transfers.append(to.id(), clerk, from, in(Arrays.copyOfRange(scan, from, end)));
  }

  private static InputStream in(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  private void rest(Transfer to) {
    for (int at = (int) transfers.find(to.id(), clerk).offset(); at < scan.length; at += PART)
      assertThat(part(to, at, Math.min(at + PART, scan.length)).offset())
          .isEqualTo(Math.min(at + PART, scan.length));
  }

  private static void refused(Callable<?> what, Refused.Reason why) {
    assertThatThrownBy(what::call)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.reason()).isEqualTo(why));
  }

  @Test
  @Holds("OP-127")
  void a_file_in_parts_is_the_same_file() throws IOException {
    Transfer begun = begin("a");
    rest(begun);
    var upload = transfers.complete(begun.id(), clerk);
    assertThat(upload.pages()).isEqualTo(2);
    assertThat(upload.name()).isEqualTo("petition.pdf");
    try (var original = documents.original(upload.document()).content()) {
      assertThat(original.readAllBytes()).isEqualTo(scan);
    }
    assertThat(transfers.open(clerk)).isEmpty();
  }

  @Test
  @Holds("OP-127")
  void a_part_that_comes_twice_does_nothing_and_one_that_would_leave_a_hole_is_not_taken() {
    Transfer begun = begin("b");
    assertThat(part(begun, 0, PART).offset()).isEqualTo(PART);
    assertThat(part(begun, 0, PART).offset()).isEqualTo(PART);
    assertThat(part(begun, PART / 2, PART + 500).offset()).isEqualTo(PART + 500);
    assertThat(part(begun, PART + 600, PART + 700).offset()).isEqualTo(PART + 500);
    rest(begun);
    assertThat(transfers.complete(begun.id(), clerk).bytes()).isEqualTo(scan.length);
  }

  @Test
  @Holds("OP-127")
  void the_same_file_chosen_again_goes_on_where_it_stopped_and_another_does_not() {
    Transfer begun = begin("c");
    var _ = part(begun, 0, PART);
    Transfer again = begin("c");
    assertThat(again.id()).isEqualTo(begun.id());
    assertThat(again.offset()).isEqualTo(PART);
    assertThat(begin("another sum").id()).isNotEqualTo(begun.id());
    assertThat(transfers.begin(other.person(), "petition.pdf", "c", scan.length).offset()).isZero();
  }

  @Test
  void what_came_before_the_line_broke_stays() {
    Transfer begun = begin("d");
    var breaks =
        new InputStream() {
          private int at;

          @Override
          public int read() throws IOException {
            if (at == 30_000) throw new IOException("the line broke");
            return scan[at++] & 0xff;
          }
        };
    refused(() -> transfers.append(begun.id(), clerk, 0, breaks), DocumentsRefusal.BROKE_OFF);
    assertThat(transfers.find(begun.id(), clerk).offset()).isBetween(16_000L, 30_000L);
    rest(begun);
    assertThat(transfers.complete(begun.id(), clerk).pages()).isEqualTo(2);
  }

  @Test
  void two_lines_at_once_leave_the_file_whole() throws Exception {
    Transfer begun = begin("e");
    try (var lines = Executors.newFixedThreadPool(4)) {
      for (var done :
          lines.invokeAll(
              IntStream.range(0, 4)
                  .mapToObj(_ -> (Callable<Transfer>) () -> part(begun, 0, scan.length))
                  .toList())) assertThat(done.get().offset()).isEqualTo(scan.length);
      var uploads =
          lines
              .invokeAll(
                  IntStream.range(0, 4)
                      .mapToObj(
                          _ -> (Callable<Object>) () -> transfers.complete(begun.id(), clerk).id())
                      .toList())
              .stream()
              .map(TransfersTest::got)
              .distinct();
      assertThat(uploads).hasSize(1);
    }
  }

  private static Object got(java.util.concurrent.Future<Object> done) {
    return done.resultNow();
  }

  @Test
  void nothing_is_finished_before_it_is_all_here_and_nothing_is_taken_beyond_its_end() {
    Transfer begun = begin("f");
    var _ = part(begun, 0, PART);
    refused(() -> transfers.complete(begun.id(), clerk), ScanningRefusal.NOT_ALL_HERE);
    byte[] longer = Arrays.copyOf(scan, scan.length + 5_000);
    assertThat(transfers.append(begun.id(), clerk, 0, in(longer)).offset()).isEqualTo(scan.length);
    assertThat(transfers.complete(begun.id(), clerk).bytes()).isEqualTo(scan.length);
  }

  @Test
  void a_stranger_finds_none_of_it() {
    Transfer begun = begin("g");
    PersonId stranger = other.person();
    refused(() -> transfers.find(begun.id(), stranger), SharedRefusal.NOT_FOUND);
    refused(() -> transfers.append(begun.id(), stranger, 0, in(scan)), SharedRefusal.NOT_FOUND);
    refused(() -> transfers.complete(begun.id(), stranger), SharedRefusal.NOT_FOUND);
    assertThatThrownBy(() -> transfers.drop(begun.id(), stranger)).isInstanceOf(Refused.class);
    assertThat(transfers.open(stranger)).isEmpty();
    assertThat(transfers.find(begun.id(), clerk).offset()).isZero();
  }

  @Test
  void what_is_no_document_is_refused_at_its_end_and_let_go_of() {
    byte[] page = "<html>no petition</html>".getBytes(StandardCharsets.UTF_8);
    Transfer begun = transfers.begin(clerk, "petition.pdf", "h", page.length);
    var _ = transfers.append(begun.id(), clerk, 0, in(page));
    refused(() -> transfers.complete(begun.id(), clerk), DocumentsRefusal.TYPE_NOT_TAKEN);
    refused(() -> transfers.find(begun.id(), clerk), SharedRefusal.NOT_FOUND);
  }

  @Test
  void one_person_cannot_fill_the_disk() {
    refused(() -> transfers.begin(clerk, "a", "a", 101L << 20), DocumentsRefusal.TOO_LARGE);
    refused(() -> transfers.begin(clerk, "a", "a", 0), DocumentsRefusal.EMPTY);
    for (int i = 0; i < 5; i++)
      assertThat(transfers.begin(clerk, "a", "a" + i, 100L << 20).offset()).isZero();
    refused(() -> transfers.begin(clerk, "a", "b", 1), ScanningRefusal.TOO_MANY_TRANSFERS);
    for (int i = 0; i < Transfers.MOST_FILES; i++)
      assertThat(transfers.begin(other.person(), "a", "a" + i, 10).offset()).isZero();
    refused(
        () -> transfers.begin(other.person(), "a", "b", 10), ScanningRefusal.TOO_MANY_TRANSFERS);
    transfers.drop(transfers.open(other.person()).getFirst().id(), other.person());
    assertThat(transfers.begin(other.person(), "a", "b", 10).offset()).isZero();
  }

  @Test
  void what_nobody_went_on_with_for_a_day_is_gone() {
    Transfer left = begin("i");
    var _ = part(left, 0, PART);
    Transfer fresh = begin("j");
    db.sql(
            "UPDATE scanning.transfer SET touched_at = touched_at - interval '25 hours' WHERE id = ?")
        .param(left.id())
        .update();
    transfers.sweep();
    refused(() -> transfers.find(left.id(), clerk), SharedRefusal.NOT_FOUND);
    assertThat(transfers.find(fresh.id(), clerk).offset()).isZero();
    assertThat(begin("i").offset()).isZero();
  }

  @Test
  void what_is_attached_already_is_not_made_again() {
    Transfer begun = begin("k");
    rest(begun);
    var upload = transfers.complete(begun.id(), clerk);
    db.sql("UPDATE desk.upload SET used_at = now() WHERE id = ?").param(upload.id()).update();
    refused(() -> transfers.complete(begun.id(), clerk), ScanningRefusal.TRANSFER_USED);
    assertThat(attachments.uploads(java.util.List.of(upload.id()), clerk)).isEmpty();
  }
}
