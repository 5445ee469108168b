package karyalay.rendering;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// A TrueType file of ours, as far as its outlines are needed.
final class TrueType {
  private static final int HAVE_INSTRUCTIONS = 0x100;

  private final ByteBuffer file;
  private final Map<String, Integer> tables = new HashMap<>();
  private final boolean longOffsets;
  private final int metrics;
  private final int glyphs;
  private final int unitsPerEm;

  TrueType(byte[] bytes) {
    file = ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    for (int i = 0; i < file.getShort(4); i++) {
      int entry = 12 + 16 * i;
      String tag = new String(bytes, entry, 4, StandardCharsets.US_ASCII);
      tables.put(tag, file.getInt(entry + 8));
    }
    unitsPerEm = file.getShort(at("head") + 18) & 0xffff;
    longOffsets = file.getShort(at("head") + 50) == 1;
    metrics = file.getShort(at("hhea") + 34) & 0xffff;
    glyphs = file.getShort(at("maxp") + 4) & 0xffff;
  }

  int unitsPerEm() {
    return unitsPerEm;
  }

  int glyphs() {
    return glyphs;
  }

  int advance(int glyph) {
    return file.getShort(at("hmtx") + 4 * Math.min(glyph, metrics - 1)) & 0xffff;
  }

  /// Least x, least y, greatest x, greatest y of all glyphs.
  int[] box() {
    return box(file, at("head") + 36);
  }

  short ascent() {
    return file.getShort(at("hhea") + 4);
  }

  short descent() {
    return file.getShort(at("hhea") + 6);
  }

  short capitals() {
    return file.getShort(at("OS/2") + 88);
  }

  /// A copy of a table, to be changed and written anew.
  byte[] copy(String tag, int length) {
    var bytes = new byte[length];
    file.get(at(tag), bytes);
    return bytes;
  }

  /// The outline without its hinting program; empty for a glyph that draws nothing.
  byte[] outline(int glyph) {
    int from = offset(glyph);
    int length = offset(glyph + 1) - from;
    var bytes = new byte[length];
    if (length == 0) return bytes;
    file.get(at("glyf") + from, bytes);
    return ByteBuffer.wrap(bytes).getShort(0) < 0
        ? withoutCompositeProgram(bytes)
        : withoutProgram(bytes);
  }

  static int[] box(byte[] outline) {
    return box(ByteBuffer.wrap(outline), 2);
  }

  static boolean composite(byte[] outline) {
    return outline.length > 0 && outline[0] < 0;
  }

  private static int[] box(ByteBuffer from, int at) {
    return new int[] {
      from.getShort(at), from.getShort(at + 2), from.getShort(at + 4), from.getShort(at + 6)
    };
  }

  private int offset(int glyph) {
    int loca = at("loca");
    return longOffsets
        ? file.getInt(loca + 4 * glyph)
        : (file.getShort(loca + 2 * glyph) & 0xffff) * 2;
  }

  private int at(String tag) {
    Integer offset = tables.get(tag);
    if (offset == null) throw new IllegalStateException("font without table " + tag);
    return offset;
  }

  private static byte[] withoutProgram(byte[] outline) {
    var glyph = ByteBuffer.wrap(outline);
    int length = 10 + 2 * glyph.getShort(0);
    int program = glyph.getShort(length) & 0xffff;
    var stripped = ByteBuffer.allocate(outline.length - program);
    stripped.put(outline, 0, length).putShort((short) 0);
    int rest = length + 2 + program;
    return stripped.put(outline, rest, outline.length - rest).array();
  }

  private static byte[] withoutCompositeProgram(byte[] outline) {
    var glyph = ByteBuffer.wrap(outline);
    Part part;
    int at = 10;
    do {
      part = Part.at(glyph, at);
      glyph.putShort(at, (short) (part.flags & ~HAVE_INSTRUCTIONS));
      at = part.end();
    } while (part.more());
    return Arrays.copyOf(outline, at);
  }

  /// One component of a composite outline.
  ///
  /// @param begin offset of its flags
  record Part(int begin, int flags) {
    private static final int WORDS = 1;
    private static final int SCALE = 8;
    private static final int MORE = 0x20;
    private static final int TWO_SCALES = 0x40;
    private static final int MATRIX = 0x80;

    static Part at(ByteBuffer glyph, int begin) {
      return new Part(begin, glyph.getShort(begin) & 0xffff);
    }

    boolean more() {
      return (flags & MORE) != 0;
    }

    int end() {
      int scale = (flags & SCALE) != 0 ? 2 : (flags & TWO_SCALES) != 0 ? 4 : 0;
      if ((flags & MATRIX) != 0) scale = 8;
      return begin + 4 + ((flags & WORDS) != 0 ? 4 : 2) + scale;
    }
  }
}
