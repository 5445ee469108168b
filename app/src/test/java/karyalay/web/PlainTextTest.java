package karyalay.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What can be written down is taken as it is, however it looks; what cannot is refused.
class PlainTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "प्रार्थी राम औतार, ग्राम खड़नी",
        "क्‍ष and क्‌ष with joiners",
        "👍 \uD83D\uDC68\u200D\uD83D\uDC69",
        "line\nline\r\n\ttab",
        "<script>alert(1)</script>",
        "\u202Eturned",
        "\uFFFD\uFFFF\uFEFF",
        "\uD800\uDC00\uDBFF\uDFFF"
      })
  void what_somebody_can_write_is_taken(String text) {
    assertThatCode(() -> PlainText.require("text", text)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000",
        "बीच\u0000में",
        "\uD83D",
        "\uDC4D",
        "x\uD83Dy",
        "\uDC4D\uD83D",
        "\uD83D\uD83D\uDC4D",
        "पूरा 👍 और आधा \uD83D"
      })
  void what_no_keyboard_writes_is_refused_by_the_name_of_its_field(String text) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> PlainText.require("subject", text))
        .matches(refused -> refused.reason() == SharedRefusal.NOT_TEXT)
        .matches(refused -> refused.arguments().equals(java.util.List.of("subject")));
  }

  @Test
  void of_a_form_every_value_of_every_field_is_looked_at() {
    assertThatCode(() -> PlainText.require(Map.of("a", new String[] {"x", ""}, "b", new String[0])))
        .doesNotThrowAnyException();
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() ->
            PlainText.require(Map.of("a", new String[] {"x"}, "b", new String[] {"y", "z\u0000"})))
        .matches(refused -> refused.arguments().equals(java.util.List.of("b")));
  }
}
