package karyalay.scanning;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import karyalay.desk.Upload;

/// A telephone's pages as the form on the computer shows them.
///
/// @param changes grows with each change, so that whoever has seen so many need not be told again
/// @param until when the QR is over
/// @param shown whether a telephone has shown the QR's secret
/// @param over whether nothing more comes: the time is up, or the form was sent or closed
/// @param sheets in their order; what is attached already is left out
public record Phone(
    UUID id, int changes, Instant until, boolean shown, boolean over, List<Sheet> sheets) {
  public Phone {
    sheets = List.copyOf(sheets);
  }

  /// @param page as the telephone named it
  /// @param serial from 1, as they came; a page taken again has the serial of the one before
  public record Sheet(UUID page, int serial, Upload upload) {}
}
