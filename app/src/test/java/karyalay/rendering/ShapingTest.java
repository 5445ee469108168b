package karyalay.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import karyalay.Pdfs;
import org.junit.jupiter.api.Test;

/// Hindi stands on our pages as the browser sets it: every hard word is drawn by us (through
/// poppler) and by Chromium (HarfBuzz and Skia) in the same font and compared pixel by pixel.
class ShapingTest {
  private static final int SIZE = 100;
  private static final int ROW = 200;
  private static final int ROWS = 20;
  private static final int WIDTH = 1500;

  /// How much ink may stand more than one pixel (a hundredth of the letters' size) from the other's
  /// ink, as a share of all ink. A missing dot under a letter is many times as much.
  private static final double TOLERANCE = 0.001;

  @Test
  void every_hard_word_is_drawn_as_chromium_draws_it() {
    List<String> words = CopyingOutTest.words();
    for (boolean bold : new boolean[] {false, true}) {
      List<Ink> ours = ours(words, bold);
      List<Ink> theirs = theirs(words, bold);
      Map<String, String> wrong = new TreeMap<>();
      double most = 0;
      for (int i = 0; i < words.size(); i++) {
        double apart = apart(ours.get(i), theirs.get(i));
        most = Math.max(most, apart);
        if (apart > TOLERANCE) wrong.put(words.get(i), String.format(Locale.ROOT, "%.4f", apart));
      }
      System.out.printf(Locale.ROOT, "hard words: bold %s, most apart %.4f%n", bold, most);
      assertThat(wrong).as("bold %s, tolerance %s", bold, TOLERANCE).isEmpty();
    }
  }

  /// What the comparison is worth: the same words wrongly joined must fail it.
  @Test
  void a_word_that_is_wrongly_shaped_is_told_from_the_right_one() {
    List<String> joined =
        CopyingOutTest.words().stream().filter(word -> word.contains("्")).limit(100).toList();
    List<String> parted = joined.stream().map(word -> word.replace("्", "्\u200c")).toList();
    List<Ink> right = ours(joined, false);
    List<Ink> wrong = ours(parted, false);
    for (int i = 0; i < joined.size(); i++)
      assertThat(apart(right.get(i), wrong.get(i))).as(joined.get(i)).isGreaterThan(5 * TOLERANCE);
    List<Ink> short_ = ours(List.of("किस", "हिंदी", "कार्य", "ज़मीन"), false);
    List<Ink> long_ = ours(List.of("कीस", "हिदीं", "कायर्", "जमीन"), false);
    for (int i = 0; i < 4; i++)
      assertThat(apart(short_.get(i), long_.get(i))).isGreaterThan(5 * TOLERANCE);
  }

  private static List<Ink> ours(List<String> words, boolean bold) {
    var format = new PageFormat(WIDTH, ROW * ROWS, 0, SIZE);
    List<Block> lines =
        words.stream()
            .<Block>map(word ->
                Block.Paragraph.of(
                    Manner.PLAIN.after(ROW - 1.5 * SIZE), bold ? Run.bold(word) : Run.of(word)))
            .toList();
    byte[] pdf = Printed.of(format, Furniture.NONE, lines).pdf();
    List<Ink> rows = new ArrayList<>();
    for (int page = 0; rows.size() < words.size(); page++)
      rows(Pdfs.picture(pdf, page + 1, 72), words.size(), rows);
    return rows;
  }

  private static List<Ink> theirs(List<String> words, boolean bold) {
    List<Ink> rows = new ArrayList<>();
    var options =
        new BrowserType.LaunchOptions()
            .setExecutablePath(Path.of("/usr/bin/chromium"))
            .setArgs(List.of("--no-sandbox", "--hide-scrollbars", "--font-render-hinting=none"));
    var create =
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
    try (Playwright playwright = Playwright.create(create);
        Browser browser = playwright.chromium().launch(options)) {
      Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(WIDTH, ROW * ROWS));
      for (int from = 0; from < words.size(); from += ROWS) {
        page.setContent(html(words.subList(from, Math.min(from + ROWS, words.size())), bold));
        page.evaluate("document.fonts.ready");
        rows(ImageIO.read(new ByteArrayInputStream(page.screenshot())), words.size(), rows);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return rows;
  }

  private static String html(List<String> words, boolean bold) throws IOException {
    String weight = bold ? "Bold" : "Regular";
    String rows =
        words.stream()
            .map(word -> "<div>" + word.replace("&", "&amp;") + "</div>")
            .collect(Collectors.joining());
    return """
    <!doctype html><meta charset="utf-8"><style>
    @font-face { font-family: D; src: url(data:font/ttf;base64,%s); unicode-range: U+900-97F; }
    @font-face { font-family: L; src: url(data:font/ttf;base64,%s); }
    body { margin: 0; background: #fff; color: #000; }
    div { font: %dpx/%dpx D, L; height: %dpx; white-space: pre; text-rendering: geometricPrecision; }
    </style>%s
    """
        .formatted(
            font("NotoSerifDevanagari-" + weight),
            font("NotoSerif-" + weight),
            SIZE,
            ROW,
            ROW,
            rows);
  }

  private static String font(String name) throws IOException {
    try (var in = ShapingTest.class.getResourceAsStream("/fonts/" + name + ".ttf")) {
      return Base64.getEncoder().encodeToString(Objects.requireNonNull(in).readAllBytes());
    }
  }

  private static void rows(BufferedImage page, int wanted, List<Ink> rows) {
    for (int row = 0; row < ROWS && rows.size() < wanted; row++) rows.add(new Ink(page, row));
  }

  /// Ink of each that has no ink of the other within a pixel, as a share of all ink, when the one
  /// is laid over the other as well as may be.
  private static double apart(Ink one, Ink two) {
    double least = Double.MAX_VALUE;
    for (int dx = -1; dx <= 1; dx++)
      for (int dy = -1; dy <= 1; dy++) {
        int right = two.left - one.left + dx;
        int down = two.top - one.top + dy;
        int alone = one.without(two, right, down) + two.without(one, -right, -down);
        least = Math.min(least, (double) alone / (one.all + two.all));
      }
    return least;
  }

  /// Where a row of a picture is dark.
  private static final class Ink {
    private final boolean[][] dark;
    private int left = Integer.MAX_VALUE;
    private int top = Integer.MAX_VALUE;
    private int all;

    Ink(BufferedImage page, int row) {
      dark = new boolean[ROW][page.getWidth()];
      for (int y = 0; y < ROW; y++)
        for (int x = 0; x < page.getWidth(); x++)
          if ((page.getRGB(x, row * ROW + y) & 0xff) < 128) {
            dark[y][x] = true;
            left = Math.min(left, x);
            top = Math.min(top, y);
            all++;
          }
    }

    int without(Ink other, int right, int down) {
      int alone = 0;
      for (int y = 0; y < dark.length; y++)
        for (int x = 0; x < dark[y].length; x++)
          if (dark[y][x] && !other.near(x + right, y + down)) alone++;
      return alone;
    }

    private boolean near(int x, int y) {
      for (int i = Math.max(0, y - 1); i <= Math.min(ROW - 1, y + 1); i++)
        for (int j = Math.max(0, x - 1); j <= Math.min(dark[i].length - 1, x + 1); j++)
          if (dark[i][j]) return true;
      return false;
    }
  }
}
