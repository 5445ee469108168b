package karyalay.desk;

import java.util.UUID;
import karyalay.documents.DocumentId;
import karyalay.documents.DocumentType;

/// A document that was sent before the form that will name it. Only its sender sees it, and only
/// until it is attached.
///
/// @param name as its sender called it; only for the eye
/// @param bytes length of the original
public record Upload(
    UUID id, DocumentId document, String name, DocumentType type, long bytes, int pages) {}
