package karyalay.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecoderFilesTest {
  private static final String OWN = "karyalay/documents/decoder/Decoder.class";

  @TempDir Path folder;

  @Test
  void classes_and_jars_on_the_disk_are_used_where_they_are() throws IOException {
    assertThat(DecoderFiles.place("file:/app/classes/a/B.class", "a/B.class", folder))
        .isEqualTo(Path.of("/app/classes"));
    assertThat(DecoderFiles.place("jar:file:/app/one%20two.jar!/a/B.class", "a/B.class", folder))
        .isEqualTo(Path.of("/app/one two.jar"));
  }

  @Test
  void what_lies_inside_the_packaged_program_is_laid_out() throws IOException {
    byte[] library = {1, 2, 3};
    var entries =
        Map.of(
            "BOOT-INF/lib/x.jar",
            library,
            "BOOT-INF/classes/" + OWN,
            library,
            "BOOT-INF/classes/application.properties",
            library,
            "BOOT-INF/classes/karyalay/documents/Documents.class",
            library);
    Path program = folder.resolve("karyalay.jar");
    Files.copy(new ByteArrayInputStream(SampleFiles.zip(entries)), program);
    String base = "jar:nested:" + program + "/!BOOT-INF/";
    Path jar = DecoderFiles.place(base + "lib/x.jar!/a/B.class", "a/B.class", folder.resolve("d"));
    assertThat(jar).isEqualTo(folder.resolve("d/x.jar")).hasBinaryContent(library);
    Path classes = DecoderFiles.place(base + "classes/!/" + OWN, OWN, folder.resolve("d"));
    assertThat(classes.resolve(OWN)).exists();
    try (var laidOut = Files.walk(classes)) {
      assertThat(laidOut.filter(Files::isRegularFile)).hasSize(1);
    }
  }

  @Test
  void of_the_program_laid_out_beside_its_libraries_only_the_decoder_is_taken() throws IOException {
    byte[] bytes = {1, 2, 3};
    var entries = Map.of(OWN, bytes, "karyalay/documents/Documents.class", bytes);
    Path program = folder.resolve("karyalay.jar");
    Files.copy(new ByteArrayInputStream(SampleFiles.zip(entries)), program);
    Path classes = DecoderFiles.place("jar:file:" + program + "!/" + OWN, OWN, folder.resolve("d"));
    assertThat(classes.resolve(OWN)).exists();
    assertThat(classes.resolve("karyalay/documents/Documents.class")).doesNotExist();
  }

  @Test
  void the_decoder_sees_nothing_of_the_program_but_itself() throws IOException {
    String[] path = DecoderFiles.classPath(folder).split(java.io.File.pathSeparator);
    assertThat(path).hasSize(10).noneMatch(entry -> entry.contains("spring"));
    assertThat(Path.of(path[0]).resolve(OWN)).exists();
  }
}
