package karyalay.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import karyalay.shared.Refused;
import karyalay.shared.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class DiskBlobsTest {
  private static final byte[] PETITION =
      "प्रार्थना पत्र".repeat(20_000).getBytes(StandardCharsets.UTF_8);
  private static final byte[] HASH = Sha256.of(PETITION);

  @TempDir Path folder;
  private DiskBlobs blobs;

  @BeforeEach
  void open() throws IOException {
    blobs = new DiskBlobs(settings());
  }

  private DocumentSettings settings() {
    var size = DataSize.ofMegabytes(100);
    var time = Duration.ofSeconds(1);
    return new DocumentSettings(folder, size, 1, 1, size, 1, size, time, time);
  }

  private Path keep() throws IOException {
    var incoming = blobs.take(new ByteArrayInputStream(PETITION), PETITION.length);
    blobs.keep(incoming);
    blobs.drop(incoming);
    return blobs.file(incoming.sha256(), incoming.bytes());
  }

  private List<Path> files() throws IOException {
    try (var all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static void assertRefused(DocumentsRefusal reason, Runnable work) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(work::run)
        .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  @Test
  void bytes_lie_under_their_hash_and_for_our_eyes_only() throws IOException {
    String hash = HexFormat.of().formatHex(HASH);
    Path place = keep();
    assertThat(folder.relativize(place).toString())
        .isEqualTo("blobs/" + hash.substring(0, 2) + "/" + hash.substring(2, 4) + "/" + hash);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place)))
        .isEqualTo("rw-------");
    assertThat(files()).containsExactly(place);
  }

  @Test
  void what_is_read_is_what_was_received() throws IOException {
    keep();
    try (InputStream in = blobs.open(HASH, PETITION.length)) {
      assertThat(in.readAllBytes()).isEqualTo(PETITION);
    }
  }

  @Test
  void a_wrong_byte_is_a_fault_before_the_last_byte_is_given() throws IOException {
    Path place = keep();
    byte[] forged = PETITION.clone();
    forged[10] ^= 1;
    Files.write(place, forged);
    try (InputStream in = blobs.open(HASH, PETITION.length)) {
      assertThatExceptionOfType(DamagedDocument.class)
          .isThrownBy(() -> in.readNBytes(new byte[PETITION.length], 0, PETITION.length));
    }
    assertThatExceptionOfType(DamagedDocument.class)
        .isThrownBy(() -> blobs.file(HASH, PETITION.length));
  }

  @Test
  void bytes_added_or_taken_away_are_a_fault() throws IOException {
    Path place = keep();
    Files.write(place, new byte[1], java.nio.file.StandardOpenOption.APPEND);
    assertThatExceptionOfType(DamagedDocument.class)
        .isThrownBy(() -> blobs.file(HASH, PETITION.length));
    Files.write(place, new byte[100]);
    assertThatExceptionOfType(DamagedDocument.class)
        .isThrownBy(() -> blobs.file(HASH, PETITION.length));
  }

  @Test
  void what_is_there_is_never_overwritten() throws IOException {
    Path place = keep();
    Object before = Files.getAttribute(place, "unix:ino");
    keep();
    assertThat(Files.getAttribute(place, "unix:ino")).isEqualTo(before);
    Files.write(place, new byte[100]);
    assertThatExceptionOfType(DamagedDocument.class).isThrownBy(this::keep);
    assertThat(Files.size(place)).isEqualTo(100);
  }

  @Test
  void an_upload_that_breaks_off_leaves_nothing() throws IOException {
    var broken =
        new SequenceInputStream(
            new ByteArrayInputStream(PETITION),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new EOFException("line lost");
              }
            });
    assertRefused(DocumentsRefusal.BROKE_OFF, () -> blobs.take(broken, 1 << 30));
    assertThat(files()).isEmpty();
  }

  @Test
  void too_many_bytes_and_none_are_refused_and_leave_nothing() throws IOException {
    assertRefused(
        DocumentsRefusal.TOO_LARGE,
        () -> blobs.take(new ByteArrayInputStream(PETITION), PETITION.length - 1));
    assertRefused(
        DocumentsRefusal.EMPTY, () -> blobs.take(new ByteArrayInputStream(new byte[0]), 10));
    assertThat(files()).isEmpty();
  }

  @Test
  void a_full_disk_is_said_in_a_sentence() throws IOException {
    try (var full = new FileOutputStream("/dev/full")) {
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(
              () -> DiskBlobs.copy(new ByteArrayInputStream(PETITION), full, folder, 1 << 30))
          .satisfies(fault ->
              assertThat(DiskBlobs.fault(fault))
                  .isInstanceOfSatisfying(
                      Refused.class,
                      refused ->
                          assertThat(refused.reason()).isEqualTo(DocumentsRefusal.DISK_FULL)));
    }
  }

  @Test
  void what_was_arriving_when_the_program_died_is_swept() throws IOException {
    blobs.take(new ByteArrayInputStream(PETITION), PETITION.length);
    assertThat(files()).hasSize(1);
    new DiskBlobs(settings());
    assertThat(files()).isEmpty();
  }
}
