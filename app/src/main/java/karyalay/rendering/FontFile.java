package karyalay.rendering;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A TrueType file in which each cluster of a document is one glyph: an outline composed of those
/// that HarfBuzz chose, where it put them. After the clusters come the outlines they are made of,
/// which no text names.
final class FontFile {
  private static final int WORDS_XY = 3;
  private static final int MORE = 0x20;

  private final TrueType source;
  private final int clusters;
  private final List<byte[]> outlines = new ArrayList<>();
  private final List<Integer> advances = new ArrayList<>();
  private final Map<Integer, Integer> components = new HashMap<>();
  private final List<Integer> pieces = new ArrayList<>();
  private int mostParts = 1;

  private FontFile(TrueType source, int clusters) {
    this.source = source;
    this.clusters = clusters;
  }

  /// @param clusters the first becomes glyph 1
  static byte[] of(TrueType source, List<Cluster> clusters) {
    var file = new FontFile(source, clusters.size() + 1);
    file.add(source.outline(0), source.advance(0));
    for (Cluster cluster : clusters) file.add(file.outline(cluster), cluster.advance());
    file.addComponents();
    return file.write();
  }

  private void add(byte[] outline, int advance) {
    outlines.add(outline);
    advances.add(advance);
  }

  private byte[] outline(Cluster cluster) {
    var parts = new ArrayList<Integer>();
    for (int i = 0; i < cluster.glyphs().length; i++)
      if (source.outline(cluster.glyphs()[i]).length > 0) parts.add(i);
    if (parts.isEmpty()) return new byte[0];
    int only = parts.getFirst();
    if (parts.size() == 1 && cluster.right()[only] == 0 && cluster.up()[only] == 0)
      return renumbered(source.outline(cluster.glyphs()[only]));
    return composite(cluster, parts);
  }

  private byte[] composite(Cluster cluster, List<Integer> parts) {
    mostParts = Math.max(mostParts, parts.size());
    var glyph = ByteBuffer.allocate(10 + 8 * parts.size());
    int[] box = {Short.MAX_VALUE, Short.MAX_VALUE, Short.MIN_VALUE, Short.MIN_VALUE};
    glyph.position(10);
    for (int i : parts) {
      int x = cluster.right()[i];
      int y = cluster.up()[i];
      int[] part = TrueType.box(source.outline(cluster.glyphs()[i]));
      box[0] = Math.min(box[0], part[0] + x);
      box[1] = Math.min(box[1], part[1] + y);
      box[2] = Math.max(box[2], part[2] + x);
      box[3] = Math.max(box[3], part[3] + y);
      glyph.putShort((short) (i == parts.getLast() ? WORDS_XY : WORDS_XY | MORE));
      glyph.putShort((short) component(cluster.glyphs()[i])).putShort((short) x);
      glyph.putShort((short) y);
    }
    glyph.putShort(0, (short) -1);
    for (int i = 0; i < 4; i++) glyph.putShort(2 + 2 * i, (short) box[i]);
    return glyph.array();
  }

  private int component(int glyph) {
    Integer known = components.get(glyph);
    if (known != null) return known;
    pieces.add(glyph);
    components.put(glyph, clusters + components.size());
    return clusters + components.size() - 1;
  }

  /// An outline of the source whose own components bear the new numbers.
  private byte[] renumbered(byte[] outline) {
    if (!TrueType.composite(outline)) return outline;
    var glyph = ByteBuffer.wrap(outline);
    TrueType.Part part = TrueType.Part.at(glyph, 10);
    while (true) {
      int at = part.begin() + 2;
      glyph.putShort(at, (short) component(glyph.getShort(at) & 0xffff));
      if (!part.more()) return outline;
      part = TrueType.Part.at(glyph, part.end());
    }
  }

  private void addComponents() {
    // Those that are made of others bring more of them.
    for (int done = 0; done < pieces.size(); done++)
      add(renumbered(source.outline(pieces.get(done))), source.advance(pieces.get(done)));
  }

  private byte[] write() {
    var glyf = new ByteArrayOutputStream();
    var loca = ByteBuffer.allocate(4 * (outlines.size() + 1));
    var hmtx = ByteBuffer.allocate(4 * outlines.size());
    for (int i = 0; i < outlines.size(); i++) {
      byte[] outline = outlines.get(i);
      loca.putInt(glyf.size());
      glyf.writeBytes(outline);
      while (glyf.size() % 4 != 0) glyf.write(0);
      int left = outline.length == 0 ? 0 : TrueType.box(outline)[0];
      hmtx.putShort(advances.get(i).shortValue()).putShort((short) left);
    }
    loca.putInt(glyf.size());
    Map<String, byte[]> tables = new LinkedHashMap<>();
    tables.put("glyf", glyf.toByteArray());
    tables.put("head", head());
    tables.put("hhea", hhea());
    tables.put("hmtx", hmtx.array());
    tables.put("loca", loca.array());
    tables.put("maxp", maxp());
    return file(tables);
  }

  private byte[] head() {
    byte[] head = source.copy("head", 54);
    // Sum to be set; long offsets.
    ByteBuffer.wrap(head).putInt(8, 0).putShort(50, (short) 1);
    return head;
  }

  private byte[] hhea() {
    byte[] hhea = source.copy("hhea", 36);
    ByteBuffer.wrap(hhea).putShort(34, (short) outlines.size());
    return hhea;
  }

  private byte[] maxp() {
    byte[] maxp = source.copy("maxp", 32);
    var table = ByteBuffer.wrap(maxp);
    int points = Math.max(table.getShort(6) & 0xffff, table.getShort(10) & 0xffff);
    int contours = Math.max(table.getShort(8) & 0xffff, table.getShort(12) & 0xffff);
    table.putShort(4, (short) outlines.size());
    table.putShort(10, (short) Math.min(0xffff, points * mostParts));
    table.putShort(12, (short) Math.min(0xffff, contours * mostParts));
    // No hinting programs: one zone, no stack, no store.
    for (int at = 14; at < 28; at += 2) table.putShort(at, (short) (at == 14 ? 1 : 0));
    table.putShort(28, (short) Math.max(mostParts, table.getShort(28)));
    table.putShort(30, (short) (table.getShort(30) + 1));
    return maxp;
  }

  private static byte[] file(Map<String, byte[]> tables) {
    int size = 12 + 16 * tables.size();
    for (byte[] table : tables.values()) size += padded(table.length);
    var file = ByteBuffer.allocate(size);
    int power = Integer.highestOneBit(tables.size());
    file.putInt(0x00010000).putShort((short) tables.size()).putShort((short) (16 * power));
    file.putShort((short) Integer.numberOfTrailingZeros(power));
    file.putShort((short) (16 * (tables.size() - power)));
    int at = 12 + 16 * tables.size();
    int head = 0;
    for (var table : tables.entrySet()) {
      byte[] bytes = table.getValue();
      if (table.getKey().equals("head")) head = at;
      file.put(at, bytes);
      file.put(table.getKey().getBytes(StandardCharsets.US_ASCII));
      file.putInt(sum(file, at, bytes.length)).putInt(at).putInt(bytes.length);
      at += padded(bytes.length);
    }
    file.putInt(head + 8, 0xb1b0afba - sum(file, 0, size));
    return file.array();
  }

  private static int padded(int length) {
    return (length + 3) & ~3;
  }

  private static int sum(ByteBuffer file, int from, int length) {
    int sum = 0;
    for (int at = from; at < from + length; at += 4) sum += file.getInt(at);
    return sum;
  }
}
