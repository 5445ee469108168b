package karyalay.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import karyalay.shared.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.unit.DataSize;

class PageImagesTest {
  private static final Logger LOG = LoggerFactory.getLogger(PageImagesTest.class);

  @TempDir Path folder;
  private Decoders decoders;
  private DiskBlobs blobs;
  private PageImages images;

  @BeforeEach
  void open() throws IOException {
    var size = DataSize.ofMegabytes(300);
    var patience = Duration.ofSeconds(60);
    var settings = new DocumentSettings(folder, size, 500, 120, size, 1, size, patience, patience);
    decoders = new Decoders(settings);
    blobs = new DiskBlobs(settings);
    images = new PageImages(settings, blobs, decoders);
  }

  @AfterEach
  void close() {
    decoders.destroy();
  }

  private Stored stored(byte[] bytes, DocumentType type, int pages) throws IOException {
    var incoming = blobs.take(new ByteArrayInputStream(bytes), bytes.length);
    blobs.keep(incoming);
    blobs.drop(incoming);
    return new Stored(DocumentId.next(), incoming.sha256(), type, bytes.length, pages);
  }

  private Path made(Stored document, String what) {
    String hash = document.hash();
    return folder
        .resolve("derived/pages")
        .resolve(hash.substring(0, 2))
        .resolve(hash.substring(2, 4))
        .resolve(hash)
        .resolve(what);
  }

  @Test
  void each_size_is_as_large_as_it_says() throws IOException {
    var document = stored(SampleFiles.scan(1, 200), DocumentType.PDF, 1);
    assertThat(width(document, PageSize.THUMBNAIL)).isBetween(115, 125);
    assertThat(width(document, PageSize.PAGE)).isBetween(1090, 1110);
    assertThat(width(document, PageSize.LARGE)).isBetween(1800, 1840);
  }

  private int width(Stored document, PageSize size) throws IOException {
    byte[] jpeg = images.image(document, 1, size);
    return ImageIO.read(new ByteArrayInputStream(jpeg)).getWidth();
  }

  @Test
  void a_page_once_made_needs_no_decoder() throws IOException {
    var document = stored(SampleFiles.pdf(1), DocumentType.PDF, 1);
    byte[] first = images.image(document, 1, PageSize.PAGE);
    decoders.destroy();
    Files.delete(blobs.file(document.sha256(), document.bytes()));
    assertThat(images.image(document, 1, PageSize.PAGE)).isEqualTo(first);
    assertThat(images.image(document, 1, PageSize.THUMBNAIL)).isNotEmpty();
  }

  @Test
  void a_page_that_cannot_be_drawn_is_refused_and_not_tried_again() throws IOException {
    var document = stored(SampleFiles.pdf(1), DocumentType.PDF, 2);
    assertNotShown(document);
    assertThat(made(document, "2-fault")).exists();
    decoders.destroy();
    assertNotShown(document);
  }

  private void assertNotShown(Stored document) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> images.image(document, 2, PageSize.PAGE))
        .satisfies(
            refused -> assertThat(refused.reason()).isEqualTo(DocumentsRefusal.PAGE_NOT_SHOWN));
  }

  @Test
  void nothing_is_drawn_from_damaged_bytes() throws IOException {
    var document = stored(SampleFiles.pdf(1), DocumentType.PDF, 1);
    Path place = blobs.file(document.sha256(), document.bytes());
    byte[] forged = Files.readAllBytes(place);
    forged[forged.length / 2] ^= 1;
    Files.write(place, forged);
    assertThatExceptionOfType(DamagedDocument.class)
        .isThrownBy(() -> images.image(document, 1, PageSize.PAGE));
  }

  @Test
  void pages_that_will_be_asked_for_next_are_drawn_ahead() throws Exception {
    var document = stored(SampleFiles.pdf(5), DocumentType.PDF, 5);
    var ahead = new LookAhead(images);
    ahead.after(document, 0);
    for (int tries = 0; tries < 300 && !images.has(document, 3); tries++) Thread.sleep(100);
    assertThat(List.of(images.has(document, 1), images.has(document, 3), images.has(document, 4)))
        .containsExactly(true, true, false);
    ahead.destroy();
  }

  /// The times go to the log; a slow machine must not fail a test.
  @Test
  void the_first_page_of_a_long_scan_is_drawn() throws IOException {
    byte[] bytes = SampleFiles.scan(200, 150);
    var document = stored(bytes, DocumentType.PDF, 200);
    for (int page : new int[] {1, 2, 100}) {
      long start = System.nanoTime();
      byte[] jpeg = images.image(document, page, PageSize.PAGE);
      LOG.info(
          "page {} of a scan of 200 pages, {} MB: {} ms, {} KB",
          page,
          bytes.length >> 20,
          (System.nanoTime() - start) / 1_000_000,
          jpeg.length >> 10);
      assertThat(jpeg.length).isLessThanOrEqualTo(PageSize.PAGE.target().bytes());
    }
  }
}
