package karyalay.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import karyalay.shared.Refused;
import org.junit.jupiter.api.Test;

class FirstBytesTest {
  private static void assertRefused(byte[] first, DocumentsRefusal reason) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> FirstBytes.type(first))
        .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  @Test
  void each_kind_is_known_by_how_it_begins() {
    assertThat(FirstBytes.type(SampleFiles.pdf(1))).isEqualTo(DocumentType.PDF);
    assertThat(FirstBytes.type(SampleFiles.jpeg())).isEqualTo(DocumentType.JPEG);
    assertThat(FirstBytes.type(SampleFiles.hugePng(1, 1))).isEqualTo(DocumentType.PNG);
    assertThat(FirstBytes.type(SampleFiles.tiff(1))).isEqualTo(DocumentType.TIFF);
    assertThat(FirstBytes.type(SampleFiles.docx("a"))).isEqualTo(DocumentType.DOCX);
  }

  @Test
  void a_pdf_may_begin_after_some_rubbish() {
    assertThat(FirstBytes.type("\r\n\r\n%PDF-1.4".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(DocumentType.PDF);
  }

  @Test
  void everything_else_is_refused() {
    assertRefused(
        "<html><body>a page</body></html>".getBytes(StandardCharsets.US_ASCII),
        DocumentsRefusal.TYPE_NOT_TAKEN);
    assertRefused(new byte[] {'M', 'Z', 0, 1}, DocumentsRefusal.TYPE_NOT_TAKEN);
    assertRefused(new byte[] {'x'}, DocumentsRefusal.TYPE_NOT_TAKEN);
    assertRefused(HexFormat.of().parseHex("d0cf11e0a1b11ae100"), DocumentsRefusal.OLD_WORD);
  }
}
