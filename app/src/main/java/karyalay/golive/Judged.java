package karyalay.golive;

import java.util.List;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import org.jspecify.annotations.Nullable;

/// What became of one row.
record Judged(
    int serial,
    List<String> outcome,
    String refusal,
    String argument,
    @Nullable Column field,
    boolean applied,
    @Nullable PaperId paper) {

  static Judged good(Load.Row row, Made made, boolean applied) {
    return new Judged(
        row.serial(), made.outcome(), "", "", null, applied, applied ? made.paper() : null);
  }

  static Judged refused(Load.Row row, Refused why, @Nullable Column field) {
    String argument = why.arguments().isEmpty() ? "" : why.arguments().getFirst().toString();
    return new Judged(row.serial(), List.of(), why.reason().key(), argument, field, false, null);
  }

  /// What a row made.
  ///
  /// @param outcome `SAME` alone where all of it was there
  record Made(List<String> outcome, @Nullable PaperId paper) {}
}
