package karyalay.files.web;

import java.util.List;
import karyalay.organisation.Master;
import karyalay.shared.PaperId;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;

/// The form for a new file.
///
/// @param receipt the receipt that goes into it at once; null when there is none
public record NewFileView(
    Page page,
    List<Master> heads,
    List<Master> categories,
    @Nullable PaperId receipt,
    String receiptNumber,
    String subject) {

  /// Heads of one level: `basic`, `primary`, `secondary`, `tertiary`; those without a level serve
  /// all.
  public List<Master> heads(String level) {
    return heads.stream()
        .filter(head -> head.text("head").isEmpty() || head.text("head").equals(level))
        .toList();
  }
}
