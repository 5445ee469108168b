package karyalay.dak;

import java.util.Locale;

/// One mandatory mark on one field of one shape, as the district has set it (OP-20).
///
/// @param group of GROUP fields at least one must be filled; empty for the other marks
record FieldRule(Shape shape, Field field, Mark mark, String group) {
  /// What is asked of a field.
  enum Mark {
    REQUIRED,
    GROUP,
    OPTIONAL
  }

  /// Key of the words that name the group.
  String groupKey() {
    return "dak.group." + group.toLowerCase(Locale.ROOT);
  }
}
