package karyalay.rendering;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/// An element of the structure by which a screen reader reads: it comes into the tree when
/// something of it is drawn, so that the tree has the order of the pages.
final class Tag {
  private static final COSName STRUCTURE = COSName.getPDFName("StructElem");
  private static final COSName PARENT = COSName.P;
  private static final COSName PAGE = COSName.getPDFName("Pg");

  private final @Nullable Tag parent;
  private final String type;
  private final COSDictionary element = new COSDictionary();
  private final COSArray kids = new COSArray();
  private boolean placed;

  Tag(@Nullable Tag parent, String type) {
    this.parent = parent;
    this.type = type;
    element.setItem(COSName.TYPE, STRUCTURE);
    element.setName(COSName.S, type);
  }

  Tag child(String type) {
    return new Tag(this, type);
  }

  String type() {
    return type;
  }

  COSDictionary element() {
    return element;
  }

  /// What a picture shows.
  Tag says(String alternative) {
    element.setString(COSName.ALT, alternative);
    return this;
  }

  /// An attribute, such as the scope of a table's heading.
  Tag with(String owner, String name, COSBase value) {
    var attribute = new COSDictionary();
    attribute.setName(COSName.O, owner);
    attribute.setItem(COSName.getPDFName(name), value);
    COSBase there = element.getItem(COSName.A);
    if (there instanceof COSArray many) many.add(attribute);
    else {
      var many = new COSArray();
      many.add(attribute);
      element.setItem(COSName.A, many);
    }
    return this;
  }

  /// Adds content of a page.
  void draws(COSDictionary page, int number) {
    place();
    if (element.getItem(PAGE) == null) element.setItem(PAGE, page);
    if (element.getItem(PAGE) == page) {
      kids.add(COSInteger.get(number));
      return;
    }
    var elsewhere = new COSDictionary();
    elsewhere.setItem(COSName.TYPE, COSName.getPDFName("MCR"));
    elsewhere.setItem(PAGE, page);
    elsewhere.setInt(COSName.MCID, number);
    kids.add(elsewhere);
  }

  /// Enters the tree, after all that entered before.
  void place() {
    if (placed) return;
    placed = true;
    element.setItem(COSName.K, kids);
    if (parent == null) return;
    parent.place();
    element.setItem(PARENT, parent.element);
    parent.kids.add(element);
  }
}
