package karyalay.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/// The framework tries every route with a variable in its address for every request, some hundreds
/// of patterns. Here only those are tried that have the same method, first word and length; what is
/// not clear from them alone (nothing fits, or more than one) is left to the framework.
final class Routes extends RequestMappingHandlerMapping {
  /// Routes that may fit a request of this method, first word and number of words.
  private record Near(String method, String first, int words) {}

  private record Route(RequestMappingInfo info, HandlerMethod handler) {}

  private @Nullable Map<Near, List<Route>> near;

  @Override
  protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
      throws Exception {
    RequestMappingInfo fitting = null;
    HandlerMethod handler = null;
    for (Route route : near(request)) {
      RequestMappingInfo match = getMatchingMapping(route.info, request);
      if (match == null) continue;
      if (fitting != null) return super.lookupHandlerMethod(path, request);
      fitting = match;
      handler = route.handler;
    }
    if (fitting == null || handler == null) return super.lookupHandlerMethod(path, request);
    request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, handler);
    handleMatch(fitting, path, request);
    return handler;
  }

  /// Whether any route is found by the short way; tests hold that it stays so.
  boolean shortened() {
    return !index().isEmpty();
  }

  private List<Route> near(HttpServletRequest request) {
    Map<Near, List<Route>> all = near;
    // Routes are registered while the program starts and never after.
    if (all == null) near = all = index();
    PathContainer path =
        ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication();
    return all.getOrDefault(new Near(request.getMethod(), first(path), words(path)), List.of());
  }

  private Map<Near, List<Route>> index() {
    Map<Near, List<Route>> index = new HashMap<>();
    for (var entry : getHandlerMethods().entrySet()) {
      RequestMappingInfo info = entry.getKey();
      for (String pattern : info.getPatternValues()) {
        PathContainer path = PathContainer.parsePath(pattern);
        for (RequestMethod method : info.getMethodsCondition().getMethods())
          index
              .computeIfAbsent(
                  new Near(method.name(), first(path), words(path)), k -> new ArrayList<>())
              .add(new Route(info, entry.getValue()));
      }
    }
    // A route that begins with a variable or takes any number of words may fit anything.
    boolean open =
        index.keySet().stream().anyMatch(n -> n.first.contains("{") || n.first.contains("*"))
            || getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream())
                .anyMatch(pattern -> pattern.contains("**") || pattern.contains("{*"));
    return open ? Map.of() : Map.copyOf(index);
  }

  private static String first(PathContainer path) {
    for (PathContainer.Element element : path.elements())
      if (element instanceof PathContainer.PathSegment segment) return segment.valueToMatch();
    return "";
  }

  private static int words(PathContainer path) {
    int words = 0;
    for (PathContainer.Element element : path.elements())
      if (element instanceof PathContainer.PathSegment) words++;
    return words;
  }

  /// Puts it in the framework's place.
  @Component
  static class Registration implements WebMvcRegistrations {
    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
      return new Routes();
    }
  }
}
