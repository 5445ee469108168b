package karyalay.desk;

import java.time.Instant;
import karyalay.documents.DocumentId;
import karyalay.documents.DocumentType;
import karyalay.shared.PersonId;

/// A document of a content. Pages are numbered through all documents of the content.
///
/// @param serial from 1, never used again
/// @param name as its sender called it; only for the eye
/// @param bytes length of the original
/// @param firstPage number of its first page in the content, from 1
public record Attachment(
    int serial,
    DocumentId document,
    String name,
    DocumentType type,
    long bytes,
    int pages,
    int firstPage,
    PersonId by,
    Instant at) {
  public int lastPage() {
    return firstPage + pages - 1;
  }
}
