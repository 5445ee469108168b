package karyalay.health.web;

import java.util.List;
import karyalay.web.Page;

/// What a device is tried for.
public record DeviceView(Page page, List<Trial> trials) {
  /// One thing that works on a device or does not.
  ///
  /// @param name as the script knows it
  /// @param outcomes all that may come of the trial; each has a sentence
  /// @param asks whether the browser asks its user first, so that a press must begin it
  public record Trial(String name, List<String> outcomes, boolean asks) {
    /// The message that names it.
    public String title() {
      return "health.device." + name;
    }

    /// The message for an outcome: what works, or what to do.
    public String sentence(String outcome) {
      return "health.device." + name + "." + outcome;
    }
  }

  static final List<Trial> TRIALS =
      List.of(
          new Trial("https", List.of("ok", "insecure"), false),
          new Trial("browser", List.of("ok", "old", "unknown"), false),
          new Trial("screen", List.of("ok", "phone", "small"), false),
          new Trial("hindi", List.of("ok", "font", "keyboard"), false),
          new Trial("offline", List.of("ok", "insecure", "private", "missing"), false),
          new Trial("camera", List.of("ok", "insecure", "none", "denied", "busy", "missing"), true),
          new Trial(
              "place", List.of("ok", "insecure", "denied", "unknown", "late", "missing"), true),
          new Trial("folder", List.of("ok", "insecure", "missing"), false));
}
