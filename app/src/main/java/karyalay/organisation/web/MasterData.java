package karyalay.organisation.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The particulars of a master as an administrator types them: one `name = value` a line. Whole
/// numbers, yes and no (`true`, `false`) are what they look like; several words stand parted by
/// `|`.
final class MasterData {
  private MasterData() {}

  static Map<String, Object> read(String typed) {
    var data = new LinkedHashMap<String, Object>();
    typed
        .lines()
        .map(line -> line.split("=", 2))
        .filter(pair -> pair.length == 2 && !pair[0].isBlank())
        .forEach(pair -> data.put(pair[0].strip(), value(pair[1].strip())));
    return data;
  }

  private static Object value(String text) {
    if (text.matches("-?[0-9]{1,9}")) return Integer.valueOf(text);
    if (text.equals("true") || text.equals("false")) return Boolean.valueOf(text);
    if (text.contains("|"))
      return Arrays.stream(text.split("\\|"))
          .map(String::strip)
          .filter(part -> !part.isEmpty())
          .toList();
    return text;
  }

  static String write(Map<String, Object> data) {
    return new TreeMap<>(data)
        .entrySet().stream()
            .map(pair -> pair.getKey() + " = " + text(pair.getValue()))
            .collect(Collectors.joining("\n"));
  }

  private static String text(Object value) {
    if (!(value instanceof List<?> list)) return String.valueOf(value);
    String joined = list.stream().map(String::valueOf).collect(Collectors.joining(" | "));
    // One word alone must be read as a list again.
    return list.size() < 2 ? joined + " |" : joined;
  }
}
