package karyalay.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One row of a table, or several that a tall cell joins.
final class Band implements Slab.Drawing {
  /// Left and right of a cell's text, and above and below, in sizes of the letters.
  static final double PADDING = 0.38;

  private static final double ABOVE = 0.2;
  private static final double LINE = 0.5;
  private static final double INK = 0.45;
  private static final double HEADING_GROUND = 0.94;

  /// @param rows how many rows it covers
  record Laid(Tag tag, double x, double width, int rows, boolean heading, List<Slab> slabs) {
    Laid with(List<Slab> slabs) {
      return new Laid(tag, x, width, rows, heading, slabs);
    }
  }

  record Cells(Tag tag, List<Laid> cells) {}

  private final List<Cells> rows;
  private final boolean ruled;
  private final double letters;
  private final double[] heights;

  Band(List<Cells> rows, boolean ruled, double letters) {
    this.rows = rows;
    this.ruled = ruled;
    this.letters = letters;
    heights = new double[rows.size()];
    for (int i = 0; i < heights.length; i++)
      for (Laid cell : rows.get(i).cells())
        if (last(i, cell) == i) heights[i] = Math.max(heights[i], height(cell));
    for (int i = 0; i < heights.length; i++)
      for (Laid cell : rows.get(i).cells()) {
        double lacking = height(cell) - height(i, last(i, cell));
        if (lacking > 0) heights[last(i, cell)] += lacking;
      }
  }

  private int last(int row, Laid cell) {
    return Math.min(row + cell.rows(), heights.length) - 1;
  }

  private double height(Laid cell) {
    return Slab.height(cell.slabs()) + 2 * ABOVE * letters;
  }

  private double height(int from, int to) {
    double height = 0;
    for (int i = from; i <= to; i++) height += heights[i];
    return height;
  }

  double height() {
    return height(0, heights.length - 1);
  }

  @Override
  public void draw(Pen pen, double top) {
    double at = top;
    for (int i = 0; i < heights.length; i++) {
      pen.enter(rows.get(i).tag());
      for (Laid cell : rows.get(i).cells()) draw(cell, pen, at, height(i, last(i, cell)));
      at += heights[i];
    }
  }

  private void draw(Laid cell, Pen pen, double top, double high) {
    if (ruled) {
      pen.artifact();
      if (cell.heading()) pen.fill(cell.x(), top, cell.width(), high, HEADING_GROUND);
      pen.frame(cell.x(), top, cell.width(), high, LINE, INK);
    }
    pen.enter(cell.tag());
    Columns.draw(cell.slabs(), pen, top + ABOVE * letters);
  }

  @Override
  public Optional<Slab.Parts> part(double room) {
    List<Cells> first = new ArrayList<>();
    List<Cells> rest = new ArrayList<>();
    double free = room;
    for (int i = 0; i < heights.length; i++) {
      if (free >= heights[i]) first.add(rows.get(i));
      else if (free > 0) part(rows.get(i), free - 2 * ABOVE * letters, first, rest);
      else rest.add(rows.get(i));
      free -= heights[i];
    }
    boolean moved = first.stream().anyMatch(row -> row.cells().stream().anyMatch(this::says));
    return moved && !rest.isEmpty()
        ? Optional.of(new Slab.Parts(slab(first), slab(rest)))
        : Optional.empty();
  }

  private boolean says(Laid cell) {
    return !cell.slabs().isEmpty();
  }

  private static void part(Cells row, double room, List<Cells> first, List<Cells> rest) {
    List<Laid> above = new ArrayList<>();
    List<Laid> below = new ArrayList<>();
    for (Laid cell : row.cells()) {
      int fit = 0;
      double high = 0;
      while (fit < cell.slabs().size() && high + cell.slabs().get(fit).height() <= room)
        high += cell.slabs().get(fit++).height();
      above.add(cell.with(List.copyOf(cell.slabs().subList(0, fit))));
      below.add(cell.with(List.copyOf(cell.slabs().subList(fit, cell.slabs().size()))));
    }
    first.add(new Cells(row.tag(), above));
    rest.add(new Cells(row.tag(), below));
  }

  private Slab slab(List<Cells> rows) {
    var band = new Band(rows, ruled, letters);
    return Slab.of(band.height(), band);
  }
}
