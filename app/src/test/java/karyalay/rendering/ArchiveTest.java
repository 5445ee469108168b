package karyalay.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import karyalay.Pdfs;
import karyalay.shared.Language;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.junit.jupiter.api.Test;

/// What is printed may lie in an archive for decades and be read by a blind officer: PDF/A-2u and
/// PDF/UA-1, judged by veraPDF.
class ArchiveTest {
  private static final Furniture FULL =
      Furniture.NUMBERED
          .head("पत्रांक 12/2026", "कार्यालय")
          .printed("मुद्रित")
          .verified("7K2PM-04QXR", "https://karyalay.example/verify/7K2PM04QXR")
          .watermark("प्रारूप");

  private static byte[] png() {
    var image = new BufferedImage(40, 40, BufferedImage.TYPE_INT_ARGB);
    image.createGraphics().fillOval(4, 4, 30, 30);
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  /// One of every block there is.
  static List<Block> everything() {
    var table =
        new Block.Table(
            List.of(1.0, 3.0),
            List.of(new Block.Row(List.of(Block.Cell.heading("क्रम"), Block.Cell.heading("नाम")))),
            List.of(
                Block.Row.of(List.of("1", "श्री राम")),
                new Block.Row(
                    List.of(new Block.Cell(true, 2, 1, List.of(Block.Paragraph.of("योग")))))),
            true);
    return List.of(
        Block.Heading.centred(3, "कार्यालय पुलिस अधीक्षक"),
        new Block.Rule(1),
        Block.Sides.of("पत्रांक: 12/2026", "दिनांक: 25-11-2026"),
        Block.Paragraph.of(
            Manner.JUSTIFIED.first(30),
            Run.of("निवेदन है कि "),
            Run.bold("अत्यावश्यक").lined(),
            Run.of(" 🙂 slanted").emphasised()),
        Block.Paragraph.of(Manner.PLAIN.hung("(क)", 30), Run.of("बिन्दु")),
        new Block.Items(
            true,
            3,
            List.of(
                List.of(
                    Block.Paragraph.of("तीन"),
                    new Block.Items(false, 1, List.of(List.of(Block.Paragraph.of("उप"))))))),
        table,
        new Block.Picture(
            () -> new ByteArrayInputStream(png()), "मुहर", 60, 60, Align.CENTRE, false),
        new Block.Space(10),
        new Block.Code("https://karyalay.example/", "पता", 50, Align.START),
        new Block.Together(List.of(Block.Paragraph.of("साथ"), Block.Paragraph.of("साथ"))),
        new Block.SignaturePlace("s", List.of(Run.line("भवदीय")), 180, 70, Align.END, true),
        new Block.PageBreak(),
        Block.Heading.of(6, "अन्त"));
  }

  @Test
  void every_block_on_every_page_keeps_both_standards() {
    for (PageFormat format :
        List.of(
            PageFormat.A4,
            PageFormat.A4_ACROSS,
            PageFormat.A5,
            PageFormat.ROLL_80,
            PageFormat.ROLL_58))
      for (Furniture furniture : List.of(FULL, Furniture.NONE))
        assertThat(Pdfs.faults(Printed.of(format, furniture, everything()).pdf()))
            .as(format.toString())
            .isEmpty();
  }

  @Test
  void hard_words_and_letters_without_a_font_keep_both_standards() {
    String words = String.join(" ", CopyingOutTest.words()) + " 🙂 漢字 اردو \u200d \ue000 \u00ad";
    assertThat(
            Pdfs.faults(
                Printed.of(
                        Block.Paragraph.of(words),
                        Block.Paragraph.of(Manner.PLAIN, Run.bold(words)))
                    .pdf()))
        .isEmpty();
  }

  /// A judge who never finds anything would prove nothing.
  @Test
  void a_document_that_keeps_neither_is_found_out() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var document = new PDDocument()) {
      document.addPage(new org.apache.pdfbox.pdmodel.PDPage());
      document.save(out);
    }
    assertThat(Pdfs.faults(out.toByteArray()))
        .anyMatch(fault -> fault.startsWith("2u"))
        .anyMatch(fault -> fault.startsWith("ua1"));
  }

  @Test
  void a_screen_reader_finds_title_language_and_the_parts_of_the_text() throws IOException {
    var out = new ByteArrayOutputStream();
    var print = new Print("पत्र <12> & 2026", Language.HI, PageFormat.A4, FULL, everything());
    assertThat(Rendering.write(print, out).pages()).isEqualTo(2);
    assertThat(Pdfs.faults(out.toByteArray())).isEmpty();
    try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("पत्र <12> & 2026");
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("hi");
      var tree = new StringBuilder();
      describe(document.getDocumentCatalog().getStructureTreeRoot(), tree);
      assertThat(tree.toString())
          .startsWith("Document(H1 P P P P L(LI(Lbl LBody(P L(LI(Lbl LBody(P")
          .contains("Table(TR(TH(P ) TH(P ) ) TR(TD(P ) TD(P ) ) TR(TH(P ) ) )")
          .contains("Figure ")
          .endsWith("P H2 ) ");
    }
  }

  private static void describe(PDStructureNode node, StringBuilder tree) {
    for (Object kid : node.getKids())
      if (kid instanceof PDStructureElement element) {
        tree.append(element.getStructureType());
        boolean inner = element.getKids().stream().anyMatch(PDStructureElement.class::isInstance);
        if (inner) {
          tree.append('(');
          describe(element, tree);
          tree.append(") ");
        } else {
          tree.append(' ');
        }
      }
  }

  @Test
  void all_fonts_are_embedded_and_are_ours() throws IOException {
    try (PDDocument document =
        Loader.loadPDF(Printed.of(everything().toArray(Block[]::new)).pdf())) {
      var resources = document.getPage(0).getResources();
      for (var name : resources.getFontNames()) {
        var font = resources.getFont(name);
        assertThat(font.isEmbedded()).isTrue();
        assertThat(font.getName()).matches("[A-Z]{6}\\+NotoSerif(Devanagari)?-(Regular|Bold)");
      }
    }
  }
}
