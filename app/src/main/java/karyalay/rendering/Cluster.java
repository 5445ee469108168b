package karyalay.rendering;

/// What a reader takes for one letter, such as `र्त्स्न्य` or `कि`: its text, and the glyphs that
/// HarfBuzz makes of it, placed from the cluster's own origin in font units. There is one object
/// for equal clusters of a face, so that it may be told by identity.
///
/// @param right of each glyph
/// @param up of each glyph
/// @param advance how far the next one stands; where kerning changes that, the page says so
record Cluster(String text, int[] glyphs, int[] right, int[] up, int advance) {

  /// Equal for clusters that look alike and say the same.
  static String key(String text, int[] glyphs, int[] right, int[] up) {
    var key = new StringBuilder(text).append('\0');
    for (int i = 0; i < glyphs.length; i++)
      key.append((char) glyphs[i]).append((char) right[i]).append((char) up[i]);
    return key.toString();
  }
}
