package karyalay.web;

import java.text.ParseException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import karyalay.shared.OfficeTime;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.AnnotationFormatterFactory;
import org.springframework.format.FormatterRegistry;
import org.springframework.format.Parser;
import org.springframework.format.Printer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Reads every field that bears {@link Day}.
@Configuration(proxyBeanMethods = false)
class Days implements WebMvcConfigurer, AnnotationFormatterFactory<Day> {
  private final OfficeTime time;

  Days(OfficeTime time) {
    this.time = time;
  }

  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.addFormatterForFieldAnnotation(this);
  }

  @Override
  public Set<Class<?>> getFieldTypes() {
    return Set.of(LocalDate.class);
  }

  @Override
  public Printer<?> getPrinter(Day day, Class<?> type) {
    return (value, _) -> value.toString();
  }

  @Override
  public Parser<?> getParser(Day day, Class<?> type) {
    return (typed, _) ->
        read(typed, day.value()).orElseThrow(() -> new ParseException("no day: " + typed, 0));
  }

  private Optional<LocalDate> read(String typed, Day.Leans leans) {
    LocalDate today = WrittenAt.day(time);
    return switch (leans) {
      case BACK -> TypedDate.parse(typed, today);
      case AHEAD -> TypedDate.coming(typed, today);
      case NEAREST -> TypedDate.nearest(typed, today);
    };
  }
}
