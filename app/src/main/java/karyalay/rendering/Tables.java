package karyalay.rendering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import karyalay.rendering.Block.Cell;
import karyalay.rendering.Block.Row;
import karyalay.rendering.Block.Table;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;

/// Lays tables out row by row. Rows that a cell joins stand together.
final class Tables {
  private final Layout layout;
  private final double letters;

  Tables(Layout layout, double letters) {
    this.layout = layout;
    this.letters = letters;
  }

  void lay(Table table, Layout.Frame frame, Slab.Pile pile) {
    var grid = new Grid(table, frame, frame.parent().child("Table"));
    List<Slab> heads = new ArrayList<>();
    grid.add(table.heads(), true, slab -> heads.add(slab.glue(true)));
    heads.forEach(pile::add);
    grid.add(table.rows(), false, slab -> pile.add(slab.under(heads)));
    pile.add(Slab.space(letters / 2));
  }

  /// The table being laid out: its columns, and the rows that wait for others they are joined with.
  private final class Grid {
    private final Layout.Frame frame;
    private final Tag tag;
    private final boolean ruled;
    private final double[] edges;
    private List<Band.Cells> waiting = new ArrayList<>();
    private final int[] covered;

    Grid(Table table, Layout.Frame frame, Tag tag) {
      this.frame = frame;
      this.tag = tag;
      this.ruled = table.ruled();
      double shares = table.columns().stream().mapToDouble(Double::doubleValue).sum();
      edges = new double[table.columns().size() + 1];
      edges[0] = frame.x();
      for (int i = 1; i < edges.length; i++)
        edges[i] = edges[i - 1] + frame.width() * table.columns().get(i - 1) / shares;
      covered = new int[edges.length - 1];
    }

    void add(Iterable<Row> rows, boolean heads, Slab.Pile pile) {
      for (Row row : rows) {
        waiting.add(cells(row, heads));
        if (Arrays.stream(covered).allMatch(rest -> rest == 0)) pile.add(band());
      }
      Arrays.fill(covered, 0);
      if (!waiting.isEmpty()) pile.add(band());
    }

    private Slab band() {
      var band = new Band(waiting, ruled, letters);
      waiting = new ArrayList<>();
      return Slab.of(band.height(), band);
    }

    /// The cells of a row, one for each column that no cell from above covers.
    private Band.Cells cells(Row row, boolean heads) {
      Tag line = tag.child("TR");
      List<Band.Laid> laid = new ArrayList<>();
      int next = 0;
      for (int column = 0; column < covered.length; ) {
        if (covered[column] > 0) {
          covered[column++]--;
          continue;
        }
        Cell cell = next < row.cells().size() ? row.cells().get(next++) : Cell.of("");
        int wide = Math.min(cell.columns(), free(column));
        laid.add(laid(cell, line, column, wide, heads));
        for (int i = 0; i < wide; i++) covered[column++] = cell.rows() - 1;
      }
      return new Band.Cells(line, laid);
    }

    private int free(int column) {
      int to = column;
      while (to < covered.length && covered[to] == 0) to++;
      return to - column;
    }

    private Band.Laid laid(Cell cell, Tag line, int column, int wide, boolean head) {
      boolean heading = head || cell.heading();
      Tag tag = line.child(heading ? "TH" : "TD");
      if (heading) tag.with("Table", "Scope", COSName.getPDFName(head ? "Column" : "Row"));
      if (wide > 1) tag.with("Table", "ColSpan", COSInteger.get(wide));
      if (cell.rows() > 1) tag.with("Table", "RowSpan", COSInteger.get(cell.rows()));
      double pad = letters * Band.PADDING;
      double x = edges[column];
      double width = edges[column + wide] - x;
      var inner = new Layout.Frame(x + pad, width - 2 * pad, tag);
      return new Band.Laid(
          tag, x, width, cell.rows(), heading, layout.collected(cell.blocks(), inner));
    }
  }
}
