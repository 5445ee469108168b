package karyalay.web;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/// Judges what another system sends before a handler sees it: a field that may not be left out is
/// there, no list has a hole, and every text can be written down.
@ControllerAdvice
class JsonBodies extends RequestBodyAdviceAdapter {
  private final Map<Class<?>, List<Part>> parts = new ConcurrentHashMap<>();

  private record Part(String name, Method read, boolean optional) {}

  @Override
  public boolean supports(
      MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> converter) {
    return target instanceof Class<?> type && type.isRecord();
  }

  @Override
  public Object afterBodyRead(
      Object body,
      HttpInputMessage message,
      MethodParameter parameter,
      Type target,
      Class<? extends HttpMessageConverter<?>> converter) {
    judge("body", present("body", body));
    return body;
  }

  private void judge(String name, Object value) {
    switch (value) {
      case String text -> PlainText.require(name, text);
      case List<?> all -> all.forEach(one -> judge(name, present(name, one)));
      case Record whole -> parts(whole.getClass()).forEach(part -> judge(part, whole));
      default -> {}
    }
  }

  private void judge(Part part, Record whole) {
    Object value;
    try {
      value = part.read().invoke(whole);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record that does not say what is in it", e);
    }
    if (value != null) judge(part.name(), value);
    else if (!part.optional()) throw new Refused(SharedRefusal.MISSING, part.name());
  }

  private static Object present(String name, @Nullable Object value) {
    if (value == null) throw new Refused(SharedRefusal.NOT_UNDERSTOOD, name);
    return value;
  }

  private List<Part> parts(Class<?> type) {
    return parts.computeIfAbsent(
        type, _ -> Arrays.stream(type.getRecordComponents()).map(JsonBodies::part).toList());
  }

  private static Part part(RecordComponent component) {
    Method read = component.getAccessor();
    read.setAccessible(true);
    boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    return new Part(component.getName(), read, optional);
  }
}
