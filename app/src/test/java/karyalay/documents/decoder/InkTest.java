package karyalay.documents.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whether anything stands on a sheet that went through a scanner.
class InkTest {
  /// Below this a page of a pile is taken for blank.
  private static final int BLANK = 12;

  private static int ink(Color paper, Consumer<Graphics2D> writing) {
    var sheet = new BufferedImage(1240, 1754, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = sheet.createGraphics();
    graphics.setColor(paper);
    graphics.fillRect(0, 0, 1240, 1754);
    writing.accept(graphics);
    graphics.dispose();
    return Picture.of(sheet).ink();
  }

  private static void word(Graphics2D graphics, Color colour, int size) {
    graphics.setColor(colour);
    graphics.setFont(new java.awt.Font(java.awt.Font.SANS_SERIF, java.awt.Font.PLAIN, size));
    graphics.drawString("Seen, put up", 500, 800);
  }

  @ParameterizedTest
  @ValueSource(ints = {0xffffff, 0xf0ead8, 0xd8d8d8, 0xc9b98f})
  void paper_of_any_shade_is_no_writing(int shade) {
    assertThat(ink(new Color(shade), _ -> {})).isZero();
  }

  @Test
  void one_word_on_a_page_is_writing_in_ink_and_in_pencil() {
    assertThat(ink(Color.WHITE, sheet -> word(sheet, Color.BLACK, 24))).isGreaterThan(BLANK);
    assertThat(ink(new Color(0xf0ead8), sheet -> word(sheet, new Color(0x1f3a8a), 24)))
        .isGreaterThan(BLANK);
    assertThat(ink(Color.WHITE, sheet -> word(sheet, new Color(0x808080), 28)))
        .isGreaterThan(BLANK);
  }

  @Test
  void dust_shadows_at_the_edge_and_what_shines_through_from_the_back_are_none() {
    var random = new Random(4);
    assertThat(
            ink(
                Color.WHITE,
                sheet -> {
                  sheet.setColor(new Color(0x606060));
                  for (int i = 0; i < 25; i++)
                    sheet.fillRect(100 + random.nextInt(1000), 100 + random.nextInt(1500), 2, 2);
                  sheet.setColor(Color.BLACK);
                  sheet.fillRect(0, 0, 20, 1754);
                  sheet.fillRect(0, 0, 1240, 14);
                }))
        .isLessThan(BLANK);
    assertThat(
            ink(
                Color.WHITE,
                sheet -> {
                  for (int y = 200; y < 1500; y += 50) {
                    sheet.setColor(new Color(0xe2e2e2));
                    sheet.drawString("what stands on the other side of a thin sheet", 150, y);
                  }
                }))
        .isLessThan(BLANK);
  }

  @Test
  void the_more_stands_on_it_the_more_it_has() {
    int few = ink(Color.WHITE, sheet -> sheet.fillRect(0, 0, 0, 0));
    int some = ink(Color.WHITE, sheet -> line(sheet, 3));
    int many = ink(Color.WHITE, sheet -> line(sheet, 20));
    assertThat(few).isLessThan(some);
    assertThat(some).isLessThan(many);
    assertThat(many).isLessThan(100_000);
  }

  private static void line(Graphics2D sheet, int lines) {
    sheet.setColor(Color.BLACK);
    for (int i = 0; i < lines; i++) sheet.fillRect(150, 200 + i * 60, 900, 8);
  }
}
