package karyalay.rendering;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A slip on a paper roll: one page as long as what stands on it.
final class Roll implements Slab.Pile {
  private final List<Slab> slabs = new ArrayList<>();

  @Override
  public void add(Slab slab) {
    slabs.add(slab);
  }

  void finish(Book book, PageFormat format) throws IOException {
    Pen pen = book.begin(format.width(), Slab.height(slabs) + 2 * format.margin());
    double at = format.margin();
    for (Slab slab : slabs) {
      slab.drawing().draw(pen, at);
      at += slab.height();
    }
    book.end(pen);
  }
}
