package karyalay.rendering;

import java.util.List;

/// Piles that stand beside one another.
record Columns(List<List<Slab>> piles) implements Slab.Drawing {
  @Override
  public void draw(Pen pen, double top) {
    piles.forEach(pile -> draw(pile, pen, top));
  }

  static void draw(List<Slab> pile, Pen pen, double top) {
    double at = top;
    for (Slab slab : pile) {
      slab.drawing().draw(pen, at);
      at += slab.height();
    }
  }
}
