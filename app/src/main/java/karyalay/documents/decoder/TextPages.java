package karyalay.documents.decoder;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;

/// Plain text on A4 pages in our own fonts, so that line and page breaks are the same everywhere.
final class TextPages {
  private static final int WIDTH = 794;
  private static final int HEIGHT = 1123;
  private static final int MARGIN = 76;
  private static final int LINE = 24;
  private static final int LINES = (HEIGHT - 2 * MARGIN) / LINE;
  private static final float SIZE = 15;

  /// Laid-out lines stay in memory while the file is open.
  private static final int MOST_PAGES = 400;

  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  /// The image is one for all readers, so it says it in both languages.
  private static final String NOTICE =
      "केवल पाठ; मूल रूप डाउनलोड करने पर  |  Text only; for the layout download the original";

  private static final Font DEVANAGARI = font("/fonts/NotoSansDevanagari-Regular.ttf");
  private static final Font LATIN =
      font("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf");

  private final List<List<TextLayout>> pages;

  private TextPages(List<List<TextLayout>> pages) {
    this.pages = pages;
  }

  /// @throws Unreadable `TOO_MANY_PAGES`
  static TextPages of(List<String> paragraphs, int mostPages) throws Unreadable {
    List<List<TextLayout>> pages = new ArrayList<>();
    pages.add(new ArrayList<>());
    for (String paragraph : paragraphs)
      for (TextLayout line : lines(paragraph)) {
        if (pages.getLast().size() == LINES) pages.add(new ArrayList<>());
        pages.getLast().add(line);
        if (pages.size() > Math.min(mostPages, MOST_PAGES))
          throw new Unreadable(Fault.TOO_MANY_PAGES);
      }
    return new TextPages(pages);
  }

  int count() {
    return pages.size();
  }

  private static List<TextLayout> lines(String paragraph) {
    AttributedString text = attributed(paragraph.isBlank() ? " " : paragraph);
    var measurer = new LineBreakMeasurer(text.getIterator(), CONTEXT);
    List<TextLayout> lines = new ArrayList<>();
    while (measurer.getPosition() < Math.max(1, paragraph.length()))
      lines.add(measurer.nextLayout(WIDTH - 2 * MARGIN));
    return lines;
  }

  /// Gives every letter a font that has it: Devanagari first, the rest in Latin's.
  private static AttributedString attributed(String text) {
    var attributed = new AttributedString(text);
    attributed.addAttribute(TextAttribute.FONT, DEVANAGARI);
    for (int i = 0; i < text.length(); i++)
      if (!DEVANAGARI.canDisplay(text.charAt(i)))
        attributed.addAttribute(TextAttribute.FONT, LATIN, i, i + 1);
    return attributed;
  }

  BufferedImage draw(int page, int pixels) {
    double scale = Picture.scale(WIDTH, HEIGHT, pixels);
    var image =
        new BufferedImage(
            (int) Math.round(WIDTH * scale),
            (int) Math.round(HEIGHT * scale),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.scale(scale, scale);
    graphics.setColor(Color.GRAY);
    attributedLayout(NOTICE).draw(graphics, MARGIN, MARGIN / 2f);
    graphics.setColor(Color.BLACK);
    float y = MARGIN;
    for (TextLayout line : pages.get(page - 1)) line.draw(graphics, MARGIN, y += LINE);
    graphics.dispose();
    return image;
  }

  private static TextLayout attributedLayout(String text) {
    return new TextLayout(attributed(text).getIterator(), CONTEXT);
  }

  private static Font font(String resource) {
    try (InputStream in = TextPages.class.getResourceAsStream(resource)) {
      if (in == null) throw new IllegalStateException("no font " + resource);
      return Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(SIZE);
    } catch (IOException | FontFormatException e) {
      throw new IllegalStateException("font cannot be read: " + resource, e);
    }
  }
}
