package karyalay.web;

import static org.assertj.core.api.Assertions.assertThat;

import karyalay.KaryalayTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

@KaryalayTest
class RoutesTest {
  private static final String ANY_ID = "019a0000-0000-7000-8000-000000000001";

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping routes;

  @Test
  void most_routes_are_found_by_the_short_way() {
    assertThat(((Routes) routes).shortened()).isTrue();
  }

  @Test
  void every_route_leads_where_it_says() throws Exception {
    for (var route : routes.getHandlerMethods().entrySet())
      for (String pattern : route.getKey().getPatternValues())
        for (RequestMethod method : route.getKey().getMethodsCondition().getMethods()) {
          String path = pattern.replaceAll("\\{[^}]*}", ANY_ID);
          var found = asked(method.asHttpMethod(), path, route.getKey());
          assertThat(found).as(method + " " + pattern).isEqualTo(route.getValue().getMethod());
        }
  }

  @Test
  void a_fixed_word_goes_before_a_variable() throws Exception {
    assertThat(asked(HttpMethod.GET, "/files/new"))
        .isNotEqualTo(asked(HttpMethod.GET, "/files/" + ANY_ID));
  }

  @Test
  void what_is_no_route_is_refused_as_before() throws Exception {
    assertThat(asked(HttpMethod.GET, "/files/" + ANY_ID + "/nonsense")).isNull();
    assertThat(asked(HttpMethod.HEAD, "/desk")).isNotNull();
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> asked(HttpMethod.DELETE, "/desk"))
        .isInstanceOf(HttpRequestMethodNotSupportedException.class);
  }

  private @org.jspecify.annotations.Nullable Object asked(
      HttpMethod method, String path, RequestMappingInfo... like) throws Exception {
    var request = new MockHttpServletRequest(method.name(), path);
    for (RequestMappingInfo info : like)
      info.getConsumesCondition()
          .getConsumableMediaTypes()
          .forEach(type -> request.setContentType(type.toString()));
    ServletRequestPathUtils.parseAndCache(request);
    var chain = routes.getHandler(request);
    return chain == null ? null : ((HandlerMethod) chain.getHandler()).getMethod();
  }
}
