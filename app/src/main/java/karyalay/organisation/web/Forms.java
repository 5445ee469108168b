package karyalay.organisation.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads what forms send; a field that is not there reads as empty.
final class Forms {
  private Forms() {}

  static String text(@Nullable String field) {
    return field == null ? "" : field.strip();
  }

  static String code(@Nullable String field) {
    return text(field).toUpperCase(Locale.ROOT);
  }

  /// Several in one field, parted by commas.
  static List<String> list(@Nullable String field) {
    return Arrays.stream(text(field).split(","))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  /// `SHO-GSG` of what the picker filled in: the mark and words after it.
  static String mark(String typed) {
    return typed.strip().toUpperCase(Locale.ROOT).split("[\\s·]", 2)[0];
  }
}
