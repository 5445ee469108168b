package karyalay.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import karyalay.Pdfs;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/// Where things stand on the pages.
class LayingOutTest {
  private static final Furniture FULL =
      Furniture.NUMBERED
          .head("पत्रांक 12/2026", "पुलिस अधीक्षक कार्यालय")
          .printed("25-11-2026 15:10 को राम कुमार, प्रधान लिपिक द्वारा मुद्रित")
          .verified("7K2PM-04QXR", "https://karyalay.example/verify/7K2PM04QXR");

  private static List<String> pages(byte[] pdf) {
    List<String> pages = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        pages.add(Pdfs.squeezed(stripper.getText(document)));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return pages;
  }

  private static List<Block> paragraphs(int many) {
    return IntStream.rangeClosed(1, many)
        .<Block>mapToObj(i -> Block.Paragraph.of("प्रस्तर " + i + " में आख्या प्रस्तुत है।"))
        .toList();
  }

  private static byte[] jpeg(int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, width, height);
    pen.setColor(Color.BLUE);
    pen.fillOval(0, 0, width, height);
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpeg", out);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  @Test
  void every_page_bears_head_printer_code_and_its_number_of_all() {
    List<String> pages = pages(Printed.of(PageFormat.A4, FULL, paragraphs(70)).pdf());
    assertThat(pages).hasSizeGreaterThan(2);
    for (int i = 0; i < pages.size(); i++)
      assertThat(pages.get(i))
          .contains("पत्रांक 12/2026", "पुलिस अधीक्षक कार्यालय")
          .contains("25-11-2026 15:10 को राम कुमार, प्रधान लिपिक द्वारा मुद्रित")
          .contains("सत्यापन कोड 7K2PM-04QXR", "https://karyalay.example/verify/7K2PM04QXR")
          .contains("पृष्ठ " + (i + 1) + " / " + pages.size());
  }

  @Test
  void the_code_on_the_page_leads_a_camera_to_the_address() throws Exception {
    byte[] pdf = Printed.of(PageFormat.A4, FULL, paragraphs(1)).pdf();
    BufferedImage foot = Pdfs.picture(pdf, 1, 300).getSubimage(200, 3508 - 290, 700, 270);
    var source =
        new com.google.zxing.RGBLuminanceSource(
            700, 270, foot.getRGB(0, 0, 700, 270, null, 0, 700));
    var bitmap =
        new com.google.zxing.BinaryBitmap(new com.google.zxing.common.HybridBinarizer(source));
    assertThat(new com.google.zxing.qrcode.QRCodeReader().decode(bitmap).getText())
        .isEqualTo("https://karyalay.example/verify/7K2PM04QXR");
  }

  @Test
  void the_heads_of_a_table_stand_again_on_each_page_it_runs_on_but_are_read_once() {
    var head = new Block.Row(List.of(Block.Cell.heading("क्रम"), Block.Cell.heading("प्रार्थी")));
    List<Block.Row> rows =
        IntStream.rangeClosed(1, 120)
            .mapToObj(i -> Block.Row.of(List.of("" + i, "श्री राम " + i)))
            .toList();
    byte[] pdf = Printed.of(new Block.Table(List.of(1.0, 4.0), List.of(head), rows, true)).pdf();
    List<String> pages = pages(pdf);
    assertThat(pages).hasSizeGreaterThan(2).allMatch(page -> page.startsWith("क्रम प्रार्थी"));
    assertThat(String.join(" ", pages)).contains("118 श्री राम 118 119 श्री राम 119 120");
    assertThat(Pdfs.faults(pdf)).isEmpty();
  }

  @Test
  void a_row_taller_than_a_page_goes_on_in_the_next_and_loses_nothing() {
    String words = String.join(" ", Collections.nCopies(900, "विवरण"));
    var rows =
        List.of(Block.Row.of(List.of("पहला", words + " अंत")), Block.Row.of(List.of("दूसरा", "x")));
    List<String> pages =
        pages(Printed.of(new Block.Table(List.of(1.0, 1.0), List.of(), rows, true)).pdf());
    assertThat(pages).hasSizeGreaterThan(1);
    String all = String.join(" ", pages);
    assertThat(all.split("विवरण", -1)).hasSize(901);
    assertThat(all).contains("अंत", "दूसरा");
  }

  @Test
  void cells_that_cover_several_columns_and_rows_keep_the_others_in_place() {
    var tall = new Block.Cell(false, 1, 2, List.of(Block.Paragraph.of("लम्बा")));
    var wide = new Block.Cell(false, 2, 1, List.of(Block.Paragraph.of("चौड़ा")));
    var rows =
        List.of(
            new Block.Row(List.of(tall, wide)),
            Block.Row.of(List.of("क", "ख")),
            Block.Row.of(List.of("ग")));
    byte[] pdf = Printed.of(new Block.Table(List.of(1.0, 1.0, 1.0), List.of(), rows, true)).pdf();
    assertThat(Pdfs.squeezed(Pdfs.text(pdf))).isEqualTo("लम्बा चौड़ा क ख ग");
    assertThat(Pdfs.faults(pdf)).isEmpty();
  }

  @Test
  void a_heading_is_never_the_last_of_a_page() {
    for (int before = 20; before < 40; before++) {
      List<Block> blocks = new ArrayList<>(paragraphs(before));
      blocks.add(Block.Heading.of(2, "शीर्षक"));
      blocks.addAll(paragraphs(3));
      for (String page : pages(Printed.of(PageFormat.A4, Furniture.NONE, blocks).pdf()))
        assertThat(page).doesNotEndWith("शीर्षक");
    }
  }

  @Test
  void what_belongs_together_stands_on_one_page_and_a_signature_with_the_last_words() {
    for (int before = 18; before < 34; before++) {
      List<Block> blocks = new ArrayList<>(paragraphs(before));
      blocks.add(new Block.Together(List.of(Block.Paragraph.of("आदि"), Block.Paragraph.of("इति"))));
      blocks.add(Block.Paragraph.of("अन्तिम वाक्य।"));
      blocks.add(new Block.Space(20));
      blocks.add(signature());
      var printed = Printed.of(PageFormat.A4, Furniture.NONE, blocks);
      List<String> pages = pages(printed.pdf());
      assertThat(pages).anyMatch(page -> page.contains("आदि इति"));
      String last = pages.get(printed.rendered().place("s").orElseThrow().page() - 1);
      assertThat(last).contains("अन्तिम वाक्य।").contains("पुलिस अधीक्षक");
    }
  }

  private static Block signature() {
    return new Block.SignaturePlace(
        "s", List.of(Run.line("भवदीय"), Run.line("पुलिस अधीक्षक")), 200, 80, Align.END, true);
  }

  @Test
  void the_place_of_a_signature_is_told_in_points_of_its_page() {
    Rendered.Place place =
        Printed.of(Block.Paragraph.of("निवेदन"), signature()).rendered().place("s").orElseThrow();
    assertThat(place.page()).isEqualTo(1);
    assertThat(place.width()).isEqualTo(200);
    assertThat(place.height()).isEqualTo(80);
    assertThat(place.x() + place.width()).isCloseTo(595.276 - 62, within(0.01));
    double top = 841.89 - 62 - 11.5 * 1.5 - 6;
    assertThat(place.y() + place.height()).isCloseTo(top, within(0.01));
  }

  private static org.assertj.core.data.Offset<Double> within(double offset) {
    return org.assertj.core.data.Offset.offset(offset);
  }

  @Test
  void a_scanned_page_goes_into_the_document_byte_for_byte_and_fills_its_page() throws IOException {
    byte[] jpeg = jpeg(1100, 1556);
    byte[] pdf =
        Printed.of(
                Block.Heading.of(2, "पृष्ठ 7"),
                Block.Picture.page(() -> new ByteArrayInputStream(jpeg), "पत्राचार का पृष्ठ 7"))
            .pdf();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      PDPage page = document.getPage(0);
      COSName name = page.getResources().getXObjectNames().iterator().next();
      var image = page.getResources().getXObject(name).getStream();
      assertThat(image.getFilters()).containsExactly(COSName.DCT_DECODE);
      try (InputStream raw = image.getCOSObject().createRawInputStream()) {
        assertThat(raw.readAllBytes()).isEqualTo(jpeg);
      }
    }
    assertThat(Pdfs.faults(pdf)).isEmpty();
  }

  @Test
  void a_slip_is_one_page_as_long_as_its_text_with_its_furniture_at_the_end() throws IOException {
    for (PageFormat roll : List.of(PageFormat.ROLL_58, PageFormat.ROLL_80)) {
      byte[] pdf = Printed.of(roll, FULL, paragraphs(40)).pdf();
      try (PDDocument document = Loader.loadPDF(pdf)) {
        assertThat(document.getNumberOfPages()).isEqualTo(1);
        var box = document.getPage(0).getMediaBox();
        assertThat((double) box.getWidth()).isCloseTo(roll.width(), within(0.01));
        assertThat(box.getHeight()).isGreaterThan(500);
      }
      assertThat(Pdfs.squeezed(Pdfs.text(pdf)))
          .startsWith("प्रस्तर 1 में")
          .contains("प्रस्तर 40 में")
          .endsWith("पृष्ठ 1 / 1");
    }
  }

  @Test
  void the_word_across_a_draft_is_seen_and_does_not_mix_with_its_text() {
    byte[] draft =
        Printed.of(PageFormat.A4, Furniture.NONE.watermark("प्रारूप"), paragraphs(3)).pdf();
    byte[] fair = Printed.of(PageFormat.A4, Furniture.NONE, paragraphs(3)).pdf();
    assertThat(Pdfs.squeezed(Pdfs.text(draft)))
        .isEqualTo(Pdfs.squeezed(Pdfs.text(fair)) + " प्रारूप");
    assertThat(grey(Pdfs.picture(draft, 1, 50))).isGreaterThan(5 * grey(Pdfs.picture(fair, 1, 50)));
    assertThat(Pdfs.faults(draft)).isEmpty();
  }

  private static long grey(BufferedImage image) {
    return IntStream.range(0, image.getHeight())
        .mapToLong(y ->
            IntStream.range(0, image.getWidth())
                .filter(x -> (image.getRGB(x, y) & 0xff) < 245)
                .count())
        .sum();
  }

  @Test
  void the_same_print_gives_the_same_bytes_whatever_was_printed_before() {
    byte[] first = Printed.of(PageFormat.A4, FULL, paragraphs(5)).pdf();
    Printed.of(Block.Paragraph.of("AVATAR Tº प्रस्तर में आख्याप्रस्तुत AV"));
    assertThat(Printed.of(PageFormat.A4, FULL, paragraphs(5)).pdf()).isEqualTo(first);
    assertThat(Printed.of(PageFormat.A4, FULL, paragraphs(6)).pdf()).isNotEqualTo(first);
  }

  @Test
  void the_end_of_a_long_print_is_turned_to_by_its_headings() throws IOException {
    List<Block> blocks = new ArrayList<>();
    for (int part = 1; part <= 4; part++) {
      blocks.add(Block.Heading.of(part == 1 ? 1 : 2, "भाग " + part));
      blocks.addAll(paragraphs(30));
    }
    try (PDDocument document =
        Loader.loadPDF(Printed.of(PageFormat.A4, Furniture.NONE, blocks).pdf())) {
      var first = document.getDocumentCatalog().getDocumentOutline().getFirstChild();
      assertThat(first.getTitle()).isEqualTo("भाग 1");
      assertThat(first.getFirstChild().getTitle()).isEqualTo("भाग 2");
      assertThat(first.getLastChild().getTitle()).isEqualTo("भाग 4");
    }
  }

  @Test
  void an_empty_print_is_one_empty_page() {
    assertThat(Printed.of().rendered().pages()).isEqualTo(1);
    assertThat(Printed.of(new Block.PageBreak()).rendered().pages()).isEqualTo(1);
    assertThat(Printed.of(Block.Paragraph.of(""), new Block.Space(3000)).rendered().pages())
        .isEqualTo(1);
  }

  @Test
  void many_threads_print_at_once_and_do_not_disturb_each_other() throws Exception {
    byte[] alone = Printed.of(PageFormat.A4, FULL, paragraphs(20)).pdf();
    try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
      var tasks =
          Collections.nCopies(
              24,
              (java.util.concurrent.Callable<byte[]>)
                  () -> Printed.of(PageFormat.A4, FULL, paragraphs(20)).pdf());
      for (var done : threads.invokeAll(tasks)) assertThat(done.get()).isEqualTo(alone);
    }
  }

  @Test
  void a_picture_that_cannot_be_read_ends_the_print_before_its_first_byte() {
    var out = new ByteArrayOutputStream();
    Block.Source gone =
        () -> {
          throw new IOException("the disk is gone");
        };
    var print =
        new Print(
            "x",
            karyalay.shared.Language.EN,
            PageFormat.A4,
            FULL,
            List.of(Block.Paragraph.of("x"), Block.Picture.page(gone, "x")));
    org.assertj.core.api.Assertions.assertThatIOException()
        .isThrownBy(() -> Rendering.write(print, out))
        .withMessage("the disk is gone");
    assertThat(out.size()).isZero();
  }
}
