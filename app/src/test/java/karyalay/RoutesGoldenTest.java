package karyalay;

import java.io.IOException;
import java.util.Locale;
import java.util.TreeSet;
import karyalay.web.MayCall;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Who may call what: a new route, or a wider one, is seen by whoever reads the change.
@KaryalayTest
class RoutesGoldenTest {
  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping routes;

  @Test
  void every_route_and_its_callers_stand_in_routes_txt() throws IOException {
    var lines = new TreeSet<String>();
    routes
        .getHandlerMethods()
        .forEach((mapping, handler) -> {
          if (!handler.getBeanType().getName().startsWith("karyalay")) return;
          MayCall may = handler.getMethodAnnotation(MayCall.class);
          String who = may == null ? "NOBODY" : may.value().name();
          for (String path : mapping.getPatternValues())
            for (Object method :
                mapping.getMethodsCondition().getMethods().isEmpty()
                    ? java.util.List.of("ANY")
                    : mapping.getMethodsCondition().getMethods())
              lines.add(String.format(Locale.ROOT, "%-70s %-6s %s", path, method, who));
        });
    Golden.compare("routes.txt", String.join("\n", lines) + "\n");
  }
}
