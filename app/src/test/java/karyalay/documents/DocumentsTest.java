package karyalay.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.ImageIO;
import karyalay.KaryalayTest;
import karyalay.shared.Refused;
import karyalay.shared.Sha256;
import karyalay.shared.SharedRefusal;
import karyalay.web.Words;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

@KaryalayTest
class DocumentsTest {
  @Autowired Documents documents;
  @Autowired JdbcClient db;
  @Autowired Words words;

  @Value("${karyalay.data}")
  Path folder;

  private Stored receive(byte[] bytes) {
    return documents.receive(new ByteArrayInputStream(bytes));
  }

  private void assertRefused(byte[] bytes, DocumentsRefusal reason) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> receive(bytes))
        .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
    assertThat(place(Sha256.of(bytes))).doesNotExist();
    assertThat(rows(Sha256.of(bytes))).isZero();
  }

  private Path place(byte[] sha256) {
    String hash = HexFormat.of().formatHex(sha256);
    return folder.resolve(
        "blobs/" + hash.substring(0, 2) + "/" + hash.substring(2, 4) + "/" + hash);
  }

  private int rows(byte[] sha256) {
    return db.sql("SELECT count(*) FROM documents.document WHERE sha256 = ?")
        .param(sha256)
        .query(Integer.class)
        .single();
  }

  @Test
  void a_document_is_received_read_back_and_shown() throws IOException {
    byte[] bytes = SampleFiles.pdf(4);
    Stored stored = receive(bytes);
    assertThat(stored.type()).isEqualTo(DocumentType.PDF);
    assertThat(stored.pages()).isEqualTo(4);
    assertThat(stored.sha256()).isEqualTo(Sha256.of(bytes));
    try (var content = documents.original(stored.id()).content()) {
      assertThat(content.readAllBytes()).isEqualTo(bytes);
    }
    PageImage page = documents.page(stored.id(), 4, PageSize.PAGE);
    assertThat(ImageIO.read(new ByteArrayInputStream(page.jpeg())).getHeight()).isGreaterThan(1400);
    assertThat(page.tag()).doesNotContain(stored.hash());
  }

  @Test
  void the_same_bytes_received_twice_are_two_documents_of_one_blob() {
    byte[] bytes = SampleFiles.image("png", SampleFiles.sheet(40, 77));
    Stored first = receive(bytes);
    Stored second = receive(bytes);
    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(rows(first.sha256())).isEqualTo(2);
    assertThat(place(first.sha256())).exists();
    assertThat(documents.find(List.of(first.id(), second.id()))).hasSize(2);
  }

  @Test
  void the_type_is_told_by_the_bytes() {
    assertThat(receive(SampleFiles.jpeg()).type()).isEqualTo(DocumentType.JPEG);
    assertRefused(
        "<html>named petition.pdf</html>".getBytes(StandardCharsets.US_ASCII),
        DocumentsRefusal.TYPE_NOT_TAKEN);
  }

  @Test
  void what_is_refused_leaves_neither_bytes_nor_row() {
    assertRefused(SampleFiles.locked("secret"), DocumentsRefusal.ENCRYPTED);
    byte[] jpeg = SampleFiles.jpeg();
    assertRefused(Arrays.copyOf(jpeg, jpeg.length / 3), DocumentsRefusal.CUT_OFF);
    assertRefused(SampleFiles.bomb(40), DocumentsRefusal.BOMB);
    assertRefused(SampleFiles.hugePng(50_000, 50_000), DocumentsRefusal.TOO_MANY_PIXELS);
    assertThat(folder.resolve("blobs/arriving")).isEmptyDirectory();
  }

  @Test
  void a_page_that_is_not_there_is_refused() {
    Stored stored = receive(SampleFiles.jpeg());
    for (int page : new int[] {0, 2, -1})
      assertThatExceptionOfType(Refused.class)
          .isThrownBy(() -> documents.page(stored.id(), page, PageSize.PAGE))
          .satisfies(
              refused -> assertThat(refused.reason()).isEqualTo(DocumentsRefusal.NO_SUCH_PAGE));
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> documents.find(DocumentId.next()))
        .satisfies(refused -> assertThat(refused.reason()).isEqualTo(SharedRefusal.NOT_FOUND));
  }

  @Test
  void a_forged_original_is_not_given_out_whole() throws IOException {
    byte[] bytes = SampleFiles.pdf(7);
    Stored stored = receive(bytes);
    byte[] forged = bytes.clone();
    forged[bytes.length / 2] ^= 4;
    Files.write(place(stored.sha256()), forged);
    try (var content = documents.original(stored.id()).content()) {
      assertThatExceptionOfType(DamagedDocument.class).isThrownBy(content::readAllBytes);
    }
  }

  @Test
  void the_program_cannot_change_what_was_received() {
    Stored stored = receive(SampleFiles.jpeg());
    assertThatExceptionOfType(org.springframework.dao.DataAccessException.class)
        .isThrownBy(() ->
            db.sql("UPDATE documents.document SET pages = 9 WHERE id = ?")
                .param(stored.id().value())
                .update());
  }

  @Test
  void every_refusal_has_a_sentence() {
    for (var reason : DocumentsRefusal.values()) assertThat(words.has(reason.key())).isTrue();
  }
}
