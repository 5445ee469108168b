package karyalay.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import karyalay.KaryalayTest;
import karyalay.documents.Documents.Leaf;
import karyalay.shared.Refused;
import karyalay.shared.Sha256;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Pages of stored documents put together anew, in the decoder.
@KaryalayTest
class AssembleTest {
  @Autowired Documents documents;

  private Stored received(byte[] bytes) {
    return documents.receive(new ByteArrayInputStream(bytes));
  }

  private byte[] bytes(Stored document) throws IOException {
    try (var in = documents.original(document.id()).content()) {
      return in.readAllBytes();
    }
  }

  private static String text(byte[] pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ").strip();
    }
  }

  @Test
  void pages_of_several_documents_stand_in_the_order_asked_for() throws IOException {
    Stored one = received(SampleFiles.pdf(3));
    Stored two = received(SampleFiles.pdf(5));
    Stored made =
        documents.assemble(
            List.of(
                new Leaf(two.id(), 5, 0), new Leaf(one.id(), 1, 180), new Leaf(two.id(), 2, 0)));
    assertThat(made.pages()).isEqualTo(3);
    assertThat(made.type()).isEqualTo(DocumentType.PDF);
    assertThat(text(bytes(made))).isEqualTo("Page 5 of 5 Page 1 of 3 Page 2 of 5");
    assertThat(documents.page(made.id(), 3, PageSize.THUMBNAIL).jpeg()).isNotEmpty();
    // What it was made of stays as it was.
    assertThat(Sha256.of(bytes(two))).isEqualTo(two.sha256());
  }

  @Test
  void one_page_of_a_large_scan_does_not_carry_the_others_along() throws IOException {
    byte[] scan = SampleFiles.scan(6, 100);
    Stored made = documents.assemble(List.of(new Leaf(received(scan).id(), 4, 0)));
    assertThat(made.bytes()).isLessThan(scan.length / 4L);
  }

  @Test
  void a_link_to_another_page_is_cut_off_with_it() throws IOException {
    Stored made = documents.assemble(List.of(new Leaf(received(linked()).id(), 1, 0)));
    try (var document = Loader.loadPDF(bytes(made))) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      assertThat(document.getPage(0).getAnnotations()).isEmpty();
    }
  }

  private static byte[] linked() throws IOException {
    try (var document = new PDDocument()) {
      var first = new PDPage();
      var second = new PDPage();
      document.addPage(first);
      document.addPage(second);
      var there = new PDPageFitDestination();
      there.setPage(second);
      var go = new PDActionGoTo();
      go.setDestination(there);
      var link = new PDAnnotationLink();
      link.setAction(go);
      first.setAnnotations(List.of(link));
      var bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  @Test
  void a_telephones_picture_stands_upright_with_its_own_bytes() throws IOException {
    byte[] lying = SampleFiles.lyingJpeg(SampleFiles.sheet(40, 3));
    Stored made = documents.assemble(List.of(new Leaf(received(lying).id(), 1, 90)));
    try (var document = Loader.loadPDF(bytes(made))) {
      assertThat(document.getPage(0).getRotation()).isEqualTo(180);
    }
    assertThat(made.bytes()).isGreaterThanOrEqualTo(lying.length);
  }

  @Test
  void two_hundred_pages_are_put_together_in_seconds() {
    Stored pile = received(SampleFiles.pdf(200));
    long start = System.nanoTime();
    Stored made =
        documents.assemble(
            IntStream.rangeClosed(1, 200).mapToObj(n -> new Leaf(pile.id(), n, 0)).toList());
    assertThat(made.pages()).isEqualTo(200);
    assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
  }

  @Test
  void a_page_that_is_not_there_and_a_word_file_are_refused() {
    Stored one = received(SampleFiles.pdf(1));
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> documents.assemble(List.of(new Leaf(one.id(), 2, 0))))
        .satisfies(
            refused -> assertThat(refused.reason()).isEqualTo(DocumentsRefusal.NO_SUCH_PAGE));
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> documents.assemble(List.of(new Leaf(DocumentId.next(), 1, 0))));
  }

  @Test
  void how_much_stands_on_a_page_is_known_when_it_was_drawn() {
    Stored written = received(SampleFiles.scan(1, 60));
    int ink = documents.ink(written.id(), 1);
    assertThat(ink).isGreaterThan(100);
    assertThat(documents.ink(written.id(), 1)).isEqualTo(ink);
    assertThatExceptionOfType(Refused.class).isThrownBy(() -> documents.ink(written.id(), 2));
  }
}
