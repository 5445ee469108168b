package karyalay.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What does not hang on the machine: its fonts and its memory.
class LongPrintTest {
  @TempDir Path folder;

  private String alone(Path pdf, int pages, String heap) throws IOException, InterruptedException {
    Path noFonts = Files.writeString(folder.resolve("fonts.conf"), "<fontconfig></fontconfig>");
    var builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                LongPrint.class.getName(),
                pdf.toString(),
                String.valueOf(pages))
            .redirectErrorStream(true);
    builder.environment().put("FONTCONFIG_FILE", noFonts.toString());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  @Test
  void three_hundred_pages_with_scans_need_far_less_memory_than_they_have_bytes()
      throws IOException, InterruptedException {
    Path pdf = folder.resolve("long.pdf");
    String said = alone(pdf, 300, "48m");
    assertThat(said).contains("pages 300\n");
    assertThat(Files.size(pdf)).as("bytes that went through 48 MB").isGreaterThan(30L << 20);
  }

  @Test
  void a_machine_without_any_font_prints_the_same_bytes() throws IOException, InterruptedException {
    Path pdf = folder.resolve("alone.pdf");
    alone(pdf, 4, "64m");
    var here = new ByteArrayOutputStream();
    Rendering.write(LongPrint.of(4), here);
    assertThat(Files.readAllBytes(pdf)).isEqualTo(here.toByteArray());
  }

  @Test
  void parts_are_asked_for_one_after_another() {
    var asked = new java.util.ArrayList<Integer>();
    var parts =
        java.util.stream.Stream.of(1, 2, 3)
            .map(part -> {
              asked.add(part);
              return List.of(part + "a", part + "b");
            });
    var chained = Chained.<String>of(parts).iterator();
    assertThat(chained.next()).isEqualTo("1a");
    assertThat(asked).containsExactly(1);
    assertThat(chained.next()).isEqualTo("1b");
    assertThat(chained.next()).isEqualTo("2a");
    assertThat(asked).containsExactly(1, 2);
    chained.next();
    chained.next();
    chained.next();
    assertThat(chained.hasNext()).isFalse();
    org.assertj.core.api.Assertions.assertThatThrownBy(chained::next)
        .isInstanceOf(java.util.NoSuchElementException.class);
  }
}
