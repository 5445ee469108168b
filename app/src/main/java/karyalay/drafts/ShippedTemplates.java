package karyalay.drafts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import karyalay.shared.Refused;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// The templates that come with the program. One that breaks the rules stops the start.
@Component
class ShippedTemplates {
  private final Map<String, Template> all = new TreeMap<>();

  ShippedTemplates() throws IOException {
    for (Resource file :
        new PathMatchingResourcePatternResolver().getResources("classpath*:templates/*.json")) {
      Template template = read(file);
      String name = String.valueOf(file.getFilename());
      if (!name.equals(template.code() + ".json"))
        throw new IllegalStateException("template " + name + " calls itself " + template.code());
      all.put(template.code(), template);
    }
  }

  private static Template read(Resource file) throws IOException {
    try (InputStream in = file.getInputStream()) {
      return TemplateReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (Refused refused) {
      throw new IllegalStateException(
          "template "
              + file.getFilename()
              + ": "
              + refused.reason().name()
              + " "
              + refused.arguments(),
          refused);
    }
  }

  List<Template> all() {
    return List.copyOf(all.values());
  }
}
