package karyalay.drafts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The forms in which an office writes (OP-80 and its amendment). What a form must have stands in
/// its {@link Shape}.
public enum LetterForm {
  LETTER,
  DEMI_OFFICIAL_LETTER,
  OFFICE_MEMORANDUM,
  UNOFFICIAL_NOTE,
  CIRCULAR,
  ORDER,
  OFFICE_ORDER,
  /// Only received from the government, never written here.
  GOVERNMENT_ORDER,
  NOTIFICATION,
  RESOLUTION,
  EXPRESS_LETTER,
  ENDORSEMENT,
  REMINDER,
  PRESS_NOTE,
  RADIOGRAM,
  CRIME_MEETING,
  ORDERLY_ROOM,
  SERVICE_OF_PROCESS;

  /// Its code in the master `FORM`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Key of its word.
  public String key() {
    return switch (this) {
      case RADIOGRAM, CRIME_MEETING, ORDERLY_ROOM, SERVICE_OF_PROCESS -> "form-" + code();
      case LETTER,
          DEMI_OFFICIAL_LETTER,
          OFFICE_MEMORANDUM,
          UNOFFICIAL_NOTE,
          CIRCULAR,
          ORDER,
          OFFICE_ORDER,
          GOVERNMENT_ORDER,
          NOTIFICATION,
          RESOLUTION,
          EXPRESS_LETTER,
          ENDORSEMENT,
          REMINDER,
          PRESS_NOTE ->
          code();
    };
  }

  /// The form of a code of the master `FORM`; empty for one in which nothing is written here.
  public static Optional<LetterForm> of(String code) {
    return Arrays.stream(values()).filter(form -> form.code().equals(code)).findFirst();
  }
}
