package karyalay.files.web;

import java.util.List;
import java.util.Optional;
import karyalay.desk.Upload;
import karyalay.files.LegacyFiles;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.web.Page;

/// Bringing in files of the time before: one by a form, many from a sheet.
///
/// @param sheet the sheet as it was sent, for the next step
/// @param trial whether the rows were only looked at
public record LegacyView(
    Page page, List<Upload> uploads, String sheet, boolean trial, List<Result> results) {

  /// What became of a row.
  ///
  /// @param file the file that was made of it; empty on a trial and for a bad row
  /// @param sentence why not; empty for a good row
  public record Result(int line, String number, String sentence, Optional<PaperId> file) {
    public boolean good() {
      return sentence.isEmpty();
    }
  }

  static Result looked(Page page, LegacyFiles.Row row) {
    return new Result(
        row.line(), row.shown(), row.refused().map(r -> say(page, r)).orElse(""), Optional.empty());
  }

  static Result refused(Page page, LegacyFiles.Row row, Refused refused) {
    return new Result(row.line(), row.shown(), say(page, refused), Optional.empty());
  }

  private static String say(Page page, Refused refused) {
    return page.t(refused.reason().key(), refused.arguments().toArray());
  }

  public long good() {
    return results.stream().filter(Result::good).count();
  }

  public long bad() {
    return results.size() - good();
  }
}
