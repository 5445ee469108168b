package karyalay.documents.decoder;

import java.util.List;

/// An e-mail taken apart. Every field may be empty: nothing is refused for what it lacks.
///
/// @param messageId with its angle brackets, as are `answers`
/// @param sent ISO instant; empty when it says no moment that can be read
/// @param answers ids of the messages it answers, the nearest first
/// @param text what a reader reads; of HTML the words alone
/// @param cut whether the text was longer than what is kept here
/// @param damaged whether parts of it could not be read and stand in the original alone
public record Letter(
    String messageId,
    String fromName,
    String fromAddress,
    String to,
    String subject,
    String sent,
    List<String> answers,
    String text,
    boolean cut,
    boolean damaged,
    List<Part> parts) {
  public Letter {
    answers = List.copyOf(answers);
    parts = List.copyOf(parts);
  }

  /// Something enclosed.
  ///
  /// @param type as the sender calls it; nothing is concluded from it
  /// @param file its name in the folder; empty when it was not laid there
  /// @param inline whether it is a picture within the text
  public record Part(
      String name, String type, String file, long bytes, boolean inline, Left left) {}

  /// Why a part was not laid out.
  public enum Left {
    /// It was.
    NO,
    /// It is another e-mail.
    NESTED,
    /// It is larger than anything we take.
    TOO_LARGE,
    /// Its wrapping is broken.
    BROKEN,
    /// There are more than any letter has.
    TOO_MANY
  }
}
