package karyalay.devices.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Addresses inside the program: what is taken from a form never leads elsewhere.
final class Local {
  private Local() {}

  static String path(String to) {
    boolean ours =
        to.startsWith("/")
            && !to.startsWith("//")
            && !to.contains("\\")
            && to.length() <= 2000
            // Browsers leave out tabs and line ends, and what stood behind them begins a host.
            && to.chars().noneMatch(Character::isISOControl);
    return ours ? to : "/desk";
  }

  static String encoded(String to) {
    return URLEncoder.encode(path(to), StandardCharsets.UTF_8);
  }
}
