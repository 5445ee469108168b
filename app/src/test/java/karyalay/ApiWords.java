package karyalay;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.List;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.ContentId;
import karyalay.shared.OfficeId;
import karyalay.shared.PaperId;
import karyalay.shared.PersonId;
import karyalay.shared.PostId;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;

/// What the description of the API says beyond what can be read off the handlers.
@Configuration(proxyBeanMethods = false)
class ApiWords {
  private static final String PROBLEM = "Problem";

  ApiWords() {
    var documents = SpringDocUtils.getConfig();
    documents.addRequestWrapperToIgnore(Caller.class, Act.class, Page.class);
    for (Class<?> id :
        List.of(PaperId.class, ContentId.class, PersonId.class, PostId.class, OfficeId.class))
      documents.replaceWithSchema(id, new StringSchema().format("uuid"));
  }

  @Bean
  GlobalOpenApiCustomizer whole() {
    return api -> {
      api.openapi("3.1.0").specVersion(SpecVersion.V31);
      api.info(
          new Info()
              .title("Karyalay")
              .version("1")
              .description(
                  "A paperless e-Office for a police district. The doors are those of the pages:"
                      + " what a page refuses, the API refuses, in the same words."));
      api.servers(null).tags(null);
      Components parts = api.getComponents() == null ? new Components() : api.getComponents();
      parts.addSecuritySchemes(
          "token",
          new SecurityScheme()
              .type(SecurityScheme.Type.HTTP)
              .scheme("bearer")
              .description(
                  "Made on the account page for one charge, with the scope read or read and write."
                      + " Cookies are not accepted. It ends with the charge."));
      parts.addSchemas(PROBLEM, problem());
      api.getPaths()
          .forEach((path, routes) -> {
            if (path.endsWith(".pdf")) printed(routes.getGet());
          });
      api.components(parts).addSecurityItem(new SecurityRequirement().addList("token"));
    };
  }

  /// A print writes its answer itself, so that nothing of it can be read off the handler.
  private static void printed(Operation operation) {
    var pdf = new MediaType().schema(text().format("binary"));
    operation
        .getResponses()
        .addApiResponse(
            "200",
            new ApiResponse()
                .description("A PDF/A-2u that bears its verification code")
                .content(new Content().addMediaType("application/pdf", pdf)));
  }

  private static Schema<?> problem() {
    Schema<?> problem = new Schema<>();
    problem.setTypes(java.util.Set.of("object"));
    problem.description("RFC 9457. The sentence in `detail` is in the caller's language.");
    for (String field : List.of("type", "title", "detail", "code", "rule"))
      problem.addProperty(field, text());
    Schema<?> status = new Schema<>();
    status.setTypes(java.util.Set.of("integer"));
    problem.addProperty("status", status);
    return problem;
  }

  private static Schema<?> text() {
    Schema<?> text = new Schema<>();
    text.setTypes(java.util.Set.of("string"));
    return text;
  }

  @Bean
  GlobalOperationCustomizer eachRoute() {
    return (operation, handler) -> {
      MayCall may = handler.getMethodAnnotation(MayCall.class);
      if (may != null && may.value() == MayCall.Who.ANYONE) operation.security(List.of());
      // By class and method: the framework numbers what has the same name in an order of chance.
      operation.operationId(
          handler.getBeanType().getSimpleName() + "." + handler.getMethod().getName());
      if (takesAct(handler)) operation.addParametersItem(key());
      refusals(operation);
      return operation;
    };
  }

  private static boolean takesAct(HandlerMethod handler) {
    return Arrays.stream(handler.getMethodParameters())
        .anyMatch(parameter -> parameter.getParameterType() == Act.class);
  }

  private static Parameter key() {
    return new Parameter()
        .in("header")
        .name("Idempotency-Key")
        .required(true)
        .schema(text().format("uuid"))
        .description(
            "The act's id, a UUID (version 7 by preference). The same key with the same request is"
                + " done once and answered as the first time; with another request it is refused.");
  }

  private static void refusals(Operation operation) {
    var content =
        new Content()
            .addMediaType(
                "application/problem+json",
                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)));
    operation
        .getResponses()
        .addApiResponse(
            "default",
            new ApiResponse().description("Refused: why, and what to do").content(content));
  }
}
