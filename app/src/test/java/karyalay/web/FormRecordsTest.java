package karyalay.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionService;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

class FormRecordsTest {
  enum Kind {
    NOTE,
    ORDER
  }

  record SampleForm(
      @Nullable String text,
      @Nullable Kind kind,
      @Nullable Integer number,
      @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate due,
      boolean stay,
      @Nullable List<Integer> many) {}

  static void handler(SampleForm form) {}

  private final ConversionService conversion = new DefaultFormattingConversionService();
  private final FormRecords forms = new FormRecords(() -> conversion);

  @Test
  void each_field_becomes_a_component_of_its_type() throws Exception {
    var request = new MockHttpServletRequest();
    request.addParameter("text", "पहला", "दूसरा");
    request.addParameter("kind", "ORDER");
    request.addParameter("number", "7");
    request.addParameter("due", "2026-11-24");
    request.addParameter("stay", "true");
    request.addParameter("many", "1", "2");
    assertThat(read(request))
        .isEqualTo(
            new SampleForm("पहला", Kind.ORDER, 7, LocalDate.of(2026, 11, 24), true, List.of(1, 2)));
  }

  @Test
  void what_was_not_sent_is_absent_and_blank_is_no_value() throws Exception {
    var request = new MockHttpServletRequest();
    request.addParameter("text", "");
    request.addParameter("kind", "");
    request.addParameter("number", "");
    request.addParameter("due", "");
    assertThat(read(request)).isEqualTo(new SampleForm("", null, null, null, false, null));
    assertThat(read(new MockHttpServletRequest()))
        .isEqualTo(new SampleForm(null, null, null, null, false, null));
  }

  @Test
  void what_cannot_be_read_names_its_field() {
    var request = new MockHttpServletRequest();
    request.addParameter("number", "सात");
    assertThatThrownBy(() -> read(request))
        .isInstanceOfSatisfying(
            MethodArgumentTypeMismatchException.class,
            wrong -> assertThat(wrong.getName()).isEqualTo("number"));
  }

  private Object read(MockHttpServletRequest request) throws NoSuchMethodException {
    var parameter =
        new MethodParameter(
            FormRecordsTest.class.getDeclaredMethod("handler", SampleForm.class), 0);
    assertThat(forms.supportsParameter(parameter)).isTrue();
    return forms.resolveArgument(parameter, null, new ServletWebRequest(request), null);
  }
}
