package karyalay.files;

import java.util.List;
import karyalay.desk.Classification;
import karyalay.desk.Urgency;

/// What is entered when a file is opened (OP-37, OP-38).
///
/// @param heads codes of the fixed heads, basic first; empty for free numbering
/// @param number as the office writes it; ignored under fixed heads
public record NewFile(
    String subject,
    List<String> heads,
    String number,
    String category,
    String language,
    String earlier,
    String remarks,
    Classification classification,
    Urgency urgency,
    boolean physical) {

  public boolean byHeads() {
    return !heads.isEmpty();
  }
}
