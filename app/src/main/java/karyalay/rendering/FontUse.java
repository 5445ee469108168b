package karyalay.rendering;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;

/// One face in one document: which clusters it uses, under which numbers. Each number stands for
/// the whole text of its cluster, so that what is copied out is what was put in.
final class FontUse {
  private static final int MOST = 60_000;
  private static final COSName DW = COSName.getPDFName("DW");
  private static final COSName FONT_FILE2 = COSName.getPDFName("FontFile2");

  private final Face face;
  private final String resource;
  private final COSDictionary dictionary = new COSDictionary();
  private final Map<Cluster, Integer> numbers = new IdentityHashMap<>();
  private final List<Cluster> clusters = new ArrayList<>();

  FontUse(Face face, String resource) {
    this.face = face;
    this.resource = resource;
  }

  /// Its name in the content of pages.
  String resource() {
    return resource;
  }

  COSDictionary dictionary() {
    return dictionary;
  }

  /// The cluster's number, from 1.
  int number(Cluster cluster) {
    Integer known = numbers.get(cluster);
    if (known != null) return known;
    if (clusters.size() == MOST) throw new IllegalStateException("too many clusters in one print");
    clusters.add(cluster);
    numbers.put(cluster, clusters.size());
    return clusters.size();
  }

  /// Writes the font into the document, once all its text is known.
  void finish(PDDocument document) throws IOException {
    byte[] file = FontFile.of(face.file(), clusters);
    String name = tag(file) + "+" + face.name();
    dictionary.setItem(COSName.TYPE, COSName.FONT);
    dictionary.setItem(COSName.SUBTYPE, COSName.TYPE0);
    dictionary.setName(COSName.BASE_FONT, name);
    dictionary.setName(COSName.ENCODING, "Identity-H");
    var descendants = new COSArray();
    descendants.add(descendant(document, file, name));
    dictionary.setItem(COSName.DESCENDANT_FONTS, descendants);
    dictionary.setItem(COSName.TO_UNICODE, stream(document, toUnicode(), 0));
  }

  private COSDictionary descendant(PDDocument document, byte[] file, String name)
      throws IOException {
    var system = new COSDictionary();
    system.setItem(COSName.REGISTRY, new COSString("Adobe"));
    system.setItem(COSName.ORDERING, new COSString("Identity"));
    system.setInt(COSName.SUPPLEMENT, 0);
    var font = new COSDictionary();
    font.setItem(COSName.TYPE, COSName.FONT);
    font.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
    font.setName(COSName.BASE_FONT, name);
    font.setItem(COSName.CIDSYSTEMINFO, system);
    font.setItem(COSName.CID_TO_GID_MAP, COSName.IDENTITY);
    font.setItem(COSName.FONT_DESC, descriptor(document, file, name));
    font.setInt(DW, scaled(face.file().advance(0)));
    var widths = new COSArray();
    widths.add(COSInteger.ONE);
    var row = new COSArray();
    clusters.forEach(cluster -> row.add(COSInteger.get(scaled(cluster.advance()))));
    widths.add(row);
    font.setItem(COSName.W, widths);
    return font;
  }

  private COSDictionary descriptor(PDDocument document, byte[] file, String name)
      throws IOException {
    var box = new COSArray();
    for (int edge : face.file().box()) box.add(COSInteger.get(scaled(edge)));
    var descriptor = new COSDictionary();
    descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
    descriptor.setName(COSName.FONT_NAME, name);
    descriptor.setInt(COSName.FLAGS, 4);
    descriptor.setItem(COSName.FONT_BBOX, box);
    descriptor.setInt(COSName.ITALIC_ANGLE, 0);
    descriptor.setInt(COSName.ASCENT, scaled(face.file().ascent()));
    descriptor.setInt(COSName.DESCENT, scaled(face.file().descent()));
    descriptor.setInt(COSName.CAP_HEIGHT, scaled(face.file().capitals()));
    descriptor.setInt(COSName.STEM_V, face.name().endsWith("Bold") ? 140 : 80);
    descriptor.setItem(FONT_FILE2, stream(document, file, file.length));
    return descriptor;
  }

  private static COSStream stream(PDDocument document, byte[] bytes, int length)
      throws IOException {
    COSStream stream = document.getDocument().createCOSStream();
    if (length > 0) stream.setInt(COSName.LENGTH1, length);
    try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(bytes);
    }
    return stream;
  }

  /// Six letters made of the font's bytes, so that equal prints are equal.
  private static String tag(byte[] file) {
    var sum = new CRC32();
    sum.update(file);
    var tag = new StringBuilder();
    long rest = sum.getValue();
    for (int i = 0; i < 6; i++, rest /= 26) tag.append((char) ('A' + rest % 26));
    return tag.toString();
  }

  private int scaled(int units) {
    return Math.round(units * 1000f / face.unitsPerEm());
  }

  private byte[] toUnicode() {
    var map =
        new StringBuilder(
            """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange
            """);
    var hex = HexFormat.of().withUpperCase();
    for (int from = 0; from < clusters.size(); from += 100) {
      int to = Math.min(from + 100, clusters.size());
      map.append(to - from).append(" beginbfchar\n");
      for (int i = from; i < to; i++) {
        byte[] text = clusters.get(i).text().getBytes(StandardCharsets.UTF_16BE);
        map.append('<').append(hex.toHexDigits((short) (i + 1))).append("> <");
        map.append(hex.formatHex(text)).append(">\n");
      }
      map.append("endbfchar\n");
    }
    map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    return map.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
