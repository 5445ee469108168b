package karyalay.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// Our few lines against the reference implementation of RFC 8785, on values of chance.
class CanonicalTest {
  private static final long EXACT = 1L << 53;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String[] PIECES = {
    "थाना",
    "गुरसहायगंज",
    "क्ष",
    "\u200d",
    "\u200c",
    "ज़",
    "é",
    "€",
    "\u2028",
    "\u2029",
    "\ufeff",
    "😀",
    "\uD83D\uDC6E\u200D\u2640\uFE0F",
    "\"",
    "\\",
    "/",
    "<",
    ">",
    "&",
    "'",
    "\b",
    "\f",
    "\n",
    "\r",
    "\t",
    "\u0000",
    "\u0001",
    "\u000b",
    "\u001f",
    "\u007f",
    "\u0080",
    " ",
    "a",
    "Z",
    "0",
    "\ud7ff",
    "\ue000",
    "\uffff"
  };

  @Test
  void generated_values_are_written_as_the_reference_writes_them() throws IOException {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      Map<String, Object> value = object(random, 3);
      assertThat(text(Canonical.bytes(value)))
          .as("seed %d, value %d", seed, i)
          .isEqualTo(text(new JsonCanonicalizer(JSON.writeValueAsString(value)).getEncodedUTF8()));
    }
  }

  @Test
  void keys_are_sorted_by_utf_16_units_as_in_the_example_of_the_rfc() {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("\u20ac", "Euro Sign");
    value.put("\r", "Carriage Return");
    value.put("\ufb33", "Hebrew Letter Dalet With Dagesh");
    value.put("1", "One");
    value.put("\ud83d\ude00", "Emoji: Grinning Face");
    value.put("\u0080", "Control");
    value.put("\u00f6", "Latin Small Letter O With Diaeresis");
    assertThat(text(Canonical.bytes(value)))
        .isEqualTo(
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                + "\"\ud83d\ude00\":\"Emoji: Grinning Face\","
                + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
  }

  @Test
  void a_value_without_one_form_is_not_written() {
    for (Object none : List.of(1.5, EXACT + 1, -EXACT - 1, Long.MIN_VALUE, new Object()))
      assertThatIllegalArgumentException().isThrownBy(() -> Canonical.bytes(Map.of("none", none)));
  }

  private static Map<String, Object> object(Random random, int depth) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int n = random.nextInt(6); n > 0; n--) object.put(string(random), value(random, depth));
    return object;
  }

  private static Object value(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 4 : 6)) {
      case 0 -> string(random);
      case 1 -> random.nextBoolean();
      case 2 -> random.nextInt();
      case 3 -> random.nextLong(-EXACT, EXACT + 1);
      case 4 -> object(random, depth - 1);
      default -> list(random, depth - 1);
    };
  }

  private static List<Object> list(Random random, int depth) {
    List<Object> list = new ArrayList<>();
    for (int n = random.nextInt(4); n > 0; n--) list.add(value(random, depth));
    return list;
  }

  private static String string(Random random) {
    var text = new StringBuilder();
    for (int n = random.nextInt(8); n > 0; n--) text.append(PIECES[random.nextInt(PIECES.length)]);
    return text.toString();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
