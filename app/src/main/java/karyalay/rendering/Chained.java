package karyalay.rendering;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

/// Parts one after another, each asked for only when those before it are used up: a long print
/// never lies in memory. (A stream's `flatMap` would gather a part whole before giving its first.)
public final class Chained<T> implements Iterator<T> {
  private final Iterator<? extends Iterable<? extends T>> parts;
  private Iterator<? extends T> part = Collections.emptyIterator();

  private Chained(Iterator<? extends Iterable<? extends T>> parts) {
    this.parts = parts;
  }

  /// Can be gone through once.
  public static <T> Iterable<T> of(Stream<? extends Iterable<? extends T>> parts) {
    var chained = new Chained<T>(parts.iterator());
    return () -> chained;
  }

  @Override
  public boolean hasNext() {
    while (!part.hasNext() && parts.hasNext()) part = parts.next().iterator();
    return part.hasNext();
  }

  @Override
  public T next() {
    if (!hasNext()) throw new NoSuchElementException();
    return part.next();
  }
}
