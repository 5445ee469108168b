package karyalay.rendering;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.font.TextAttribute;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/// One font of ours, shaped by the HarfBuzz inside the JDK at the size of its own units, so that
/// what comes out are whole font units.
final class Face {
  private static final int MOST_CLUSTERS = 40_000;
  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  private final String name;
  private final TrueType file;
  private final Font font;
  private final Map<String, Cluster> clusters = new ConcurrentHashMap<>();

  Face(String name) {
    this.name = name;
    try (InputStream in = Face.class.getResourceAsStream("/fonts/" + name + ".ttf")) {
      byte[] bytes = in.readAllBytes();
      file = new TrueType(bytes);
      font =
          Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(bytes))
              .deriveFont(
                  Map.of(
                      TextAttribute.SIZE, (float) file.unitsPerEm(),
                      TextAttribute.KERNING, TextAttribute.KERNING_ON,
                      TextAttribute.LIGATURES, TextAttribute.LIGATURES_ON));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FontFormatException e) {
      throw new IllegalStateException(name, e);
    }
  }

  String name() {
    return name;
  }

  TrueType file() {
    return file;
  }

  int unitsPerEm() {
    return file.unitsPerEm();
  }

  boolean has(int letter) {
    return font.canDisplay(letter);
  }

  /// Outlines of text as a picture, y downwards, at the size of the font's units.
  Shape outline(String text) {
    return glyphs(text).getOutline();
  }

  private GlyphVector glyphs(String text) {
    char[] letters = text.toCharArray();
    return font.layoutGlyphVector(CONTEXT, letters, 0, letters.length, Font.LAYOUT_LEFT_TO_RIGHT);
  }

  Shaped shape(String text) {
    GlyphVector glyphs = glyphs(text);
    int[] starts = starts(text, glyphs);
    List<Cluster> shaped = new ArrayList<>();
    var advances = new int[starts.length - 1];
    int glyph = 0;
    for (int i = 0; i + 1 < starts.length; i++) {
      int first = glyph;
      while (glyph < glyphs.getNumGlyphs() && glyphs.getGlyphCharIndex(glyph) < starts[i + 1])
        glyph++;
      advances[i] = x(glyphs, glyph) - x(glyphs, first);
      shaped.add(cluster(text.substring(starts[i], starts[i + 1]), glyphs, first, glyph));
    }
    return new Shaped(this, List.copyOf(shaped), advances);
  }

  /// Where clusters begin, and the end: at letters as a reader counts them whose glyphs do not mix
  /// with those before.
  private static int[] starts(String text, GlyphVector glyphs) {
    var parting = new BitSet();
    int before = -1;
    for (int i = 0; i < glyphs.getNumGlyphs(); i++) {
      int at = glyphs.getGlyphCharIndex(i);
      if (at > before) parting.set(at);
      // What stands later in the row but comes earlier in the text binds all between.
      else if (at < before) parting.clear(at + 1, before + 1);
      before = Math.max(before, at);
    }
    var letters = BreakIterator.getCharacterInstance(Locale.ROOT);
    letters.setText(text);
    var starts = new ArrayList<Integer>(List.of(0));
    for (int at = letters.next(); at != BreakIterator.DONE && at < text.length(); ) {
      if (parting.get(at)) starts.add(at);
      at = letters.next();
    }
    starts.add(text.length());
    return starts.stream().mapToInt(Integer::intValue).toArray();
  }

  private Cluster cluster(String text, GlyphVector glyphs, int from, int to) {
    int origin = x(glyphs, from);
    int[] drawn = drawn(glyphs, from, to);
    var codes = new int[drawn.length];
    var right = new int[drawn.length];
    var up = new int[drawn.length];
    for (int i = 0; i < drawn.length; i++) {
      codes[i] = glyphs.getGlyphCode(drawn[i]);
      right[i] = x(glyphs, drawn[i]) - origin;
      up[i] = (int) -Math.round(glyphs.getGlyphPosition(drawn[i]).getY());
    }
    return known(text, codes, right, up);
  }

  /// Without the glyphs that stand for a joiner.
  private int[] drawn(GlyphVector glyphs, int from, int to) {
    return IntStream.range(from, to)
        .filter(glyph -> glyphs.getGlyphCode(glyph) < file.glyphs())
        .toArray();
  }

  private Cluster known(String text, int[] codes, int[] right, int[] up) {
    String key = Cluster.key(text, codes, right, up);
    Cluster known = clusters.get(key);
    if (known != null) return known;
    if (clusters.size() > MOST_CLUSTERS) clusters.clear();
    var cluster = new Cluster(text, codes, right, up, advance(text, codes));
    Cluster earlier = clusters.putIfAbsent(key, cluster);
    return earlier == null ? cluster : earlier;
  }

  /// Its width as it stands alone, so that it does not hang on what was first printed beside it.
  private int advance(String text, int[] codes) {
    GlyphVector alone = glyphs(text);
    int[] same =
        Arrays.stream(drawn(alone, 0, alone.getNumGlyphs())).map(alone::getGlyphCode).toArray();
    return Arrays.equals(same, codes)
        ? x(alone, alone.getNumGlyphs())
        : Arrays.stream(codes).map(file::advance).sum();
  }

  /// The same cluster, which says a blank after its text.
  Cluster spaced(Cluster cluster) {
    String text = cluster.text() + " ";
    String key = Cluster.key(text, cluster.glyphs(), cluster.right(), cluster.up());
    return clusters.computeIfAbsent(
        key,
        _ -> new Cluster(text, cluster.glyphs(), cluster.right(), cluster.up(), cluster.advance()));
  }

  private static int x(GlyphVector glyphs, int glyph) {
    return (int) Math.round(glyphs.getGlyphPosition(glyph).getX());
  }
}
