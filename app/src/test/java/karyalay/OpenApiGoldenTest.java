package karyalay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.json.JsonMapper;

/// The description of the API that the program serves is that of its routes.
@KaryalayTest
class OpenApiGoldenTest {
  private static final Path SERVED = Path.of("src/main/resources/api/openapi.json");

  @Autowired OpenApiWebMvcResource documents;
  @Autowired Web web;

  @Test
  void what_is_served_describes_every_route_of_the_api() throws Exception {
    byte[] made =
        documents.openapiJson(
            new MockHttpServletRequest("GET", "/v3/api-docs"), "/v3/api-docs", Locale.ENGLISH);
    var mapper = JsonMapper.builder().build();
    var tree = mapper.readTree(made);
    assertThat(tree.get("openapi").asString()).startsWith("3.1");
    assertThat(tree.get("paths").propertyNames()).allMatch(path -> path.startsWith("/api/v1/"));
    Golden.compare(SERVED, mapper.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n");
  }

  @Test
  void anyone_may_read_it_without_a_token() {
    var answer = web.nobody("/api/v1/openapi.json");
    assertThat(answer).hasStatusOk();
    byte[] body = answer.getResponse().getContentAsByteArray();
    assertThat(new String(body, StandardCharsets.UTF_8))
        .contains("\"/api/v1/receipts\"", "Idempotency-Key", "\"bearer\"");
  }
}
