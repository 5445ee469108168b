package karyalay.dak;

import java.time.LocalDate;
import karyalay.desk.Classification;
import karyalay.documents.DocumentId;
import karyalay.shared.PostId;

/// A letter that arrives by wire, from another desk of ours or from another instance.
///
/// @param to the live post it arrives at: an officer's or a counter's
/// @param sender who wrote it
/// @param number of the letter, as it stands on it
/// @param form code of the master of forms
/// @param category code of the master of categories; empty for none
/// @param document the signed PDF
/// @param fileName as the receiver sees it
public record Delivery(
    PostId to,
    Sender sender,
    String number,
    LocalDate date,
    String form,
    String language,
    String subject,
    String category,
    Classification classification,
    DocumentId document,
    String fileName) {

  /// Who wrote it: name, designation and office, each may be empty.
  public static Sender sender(String name, String designation, String office) {
    return new Sender(name, "", designation, office, "", "", "", "", "", "", "", "", "", "");
  }
}
