package karyalay.rendering;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Piles pieces up on pages: headings stay with what follows, a picture too tall is made smaller, a
/// row too tall is parted.
final class Flow implements Slab.Pile {
  /// A picture is not made smaller than this share of the page to stand below its heading.
  private static final double LEAST = 0.4;

  private final Book book;
  private final PageFormat format;
  private final double top;
  private final double bottom;
  private List<Slab> group = new ArrayList<>();
  private Optional<Pen> pen = Optional.empty();
  private double at;
  private boolean fresh;

  /// @param foot how far from the page's lower edge the text ends
  Flow(Book book, PageFormat format, double foot) {
    this.book = book;
    this.format = format;
    this.top = format.margin();
    this.bottom = format.height() - foot;
  }

  /// How tall one page's text is.
  double room() {
    return bottom - top;
  }

  @Override
  public void add(Slab slab) {
    if (!slab.gap() && complete()) place();
    group.add(slab);
  }

  private boolean complete() {
    for (int i = group.size(); i > 0; i--)
      if (!group.get(i - 1).gap()) return !group.get(i - 1).glued();
    return false;
  }

  /// What was added last stays with what comes next.
  void glue() {
    group.replaceAll(slab -> slab.glue(true));
  }

  /// Ends the page, which is made even if empty.
  void turn() {
    place();
    if (pen.isEmpty()) begin(List.of());
    end();
  }

  /// Ends the last page; there is at least one.
  void finish() {
    place();
    if (pen.isEmpty() && book.pages() == 0) begin(List.of());
    end();
  }

  private void place() {
    List<Slab> pieces = group;
    group = new ArrayList<>();
    double height = Slab.height(pieces);
    int last = pieces.size();
    while (last > 0 && pieces.get(last - 1).gap()) height -= pieces.get(--last).height();
    if (last == 0) {
      pieces.forEach(this::put);
      return;
    }
    double heads = Slab.height(pieces.getFirst().heads());
    if (pen.isPresent() && at + height > bottom && height + heads <= room()) end();
    if (height > room()) pieces = fitted(pieces, last - 1, height);
    pieces.forEach(this::put);
  }

  /// The same pieces with the last one smaller, on a page of their own, where that helps.
  private List<Slab> fitted(List<Slab> pieces, int last, double height) {
    double free = room() - (height - pieces.get(last).height());
    Optional<Slab> smaller = pieces.get(last).drawing().shrunk(free);
    if (free < room() * LEAST || smaller.isEmpty()) return pieces;
    if (pen.isPresent() && !fresh) end();
    var fitted = new ArrayList<>(pieces);
    fitted.set(last, smaller.get());
    return fitted;
  }

  private void put(Slab slab) {
    if (slab.gap() && (pen.isEmpty() || fresh || at + slab.height() > bottom)) return;
    boolean fits = pen.isPresent() && at + slab.height() <= bottom + 0.01;
    if (!fits && slab.height() > room() - Slab.height(slab.heads())) {
      putParts(slab);
      return;
    }
    if (!fits && pen.isPresent()) end();
    draw(slab);
  }

  private void putParts(Slab slab) {
    if (pen.isPresent() && bottom - at < room() / 5) end();
    if (pen.isEmpty()) begin(slab.heads());
    Optional<Slab.Parts> parts = slab.drawing().part(bottom - at);
    if (parts.isEmpty()) {
      if (!fresh) end();
      draw(slab);
      return;
    }
    draw(parts.get().first());
    end();
    put(parts.get().rest().under(slab.heads()));
  }

  private void draw(Slab slab) {
    if (pen.isEmpty()) begin(slab.heads());
    slab.drawing().draw(pen.orElseThrow(), at);
    at += slab.height();
    fresh = false;
  }

  private void begin(List<Slab> heads) {
    Pen next = book.begin(format.width(), format.height());
    pen = Optional.of(next);
    at = top;
    for (Slab head : heads) {
      double height = at;
      next.aside(() -> head.drawing().draw(next, height));
      at += head.height();
    }
    fresh = true;
  }

  private void end() {
    try {
      if (pen.isPresent()) book.end(pen.get());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    pen = Optional.empty();
  }
}
