package karyalay.ledger;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// JSON in the one form of RFC 8785, for the few kinds of value an entry may hold. The bytes are
/// stored as written, never rebuilt.
public final class Canonical {
  private static final long EXACT = 1L << 53;

  private Canonical() {}

  /// @throws IllegalArgumentException for a value of another kind
  public static byte[] bytes(Map<String, ?> object) {
    var out = new StringBuilder(256);
    write(out, object);
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(StringBuilder out, Object value) {
    switch (value) {
      case String text -> quote(out, text);
      case Boolean truth -> out.append(truth.booleanValue());
      case Integer number -> out.append(number.intValue());
      case Long number when number >= -EXACT && number <= EXACT -> out.append(number.longValue());
      case List<?> list -> writeList(out, list);
      case Map<?, ?> map -> writeMap(out, map);
      default -> throw new IllegalArgumentException("no canonical form: " + value.getClass());
    }
  }

  private static void writeList(StringBuilder out, List<?> list) {
    out.append('[');
    for (int i = 0; i < list.size(); i++) {
      if (i > 0) out.append(',');
      write(out, list.get(i));
    }
    out.append(']');
  }

  private static void writeMap(StringBuilder out, Map<?, ?> map) {
    // RFC 8785 sorts by UTF-16 code units, which is what String compares.
    var sorted = new TreeMap<String, Object>();
    map.forEach((key, value) -> sorted.put((String) key, value));
    out.append('{');
    String comma = "";
    for (var pair : sorted.entrySet()) {
      out.append(comma);
      quote(out, pair.getKey());
      out.append(':');
      write(out, pair.getValue());
      comma = ",";
    }
    out.append('}');
  }

  private static void quote(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) escape(out, text.charAt(i));
    out.append('"');
  }

  private static void escape(StringBuilder out, char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (c < 0x20)
          out.append("\\u00").append(c < 0x10 ? '0' : '1').append(Character.forDigit(c & 15, 16));
        else out.append(c);
      }
    }
  }
}
