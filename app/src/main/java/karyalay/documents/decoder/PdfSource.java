package karyalay.documents.decoder;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/// A PDF. Read from the file as needed, never wholly into memory.
final class PdfSource implements Source {
  /// Readers look for the end mark in the last bytes; a file without it was cut off on its way.
  private static final int TAIL = 2048;

  private final PDDocument document;
  private final Limits limits;

  private PdfSource(PDDocument document, Limits limits) {
    this.document = document;
    this.limits = limits;
  }

  static PdfSource open(Path file, Limits limits) throws IOException, Unreadable {
    String tail = tail(file);
    if (!tail.contains("%%EOF")) throw new Unreadable(Fault.CUT_OFF);
    PDDocument document = load(file);
    if (document.isEncrypted()) {
      document.close();
      throw new Unreadable(Fault.ENCRYPTED);
    }
    return new PdfSource(document, limits);
  }

  private static PDDocument load(Path file) throws IOException, Unreadable {
    try {
      return Loader.loadPDF(new RandomAccessReadBufferedFile(file.toFile()));
    } catch (InvalidPasswordException e) {
      throw new Unreadable(Fault.ENCRYPTED);
    }
  }

  private static String tail(Path file) throws IOException {
    try (var in = new RandomAccessFile(file.toFile(), "r")) {
      byte[] bytes = new byte[(int) Math.min(TAIL, in.length())];
      in.seek(in.length() - bytes.length);
      in.readFully(bytes);
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  /// Counts the pages that are there, not those that the file says it has.
  @Override
  public int examine() throws IOException, Unreadable {
    if (document.getNumberOfPages() > limits.pages()) throw new Unreadable(Fault.TOO_MANY_PAGES);
    int pages = 0;
    for (PDPage page : document.getPages()) {
      if (++pages > limits.pages()) throw new Unreadable(Fault.TOO_MANY_PAGES);
      examine(page);
    }
    if (pages == 0 || pages != document.getNumberOfPages()) throw new Unreadable(Fault.BROKEN);
    return pages;
  }

  private void examine(PDPage page) throws Unreadable {
    PDResources resources = page.getResources();
    if (resources == null) return;
    for (COSName name : resources.getXObjectNames()) {
      COSBase object = xObject(resources, name);
      if (object instanceof COSStream stream) {
        long width = stream.getInt(COSName.WIDTH, 0);
        long height = stream.getInt(COSName.HEIGHT, 0);
        if (width * height > limits.pixels()) throw new Unreadable(Fault.TOO_MANY_PIXELS);
      }
    }
  }

  private static COSBase xObject(PDResources resources, COSName name) {
    return resources.getCOSObject().getCOSDictionary(COSName.XOBJECT).getDictionaryObject(name);
  }

  @Override
  public BufferedImage draw(int page, int pixels) throws IOException, Unreadable {
    if (page < 1 || page > document.getNumberOfPages()) throw new Unreadable(Fault.BROKEN);
    PDRectangle box = document.getPage(page - 1).getCropBox();
    double scale = Picture.scale(box.getWidth(), box.getHeight(), pixels);
    var renderer = new Renderer(document);
    // Scans of 300 dpi are thinned while they are unpacked; what is drawn is still sharper than
    // what is kept.
    renderer.setSubsamplingAllowed(true);
    return renderer.renderImage(page - 1, (float) scale, ImageType.RGB);
  }

  @Override
  public void close() throws IOException {
    document.close();
  }

  private static final class Renderer extends PDFRenderer {
    Renderer(PDDocument document) {
      super(document);
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
      return new Drawer(parameters);
    }
  }

  /// Draws all of a page or nothing: a page that silently lacks its scan would be a blank lie.
  private static final class Drawer extends PageDrawer {
    Drawer(PageDrawerParameters parameters) throws IOException {
      super(parameters);
    }

    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException e)
        throws IOException {
      if (operator.getName().equals("Do") || operator.getName().equals("BI")) throw e;
      super.operatorException(operator, operands, e);
    }
  }
}
