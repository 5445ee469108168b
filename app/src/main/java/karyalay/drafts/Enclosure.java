package karyalay.drafts;

import karyalay.shared.ContentId;

/// A document that goes with a letter.
///
/// @param serial of the document in its content, see {@link karyalay.desk.Attachment}
public record Enclosure(ContentId content, int serial, String name, int pages) {}
