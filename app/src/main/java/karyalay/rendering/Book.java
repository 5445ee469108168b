package karyalay.rendering;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;

/// A document in the making: pages, fonts, the tree of elements.
final class Book implements AutoCloseable {
  /// What a letter needs lies in memory; beyond, in a temporary file.
  private static final long IN_MEMORY = 4L << 20;

  private final PDDocument document =
      new PDDocument(MemoryUsageSetting.setupMixed(IN_MEMORY).streamCache);
  private final COSDictionary fontNames = new COSDictionary();
  private final Map<Face, FontUse> fonts = new LinkedHashMap<>();
  private final List<Sheet> sheets = new ArrayList<>();
  private final List<Rendered.Place> places = new ArrayList<>();
  private final Outline outline = new Outline();
  private final CRC32 sum = new CRC32();
  private final Tag root = new Tag(null, "Document");

  PDDocument document() {
    return document;
  }

  Tag root() {
    return root;
  }

  Outline outline() {
    return outline;
  }

  int pages() {
    return sheets.size();
  }

  List<Sheet> sheets() {
    return sheets;
  }

  List<Rendered.Place> places() {
    return places;
  }

  FontUse font(Face face) {
    return fonts.computeIfAbsent(
        face,
        _ -> {
          var use = new FontUse(face, "F" + (fonts.size() + 1));
          fontNames.setItem(COSName.getPDFName(use.resource()), use.dictionary());
          return use;
        });
  }

  Pen begin(double width, double height) {
    var sheet = new Sheet(document, sheets.size() + 1, width, height, fontNames);
    sheets.add(sheet);
    return new Pen(this, sheet);
  }

  void end(Pen pen) throws IOException {
    byte[] content = pen.content();
    sum.update(content);
    pen.sheet().over(content);
  }

  /// Ends the document and writes it.
  void write(Print print, OutputStream to) throws IOException {
    sheets.forEach(Sheet::finish);
    for (FontUse font : fonts.values()) font.finish(document);
    COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
    root.place();
    catalog.setItem(COSName.STRUCT_TREE_ROOT, tree());
    var marked = new COSDictionary();
    marked.setBoolean(COSName.getPDFName("Marked"), true);
    catalog.setItem(COSName.MARK_INFO, marked);
    outline.write(document);
    Archive.mark(document, print);
    document.setDocumentId(sum.getValue());
    document.save(to);
  }

  private COSDictionary tree() {
    var tree = new COSDictionary();
    tree.setItem(COSName.TYPE, COSName.STRUCT_TREE_ROOT);
    tree.setItem(COSName.K, root.element());
    root.element().setItem(COSName.P, tree);
    var pairs = new COSArray();
    for (Sheet sheet : sheets) {
      pairs.add(COSInteger.get(sheet.number() - 1));
      pairs.add(sheet.owners());
    }
    var numbers = new COSDictionary();
    numbers.setItem(COSName.NUMS, pairs);
    tree.setItem(COSName.PARENT_TREE, numbers);
    tree.setInt(COSName.PARENT_TREE_NEXT_KEY, sheets.size());
    return tree;
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
