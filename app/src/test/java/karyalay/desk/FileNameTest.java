package karyalay.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import karyalay.documents.DocumentId;
import karyalay.documents.DocumentType;
import karyalay.shared.PersonId;
import org.junit.jupiter.api.Test;

class FileNameTest {
  private static String download(String name, DocumentType type) {
    return FileName.download(
        new Attachment(
            7,
            new DocumentId(UUID.randomUUID()),
            name,
            type,
            1,
            1,
            1,
            PersonId.next(),
            Instant.EPOCH));
  }

  @Test
  void folders_are_cut_off() {
    assertThat(FileName.clean("C:\\Users\\क\\प्रार्थना पत्र.pdf")).isEqualTo("प्रार्थना पत्र.pdf");
    assertThat(FileName.clean("../../etc/passwd")).isEqualTo("passwd");
  }

  @Test
  void characters_that_hide_or_turn_text_are_dropped() {
    assertThat(FileName.clean("a\r\nb\u0000\u202egpj.exe")).isEqualTo("abgpj.exe");
  }

  @Test
  void long_names_are_cut_without_splitting_a_character() {
    String cut = FileName.clean("😀".repeat(200));
    assertThat(cut.codePointCount(0, cut.length())).isEqualTo(FileName.MOST);
  }

  @Test
  void joiners_that_hindi_needs_are_kept() {
    assertThat(FileName.clean("क्\u200dष.pdf")).isEqualTo("क्\u200dष.pdf");
  }

  @Test
  void a_download_ends_as_its_type_ends() {
    assertThat(download("a.PDF", DocumentType.PDF)).isEqualTo("a.PDF");
    assertThat(download("a.exe", DocumentType.PDF)).isEqualTo("a.exe.pdf");
    assertThat(download("a.jpeg", DocumentType.JPEG)).isEqualTo("a.jpeg");
    assertThat(download("a.pdf", DocumentType.JPEG)).isEqualTo("a.pdf.jpg");
    assertThat(download("a", DocumentType.TIFF)).isEqualTo("a.tif");
    assertThat(download("", DocumentType.DOCX)).isEqualTo("7.docx");
    assertThat(download("a:b?.png", DocumentType.PNG)).isEqualTo("a_b_.png");
  }
}
