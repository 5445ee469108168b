package karyalay.web;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Reads a form into a record named `…Form`, one component a field. The framework's own binder
/// reads the annotations of every component anew for every request, which took a third of the
/// program's time on note-and-forward; here they are read once.
final class FormRecords implements HandlerMethodArgumentResolver {
  private static final TypeDescriptor WORD = TypeDescriptor.valueOf(String.class);
  private static final TypeDescriptor WORDS = TypeDescriptor.valueOf(String[].class);

  private final Supplier<ConversionService> conversion;
  private final Map<Class<?>, Shape> shapes = new ConcurrentHashMap<>();

  FormRecords(Supplier<ConversionService> conversion) {
    this.conversion = conversion;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    Class<?> type = parameter.getParameterType();
    return type.isRecord() && type.getSimpleName().endsWith("Form");
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest web,
      @Nullable WebDataBinderFactory binder) {
    Shape shape = shapes.computeIfAbsent(parameter.getParameterType(), Shape::of);
    Object[] values = new Object[shape.fields.length];
    for (int i = 0; i < values.length; i++) {
      String[] typed = web.getParameterValues(shape.fields[i].name);
      values[i] = shape.fields[i].value(typed, conversion.get(), parameter);
    }
    return BeanUtils.instantiateClass(shape.constructor, values);
  }

  private record Shape(Constructor<?> constructor, Field... fields) {
    static Shape of(Class<?> type) {
      RecordComponent[] components = type.getRecordComponents();
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
      try {
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        var fields = new Field[components.length];
        for (int i = 0; i < fields.length; i++) {
          var target = new TypeDescriptor(new MethodParameter(constructor, i));
          boolean many = target.isCollection() || target.isArray();
          fields[i] = new Field(components[i].getName(), target, many);
        }
        return new Shape(constructor, fields);
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException("a record without its constructor: " + type, e);
      }
    }
  }

  private record Field(String name, TypeDescriptor type, boolean many) {
    @Nullable Object value(
        String @Nullable [] typed, ConversionService conversion, MethodParameter parameter) {
      if (typed == null || typed.length == 0)
        return type.getType() == boolean.class ? Boolean.FALSE : null;
      Object given = many ? typed : typed[0];
      if (type.getType() == String.class) return given;
      try {
        return conversion.convert(given, many ? WORDS : WORD, type);
      } catch (ConversionFailedException e) {
        throw new MethodArgumentTypeMismatchException(given, type.getType(), name, parameter, e);
      }
    }
  }
}
