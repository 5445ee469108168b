package karyalay;

import java.net.URL;
import org.springframework.boot.SpringApplication;

/// The wiring of the program, worked out by the build: there each bean is named and its making
/// written down as code, without a database, and none is made. A start then need not look through
/// all classes for it. Conditions on settings are asked at build time too, so there are none.
final class Assembly {
  private Assembly() {}

  static void main() {
    SpringApplication.run(Karyalay.class);
  }

  /// Uses what the build worked out. Only a jar is sure to hold the wiring of its own classes:
  /// beside loose ones an old one may lie, so there all is found at the start, as in tests.
  static SpringApplication of(Class<?> program) {
    String worked = Assembly.class.getName() + "__ApplicationContextInitializer";
    URL found = Assembly.class.getResource("/" + worked.replace('.', '/') + ".class");
    boolean ahead = found != null && found.getProtocol().equals("jar");
    if (ahead) System.setProperty("spring.aot.enabled", "true");
    var application = new SpringApplication(program);
    if (ahead) application.setMainApplicationClass(Assembly.class);
    return application;
  }
}
