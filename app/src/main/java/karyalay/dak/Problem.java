package karyalay.dak;

import java.util.List;
import karyalay.shared.Refused;

/// One thing that is wrong with what was written, at one field, so that a form can say all of them
/// at once, each in its place.
///
/// @param arguments what is put into the sentence
public record Problem(Field field, Refused.Reason reason, List<Object> arguments) {
  static Problem at(Field field, Refused.Reason reason, Object... arguments) {
    return new Problem(field, reason, List.of(arguments));
  }

  Refused refused() {
    return new Refused(reason, arguments.toArray());
  }
}
