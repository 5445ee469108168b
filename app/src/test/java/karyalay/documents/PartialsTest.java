package karyalay.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import karyalay.shared.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class PartialsTest {
  @TempDir Path folder;

  private final UUID id = UUID.randomUUID();
  private final byte[] bytes = new byte[100_000];
  private Partials partials;

  @BeforeEach
  void open() throws IOException {
    new Random(1).nextBytes(bytes);
    partials = new Partials(settings());
  }

  private DocumentSettings settings() {
    var size = DataSize.ofMegabytes(1);
    var time = Duration.ofMinutes(1);
    return new DocumentSettings(folder, size, 500, 120, size, 1, size, time, time);
  }

  private long put(int from, int end) {
    return partials.append(
        id, from, new ByteArrayInputStream(Arrays.copyOfRange(bytes, from, end)), bytes.length);
  }

  private byte[] here() throws IOException {
    try (InputStream in = partials.read(id)) {
      return in.readAllBytes();
    }
  }

  @Test
  void what_arrived_before_a_restart_is_there_after_it() throws IOException {
    assertThat(put(0, 40_000)).isEqualTo(40_000);
    partials = new Partials(settings());
    assertThat(partials.size(id)).isEqualTo(40_000);
    assertThat(put(40_000, 100_000)).isEqualTo(100_000);
    assertThat(here()).isEqualTo(bytes);
  }

  @Test
  void parts_that_overlap_or_come_twice_leave_the_bytes_as_they_are() throws IOException {
    assertThat(put(0, 30_000)).isEqualTo(30_000);
    assertThat(put(10_000, 50_000)).isEqualTo(50_000);
    assertThat(put(0, 50_000)).isEqualTo(50_000);
    assertThat(put(60_000, 70_000)).isEqualTo(50_000);
    assertThat(put(50_000, 100_000)).isEqualTo(100_000);
    assertThat(here()).isEqualTo(bytes);
  }

  @Test
  void nothing_goes_beyond_the_length_that_was_announced() throws IOException {
    byte[] longer = Arrays.copyOf(bytes, 120_000);
    assertThat(partials.append(id, 0, new ByteArrayInputStream(longer), 100_000))
        .isEqualTo(100_000);
    assertThat(here()).isEqualTo(bytes);
    assertThatThrownBy(() -> partials.requireTaken(2L << 20)).isInstanceOf(Refused.class);
  }

  @Test
  void others_on_the_machine_cannot_read_it_and_what_is_let_go_of_is_gone() throws IOException {
    assertThat(partials.size(id)).isZero();
    assertThat(put(0, 10)).isEqualTo(10);
    Path file = folder.resolve("partial").resolve(id.toString());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    partials.drop(id);
    partials.drop(id);
    assertThat(file).doesNotExist();
  }
}
