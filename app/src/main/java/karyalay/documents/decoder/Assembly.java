package karyalay.documents.decoder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;

/// Puts pages of several files together into one PDF. Pages of a PDF are carried over with their
/// streams untouched; a picture becomes a page of its own.
final class Assembly {
  private Assembly() {}

  /// @return how many pages were written
  static int write(Task.Assemble task, Limits limits) throws IOException, Unreadable {
    Map<Path, PDDocument> open = new HashMap<>();
    try (var made = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
      for (Task.Piece piece : task.pieces()) {
        PDPage page =
            switch (piece.format()) {
              case PDF -> ofPdf(made, piece, open);
              case JPEG, PNG, TIFF -> PicturePage.of(made, piece, limits);
              // Its pages are ours, of the words alone; the original is not cut.
              case DOCX, XLSX, MAIL -> throw new Unreadable(Fault.NOT_TAKEN);
            };
        page.setRotation(Math.floorMod(page.getRotation() + piece.turn(), 360));
      }
      made.save(task.file().toFile());
      return made.getNumberOfPages();
    } finally {
      for (PDDocument source : open.values()) source.close();
    }
  }

  private static PDPage ofPdf(PDDocument made, Task.Piece piece, Map<Path, PDDocument> open)
      throws IOException, Unreadable {
    PDDocument source = open.get(piece.file());
    if (source == null) {
      source = Loader.loadPDF(new RandomAccessReadBufferedFile(piece.file().toFile()));
      open.put(piece.file(), source);
    }
    if (piece.page() > source.getNumberOfPages()) throw new Unreadable(Fault.BROKEN);
    PDPage from = source.getPage(piece.page() - 1);
    PDPage page = made.importPage(from);
    page.setResources(from.getResources());
    page.setMediaBox(from.getMediaBox());
    page.setCropBox(from.getCropBox());
    page.setRotation(from.getRotation());
    cutLoose(page);
    return page;
  }

  /// What points to other pages would carry them along into a letter that they do not belong to.
  private static void cutLoose(PDPage page) throws IOException {
    for (String name : List.of("B", "StructParents", "Tabs", "AA", "PieceInfo"))
      page.getCOSObject().removeItem(COSName.getPDFName(name));
    List<PDAnnotation> kept = new ArrayList<>();
    for (PDAnnotation annotation : page.getAnnotations()) {
      if (annotation instanceof PDAnnotationLink) continue;
      annotation.setPage(page);
      annotation.getCOSObject().removeItem(COSName.getPDFName("Parent"));
      kept.add(annotation);
    }
    if (!kept.isEmpty()) page.setAnnotations(kept);
    else page.getCOSObject().removeItem(COSName.ANNOTS);
  }
}
