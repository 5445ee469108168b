package karyalay.organisation;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One entry of a master list: a category, a form, a phrase, a rank, a setting.
///
/// @param scope the district it belongs to; null when it holds everywhere
/// @param data what else the kind needs, as `limit` days of a category
/// @param until first day on which it no longer holds; {@link LocalDate#MAX} without end
public record Master(
    UUID id,
    @Nullable UUID scope,
    String kind,
    String code,
    String nameHi,
    String nameEn,
    int sort,
    Map<String, Object> data,
    boolean confirmed,
    LocalDate from,
    LocalDate until) {

  /// What is entered or changed.
  public record Facts(String nameHi, String nameEn, int sort, Map<String, Object> data) {}

  /// A value of `data`; empty when there is none.
  public String text(String name) {
    Object value = data.get(name);
    return value == null ? "" : value.toString();
  }

  /// A whole number of `data`.
  public int number(String name, int otherwise) {
    return data.get(name) instanceof Number number ? number.intValue() : otherwise;
  }

  public boolean flag(String name) {
    return Boolean.TRUE.equals(data.get(name));
  }
}
