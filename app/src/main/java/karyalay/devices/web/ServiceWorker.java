package karyalay.devices.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import karyalay.web.Assets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// The script that keeps the shell on the device: styles, scripts, fonts and one page that knows
/// nobody. Its text changes with any of them, and a browser then takes it anew.
@Component
class ServiceWorker {
  private static final List<String> SHELL =
      List.of(
          "app.css",
          "offline.css",
          "emblem.svg",
          "send.js",
          "keys.js",
          "picker.js",
          "shell.js",
          "typing.js",
          "offline.js",
          "offline/store.js",
          "offline/queue.js",
          "offline/page.js");

  /// Asked for by their bare names in the pages and styles.
  private static final List<String> FONTS =
      List.of("/static/fonts/devanagari.woff2", "/static/fonts/latin.woff2");

  private final String script;

  ServiceWorker(Assets assets) throws IOException {
    String list =
        Stream.concat(SHELL.stream().map(assets::path), FONTS.stream())
            .map(path -> '"' + path + '"')
            .collect(Collectors.joining(", "));
    script =
        new ClassPathResource("static/offline/service-worker.js")
            .getContentAsString(StandardCharsets.UTF_8)
            .replace("/* shell */", list);
  }

  String script() {
    return script;
  }
}
