package karyalay.documents.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pages at known angles and corners: are they found, and is the writing still to be read?
class CleaningTest {
  private static final int MOST = 250_000;

  private static Answer.Cleaned clean(BufferedImage image, Look look, int quarters)
      throws IOException {
    var task = new Task.Clean(Path.of("unused"), Format.JPEG, 1, look, quarters, MOST);
    Answer.Cleaned cleaned = Cleaning.of(image, task);
    assertThat(cleaned.image().length).isLessThanOrEqualTo(MOST);
    return cleaned;
  }

  private static BufferedImage picture(Answer.Cleaned cleaned) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(cleaned.image()));
  }

  /// How well the ink of one lies on the ink of the other, of 1: both as 400 by 566 points.
  private static double ink(BufferedImage one, BufferedImage other) {
    byte[] a = Paper.whitened(Grey.of(one)).shrunk(400, 566).pixels();
    byte[] b = Paper.whitened(Grey.of(other)).shrunk(400, 566).pixels();
    double n = a.length;
    double sumA = 0;
    double sumB = 0;
    double aa = 0;
    double bb = 0;
    double ab = 0;
    for (int i = 0; i < a.length; i++) {
      double p = 255 - (a[i] & 0xff);
      double q = 255 - (b[i] & 0xff);
      sumA += p;
      sumB += q;
      aa += p * p;
      bb += q * q;
      ab += p * q;
    }
    return (ab - sumA * sumB / n) / Math.sqrt((aa - sumA * sumA / n) * (bb - sumB * sumB / n));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-7.5, -3.1, -1.2, -0.4, 0, 0.35, 0.9, 2.6, 5, 8.3})
  void writing_that_leans_is_levelled_within_three_tenths_of_a_degree(double degrees)
      throws IOException {
    var cleaned = clean(Sheets.skewed(Sheets.written(3), degrees), Look.SCAN, 0);
    assertThat(cleaned.angle()).isCloseTo(degrees, within(0.3));
    assertThat(Skew.of(Grey.of(picture(cleaned)))).isCloseTo(0, within(0.3));
  }

  @Test
  void writing_that_lies_straight_is_left_where_it_was() throws IOException {
    BufferedImage page = Sheets.written(4);
    var cleaned = clean(page, Look.SCAN, 0);
    assertThat(Math.abs(cleaned.angle())).isLessThan(0.1);
    assertThat(ink(page, picture(cleaned))).isGreaterThan(0.97);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void a_sheet_on_a_table_is_found_within_two_per_cent_and_still_to_be_read(int view)
      throws IOException {
    double[][] views = {
      {0.10, 0.08, 0.91, 0.07, 0.93, 0.94, 0.08, 0.95},
      {0.20, 0.12, 0.82, 0.10, 0.95, 0.92, 0.06, 0.93},
      {0.12, 0.15, 0.85, 0.05, 0.93, 0.88, 0.17, 0.96},
      {0.05, 0.10, 0.88, 0.16, 0.80, 0.90, 0.10, 0.97}
    };
    double[] corners = views[view];
    BufferedImage page = Sheets.written(10 + view);
    var cleaned = clean(Sheets.photo(page, 1800, 2400, corners), Look.PHOTO, 0);
    assertThat(cleaned.corners()).hasSize(8);
    for (int i = 0; i < 8; i++)
      assertThat(cleaned.corners().get(i)).as("corner %d", i).isCloseTo(corners[i], within(0.02));
    assertThat(ink(withoutRim(page), picture(cleaned))).isGreaterThan(0.8);
  }

  private static BufferedImage withoutRim(BufferedImage page) {
    int x = (int) Math.round(page.getWidth() * 0.003);
    int y = (int) Math.round(page.getHeight() * 0.003);
    return page.getSubimage(x, y, page.getWidth() - 2 * x, page.getHeight() - 2 * y);
  }

  @Test
  void the_shadow_on_a_photographed_sheet_is_gone() throws IOException {
    var photo = Sheets.photo(Sheets.written(20), 1800, 2400, .1, .1, .9, .1, .9, .95, .1, .95);
    Grey page = Grey.of(picture(clean(photo, Look.PHOTO, 0)));
    // The margins, where nothing is written.
    for (int y = page.height() / 12; y < page.height() * 11 / 12; y += 50)
      for (int x : new int[] {page.width() / 20, page.width() * 19 / 20})
        assertThat(page.at(x, y)).isGreaterThan(235);
  }

  @Test
  void a_scan_that_fills_the_picture_has_no_corners() throws IOException {
    assertThat(clean(Sheets.written(5), Look.PHOTO, 0).corners()).isEmpty();
    assertThat(clean(Sheets.skewed(Sheets.written(6), 3), Look.PHOTO, 0).angle())
        .isCloseTo(3, within(0.3));
  }

  @Test
  void paper_with_dust_is_blank_and_an_initial_or_a_page_number_is_writing() throws IOException {
    assertThat(clean(Sheets.blank(1), Look.SCAN, 0).blank()).isTrue();
    assertThat(clean(Sheets.initialled(1, "रा0"), Look.SCAN, 0).blank()).isFalse();
    assertThat(clean(Sheets.initialled(2, "12"), Look.SCAN, 0).blank()).isFalse();
    assertThat(clean(Sheets.written(1), Look.SCAN, 0).blank()).isFalse();
  }

  @Test
  void what_shines_through_from_behind_is_no_writing() throws IOException {
    BufferedImage page = Sheets.blank(3);
    BufferedImage behind = Sheets.written(9);
    for (int y = 0; y < page.getHeight(); y++)
      for (int x = 0; x < page.getWidth(); x++)
        if ((behind.getRGB(behind.getWidth() - 1 - x, y) & 0xff) < 128) page.setRGB(x, y, 0xdcdad4);
    assertThat(clean(page, Look.SCAN, 0).blank()).isTrue();
  }

  @Test
  void a_photo_that_is_no_page_keeps_its_colours_and_its_shape() throws IOException {
    var cleaned = clean(Sheets.landscape(2000, 1500), Look.PHOTO, 0);
    assertThat(cleaned.written()).isFalse();
    assertThat(cleaned.angle()).isZero();
    assertThat(cleaned.blank()).isFalse();
    BufferedImage kept = picture(cleaned);
    assertThat((double) kept.getWidth() / kept.getHeight()).isCloseTo(4.0 / 3, within(0.01));
    Color point = new Color(kept.getRGB(kept.getWidth() / 2, kept.getHeight() / 5));
    assertThat(Math.abs(point.getBlue() - point.getRed())).isGreaterThan(20);
  }

  @Test
  void noise_that_nothing_makes_small_still_keeps_to_the_limit() throws IOException {
    var noise = new BufferedImage(2000, 2800, BufferedImage.TYPE_INT_RGB);
    var random = new Random(1);
    for (int y = 0; y < noise.getHeight(); y++)
      for (int x = 0; x < noise.getWidth(); x++) noise.setRGB(x, y, random.nextInt(1 << 24));
    assertThat(clean(noise, Look.SCAN, 0).image()).isNotEmpty();
  }

  @Test
  void a_page_is_turned_by_quarters_and_nothing_else_is_done_to_it() throws IOException {
    BufferedImage page = Sheets.landscape(600, 400);
    Graphics2D pen = page.createGraphics();
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, 200, 100);
    pen.dispose();
    BufferedImage right = picture(clean(page, Look.AS_IT_IS, 1));
    assertThat(right.getWidth()).isEqualTo(400);
    assertThat(right.getHeight()).isEqualTo(600);
    assertThat(new Color(right.getRGB(370, 50)).getRed()).isGreaterThan(200);
    BufferedImage over = picture(clean(page, Look.AS_IT_IS, 2));
    assertThat(new Color(over.getRGB(560, 370)).getRed()).isGreaterThan(200);
    BufferedImage left = picture(clean(page, Look.AS_IT_IS, -1));
    assertThat(new Color(left.getRGB(30, 560)).getRed()).isGreaterThan(200);
    assertThat(picture(clean(Sheets.written(2, 800, 1131), Look.SCAN, 1)).getWidth())
        .isEqualTo(1131);
  }

  @Test
  void the_same_page_photographed_twice_looks_alike_and_two_pages_do_not() throws IOException {
    BufferedImage page = Sheets.written(30);
    byte[] one = seen(page, .10, .08, .91, .07, .93, .94, .08, .95);
    byte[] again = seen(page, .14, .10, .90, .09, .92, .93, .10, .96);
    byte[] other = seen(Sheets.written(31), .10, .08, .91, .07, .93, .94, .08, .95);
    assertThat(one).hasSize(48 * 68);
    assertThat(distance(one, again)).isLessThan(distance(one, other) / 2);
  }

  private static byte[] seen(BufferedImage page, double... corners) throws IOException {
    return clean(Sheets.photo(page, 1500, 2000, corners), Look.PHOTO, 0).likeness();
  }

  private static double distance(byte[] one, byte[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) sum += Math.pow((one[i] & 0xff) - (other[i] & 0xff), 2);
    return Math.sqrt(sum);
  }
}
