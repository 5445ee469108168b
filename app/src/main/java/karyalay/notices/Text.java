package karyalay.notices;

import java.time.Duration;
import java.util.UUID;
import karyalay.shared.OfficeId;

/// A text message to be sent to a mobile.
///
/// @param id names it for ever; handed to the gateway as our reference, so that a second copy is
///   known as one
/// @param office on whose behalf
/// @param to ten digits
/// @param template what the words were registered as: a name, whose number with the telecom
///   operators (DLT) stands in the settings of the program
/// @param secret whether the words are wiped as soon as they have been handed over, as a code's are
/// @param good after how long nobody has any use for it
public record Text(
    UUID id,
    OfficeId office,
    String to,
    String template,
    String words,
    boolean secret,
    Duration good) {
  /// Never with its words.
  @Override
  public String toString() {
    return "text " + id;
  }
}
