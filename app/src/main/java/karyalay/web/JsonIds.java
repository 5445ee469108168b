package karyalay.web;

import java.util.function.Function;
import karyalay.shared.ContentId;
import karyalay.shared.OfficeId;
import karyalay.shared.PaperId;
import karyalay.shared.PersonId;
import karyalay.shared.PostId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.std.FromStringDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/// An id is a plain string in JSON, as the description of the API says, whatever type it has here.
@Configuration(proxyBeanMethods = false)
class JsonIds {
  @Bean
  JacksonModule ids() {
    var module = new SimpleModule("ids");
    id(module, PaperId.class, PaperId::of);
    id(module, ContentId.class, ContentId::of);
    id(module, PersonId.class, PersonId::of);
    id(module, PostId.class, PostId::of);
    id(module, OfficeId.class, OfficeId::of);
    return module;
  }

  private static <T> void id(SimpleModule module, Class<T> type, Function<String, T> read) {
    module.addSerializer(type, new ToStringSerializer(type));
    module.addDeserializer(
        type,
        new FromStringDeserializer<T>(type) {
          @Override
          protected T _deserialize(String text, DeserializationContext context) {
            return read.apply(text);
          }
        });
  }
}
