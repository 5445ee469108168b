package karyalay.rendering;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/// One page in the document. Its content is handed over as soon as it is full and waits in the
/// document's temporary file; furniture is laid over when the number of pages is known.
final class Sheet {
  private static final COSName TABS = COSName.getPDFName("Tabs");
  private static final COSName PARENTS = COSName.getPDFName("StructParents");

  private final PDDocument document;
  private final PDPage page;
  private final int number;
  private final double height;
  private final COSDictionary images = new COSDictionary();
  private final COSArray owners = new COSArray();
  private final List<COSStream> contents = new ArrayList<>();

  /// @param number counted from 1
  Sheet(PDDocument document, int number, double width, double height, COSDictionary fonts) {
    this.document = document;
    this.number = number;
    this.height = height;
    page = new PDPage(new PDRectangle((float) width, (float) height));
    var resources = new COSDictionary();
    resources.setItem(COSName.FONT, fonts);
    resources.setItem(COSName.XOBJECT, images);
    page.getCOSObject().setItem(COSName.RESOURCES, resources);
    page.getCOSObject().setItem(TABS, COSName.S);
    page.getCOSObject().setInt(PARENTS, number - 1);
    document.addPage(page);
  }

  PDPage page() {
    return page;
  }

  int number() {
    return number;
  }

  double height() {
    return height;
  }

  /// The elements whose content stands on this page, in the order of their numbers.
  COSArray owners() {
    return owners;
  }

  int own(Tag tag) {
    int mark = owners.size();
    tag.draws(page.getCOSObject(), mark);
    owners.add(tag.element());
    return mark;
  }

  /// The name of an image in the content of this page.
  String image(COSStream image) {
    String name = "I" + images.size();
    images.setItem(COSName.getPDFName(name), image);
    return name;
  }

  /// Lays content over what is there.
  void over(byte[] content) throws IOException {
    if (content.length > 0) contents.add(stream(content));
  }

  /// Lays content under what is there.
  void under(byte[] content) throws IOException {
    if (content.length > 0) contents.addFirst(stream(content));
  }

  void finish() {
    page.getCOSObject().setItem(COSName.CONTENTS, new COSArray(contents));
  }

  private COSStream stream(byte[] content) throws IOException {
    COSStream stream = document.getDocument().createCOSStream();
    try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(content);
    }
    return stream;
  }
}
