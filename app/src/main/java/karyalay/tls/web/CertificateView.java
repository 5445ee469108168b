package karyalay.tls.web;

import java.util.List;
import java.util.stream.IntStream;
import karyalay.web.Page;

/// How a device is made to trust the office.
///
/// @param https whether https is served at all
/// @param fingerprint of the root, in pairs; empty when there is nothing to install
public record CertificateView(Page page, boolean https, String fingerprint) {
  /// Steps on one kind of device.
  ///
  /// @param name last part of the messages that name it
  /// @param steps messages, in order
  public record Device(String name, List<String> steps) {
    Device(String name, int steps) {
      this(
          name,
          IntStream.rangeClosed(1, steps)
              .mapToObj(n -> "tls.certificate." + name + "." + n)
              .toList());
    }
  }

  public List<Device> devices() {
    return List.of(new Device("windows", 4), new Device("android", 4), new Device("firefox", 2));
  }
}
