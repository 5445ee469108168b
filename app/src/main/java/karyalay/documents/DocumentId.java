package karyalay.documents;

import java.util.UUID;
import karyalay.shared.Ids;

/// One document as it was received. The same bytes received twice are two documents: nobody learns
/// whether they were known.
public record DocumentId(UUID value) {
  public static DocumentId next() {
    return new DocumentId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
