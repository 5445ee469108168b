package karyalay.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import karyalay.documents.decoder.Answer;
import karyalay.documents.decoder.Fault;
import karyalay.documents.decoder.Format;
import karyalay.documents.decoder.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/// Real files through a real child process.
class DecodersTest {
  @TempDir static Path folder;
  private static Decoders decoders;

  @BeforeAll
  static void start() {
    decoders = new Decoders(settings(Duration.ofSeconds(60)));
  }

  @AfterAll
  static void end() {
    decoders.destroy();
  }

  private static DocumentSettings settings(Duration patience) {
    return settings(patience, DataSize.ofMegabytes(384));
  }

  private static DocumentSettings settings(Duration patience, DataSize memory) {
    return new DocumentSettings(
        folder,
        DataSize.ofMegabytes(100),
        500,
        120,
        DataSize.ofMegabytes(300),
        1,
        memory,
        patience,
        Duration.ofMinutes(5));
  }

  private static Path file(byte[] bytes) throws IOException {
    return Files.write(Files.createTempFile(folder, "sample", ""), bytes);
  }

  private static Answer examine(byte[] bytes, Format format) throws IOException {
    return decoders.call(new Task.Examine(file(bytes), format));
  }

  private static void assertRefused(byte[] bytes, Format format, Fault fault) throws IOException {
    assertThat(examine(bytes, format)).isEqualTo(new Answer.Failed(fault));
  }

  private static BufferedImage page(byte[] bytes, Format format, int page) throws IOException {
    var target = PageSize.PAGE.target();
    var draw = new Task.Draw(file(bytes), format, page, List.of(target));
    byte[] jpeg = ((Answer.Drawn) decoders.call(draw)).images().getFirst();
    assertThat(jpeg.length).isLessThanOrEqualTo(target.bytes());
    return ImageIO.read(new ByteArrayInputStream(jpeg));
  }

  private static long dark(BufferedImage image) {
    return IntStream.range(0, image.getWidth() * image.getHeight())
        .map(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()) & 0xff)
        .filter(blue -> blue < 100)
        .count();
  }

  @Test
  void pages_of_every_kind_are_counted() throws IOException {
    assertThat(examine(SampleFiles.pdf(200), Format.PDF)).isEqualTo(new Answer.Examined(200));
    assertThat(examine(SampleFiles.jpeg(), Format.JPEG)).isEqualTo(new Answer.Examined(1));
    assertThat(examine(SampleFiles.tiff(3), Format.TIFF)).isEqualTo(new Answer.Examined(3));
    assertThat(examine(SampleFiles.image("png", SampleFiles.sheet(50, 1)), Format.PNG))
        .isEqualTo(new Answer.Examined(1));
    assertThat(examine(SampleFiles.docx("सेवा में, थानाध्यक्ष"), Format.DOCX))
        .isEqualTo(new Answer.Examined(1));
  }

  @Test
  void a_page_of_a_pdf_is_drawn_with_its_words() throws IOException {
    BufferedImage page = page(SampleFiles.pdf(3), Format.PDF, 3);
    assertThat(page.getWidth()).isBetween(1080, 1120);
    assertThat(dark(page)).isGreaterThan(1000);
  }

  @Test
  void a_scanned_page_keeps_its_writing_and_stays_within_its_weight() throws IOException {
    assertThat(dark(page(SampleFiles.scan(2, 200), Format.PDF, 2))).isGreaterThan(10_000);
  }

  @Test
  void every_page_of_a_tiff_is_drawn() throws IOException {
    assertThat(dark(page(SampleFiles.tiff(2), Format.TIFF, 2))).isGreaterThan(5_000);
  }

  @Test
  void words_of_a_docx_are_drawn_in_both_scripts() throws IOException {
    long empty = dark(page(SampleFiles.docx(""), Format.DOCX, 1));
    long hindi = dark(page(SampleFiles.docx("थानाध्यक्ष सौरिख"), Format.DOCX, 1));
    long english = dark(page(SampleFiles.docx("Station officer"), Format.DOCX, 1));
    assertThat(hindi).isGreaterThan(empty + 300);
    assertThat(english).isGreaterThan(empty + 300);
  }

  @Test
  void a_long_docx_runs_over_several_pages() throws IOException {
    String[] paragraphs = new String[200];
    Arrays.fill(paragraphs, "एक पंक्ति");
    assertThat(examine(SampleFiles.docx(paragraphs), Format.DOCX))
        .isEqualTo(new Answer.Examined(5));
  }

  @Test
  void a_photograph_stands_upright() throws IOException {
    var lying = new BufferedImage(800, 400, BufferedImage.TYPE_INT_RGB);
    var graphics = lying.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 400, 400);
    graphics.dispose();
    BufferedImage upright = page(SampleFiles.lyingJpeg(lying), Format.JPEG, 1);
    assertThat(upright.getWidth()).isEqualTo(400);
    assertThat(upright.getRGB(200, 50) & 0xff).isGreaterThan(200);
    assertThat(upright.getRGB(200, 750) & 0xff).isLessThan(50);
  }

  @Test
  void a_locked_pdf_is_refused_with_and_without_a_password_to_open_it() throws IOException {
    assertRefused(SampleFiles.locked("secret"), Format.PDF, Fault.ENCRYPTED);
    assertRefused(SampleFiles.locked(""), Format.PDF, Fault.ENCRYPTED);
  }

  @Test
  void a_file_that_lost_its_end_is_refused() throws IOException {
    assertRefused(half(SampleFiles.pdf(20)), Format.PDF, Fault.CUT_OFF);
    assertRefused(half(SampleFiles.jpeg()), Format.JPEG, Fault.CUT_OFF);
    assertRefused(half(SampleFiles.docx("a")), Format.DOCX, Fault.CUT_OFF);
    assertThat(examine(half(SampleFiles.image("png", SampleFiles.sheet(50, 1))), Format.PNG))
        .isInstanceOf(Answer.Failed.class);
    assertThat(examine(half(SampleFiles.tiff(3)), Format.TIFF)).isInstanceOf(Answer.Failed.class);
  }

  private static byte[] half(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length / 2);
  }

  @Test
  void rubbish_behind_the_right_first_bytes_is_refused() throws IOException {
    byte[] rubbish = "%PDF-1.7\nnothing of the kind\n%%EOF".getBytes(StandardCharsets.US_ASCII);
    assertRefused(rubbish, Format.PDF, Fault.BROKEN);
  }

  @Test
  void more_pages_than_allowed_are_refused() throws IOException {
    assertRefused(SampleFiles.pdf(501), Format.PDF, Fault.TOO_MANY_PAGES);
  }

  @Test
  void an_image_that_says_it_is_enormous_is_refused_unread() throws IOException {
    assertRefused(SampleFiles.hugePng(60_000, 60_000), Format.PNG, Fault.TOO_MANY_PIXELS);
  }

  @Test
  void a_docx_that_swells_is_refused() throws IOException {
    assertRefused(SampleFiles.bomb(64), Format.DOCX, Fault.BOMB);
  }

  @Test
  void a_docx_that_carries_a_program_is_refused() throws IOException {
    byte[] none = {1};
    var entries =
        Map.of("[Content_Types].xml", none, "word/document.xml", none, "word/vbaProject.bin", none);
    assertRefused(SampleFiles.zip(entries), Format.DOCX, Fault.MACROS);
  }

  @Test
  void another_archive_is_no_docx() throws IOException {
    assertRefused(SampleFiles.zip(Map.of("a.txt", new byte[9])), Format.DOCX, Fault.NOT_TAKEN);
  }

  @Test
  void a_docx_cannot_make_the_decoder_read_other_files() throws IOException {
    Path other = file("dark words ".repeat(200).getBytes(StandardCharsets.UTF_8));
    byte[] body =
        ("<!DOCTYPE d [<!ENTITY x SYSTEM '" + other.toUri() + "'>]><d><p><t>&x;</t></p></d>")
            .getBytes(StandardCharsets.UTF_8);
    var entries = Map.of("[Content_Types].xml", body, "word/document.xml", body);
    assertThat(examine(SampleFiles.zip(entries), Format.DOCX))
        .isEqualTo(new Answer.Failed(Fault.BROKEN));
  }

  @Test
  void a_decoder_that_was_killed_is_replaced() throws IOException {
    examine(SampleFiles.jpeg(), Format.JPEG);
    List<ProcessHandle> running = children();
    assertThat(running).isNotEmpty();
    running.forEach(ProcessHandle::destroyForcibly);
    running.forEach(process -> process.onExit().join());
    assertThat(examine(SampleFiles.jpeg(), Format.JPEG)).isEqualTo(new Answer.Examined(1));
    assertThat(children()).doesNotContainAnyElementsOf(running).isNotEmpty();
  }

  private static List<ProcessHandle> children() {
    return ProcessHandle.current()
        .children()
        .filter(child -> child.info().arguments().map(DecodersTest::isOurs).orElse(false))
        .toList();
  }

  private static boolean isOurs(String[] arguments) {
    return List.of(arguments).contains("-Djava.io.tmpdir=" + folder.resolve("derived/decoder"));
  }

  @Test
  void a_task_over_its_time_is_ended_with_its_process() throws IOException {
    var hurried = new Decoders(settings(Duration.ofMillis(1)));
    var task = new Task.Examine(file(SampleFiles.scan(3, 100)), Format.PDF);
    assertThat(hurried.call(task)).isEqualTo(new Answer.Failed(Fault.TOO_HEAVY));
    hurried.destroy();
  }

  @Test
  void a_file_that_needs_too_much_memory_ends_the_decoder_and_not_the_next_file()
      throws IOException {
    var small = new Decoders(settings(Duration.ofSeconds(60), DataSize.ofMegabytes(24)));
    var picture = SampleFiles.image("png", SampleFiles.sheet(300, 1));
    var task = new Task.Examine(file(picture), Format.PNG);
    assertThat(small.call(task)).isEqualTo(new Answer.Failed(Fault.TOO_HEAVY));
    var next = new Task.Examine(file(SampleFiles.pdf(1)), Format.PDF);
    assertThat(small.call(next)).isEqualTo(new Answer.Examined(1));
    small.destroy();
  }
}
