package karyalay.rendering;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;

/// The headings beside the pages, by which a long print is turned over. A short one has none.
final class Outline {
  private static final int FEWEST_PAGES = 3;

  private record Line(int level, String text, Sheet sheet, double top) {}

  private final List<Line> lines = new ArrayList<>();

  void add(int level, String text, Sheet sheet, double top) {
    lines.add(new Line(level, text, sheet, top));
  }

  void write(PDDocument document) {
    if (document.getNumberOfPages() < FEWEST_PAGES || lines.isEmpty()) return;
    var outline = new PDDocumentOutline();
    List<PDOutlineNode> above = new ArrayList<>(List.of(outline));
    for (Line line : lines) {
      while (above.size() > line.level()) above.removeLast();
      var item = new PDOutlineItem();
      item.setTitle(line.text());
      item.setDestination(destination(line));
      above.getLast().addLast(item);
      above.add(item);
    }
    outline.openNode();
    document.getDocumentCatalog().setDocumentOutline(outline);
  }

  private static PDPageXYZDestination destination(Line line) {
    var destination = new PDPageXYZDestination();
    destination.setPage(line.sheet().page());
    destination.setTop((int) Math.round(line.sheet().height() - line.top()));
    destination.setLeft(0);
    return destination;
  }
}
