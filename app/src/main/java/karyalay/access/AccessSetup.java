package karyalay.access;

import java.util.List;
import karyalay.web.MayCall;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Puts the gate before every route, and Spring Security's headers on every answer.
@Configuration(proxyBeanMethods = false)
class AccessSetup implements WebMvcConfigurer {
  private static final String CONTENT_POLICY =
      "default-src 'self'; img-src 'self' data: blob:; style-src 'self'; script-src 'self'; "
          + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  private final Gate gate;

  AccessSetup(Gate gate) {
    this.gate = gate;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(gate);
  }

  /// Sessions, forms and callers are the gate's; of Spring Security's chain only the headers stay.
  @Bean
  SecurityFilterChain headers(HttpSecurity http) throws Exception {
    return http.csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .securityContext(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .anonymous(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .servletApi(AbstractHttpConfigurer::disable)
        .exceptionHandling(AbstractHttpConfigurer::disable)
        .headers(headers ->
            headers
                .cacheControl(cache -> cache.disable())
                .frameOptions(frame -> frame.deny())
                // Other machines of the same domain are not ours to promise for.
                .httpStrictTransportSecurity(strict -> strict.includeSubDomains(false))
                .referrerPolicy(referrer ->
                    referrer.policy(
                        org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter
                            .ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                    policy -> policy.policy("camera=(self), geolocation=(self), microphone=(self)"))
                .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY)))
        .build();
  }

  /// No user store of the framework's: it would make up a password.
  @Bean
  UserDetailsService nobody() {
    return name -> {
      throw new UsernameNotFoundException(name);
    };
  }

  /// A route that says nobody may call it stops the program at start.
  @Bean
  SmartInitializingSingleton everyRouteDeclares(
      @org.springframework.beans.factory.annotation.Qualifier("requestMappingHandlerMapping")
          RequestMappingHandlerMapping routes) {
    return () -> {
      List<String> open =
          routes.getHandlerMethods().entrySet().stream()
              .filter(route -> route.getValue().getBeanType().getName().startsWith("karyalay"))
              .filter(route -> route.getValue().getMethodAnnotation(MayCall.class) == null)
              .map(route -> route.getKey() + " " + route.getValue())
              .toList();
      if (!open.isEmpty()) throw new IllegalStateException("routes without @MayCall: " + open);
    };
  }
}
