package karyalay.web;

import karyalay.shared.Refused;

/// An answer of the protocol, not of a rule: a wrong method, an unknown kind of content, a fault.
///
/// @param status of HTTP
public record Protocol(int status) implements Refused.Reason {
  @Override
  public String name() {
    return switch (status) {
      case 405 -> "METHOD";
      case 413 -> "TOO_LARGE";
      case 415 -> "TYPE";
      default -> status >= 500 ? "FAULT" : "PROTOCOL";
    };
  }

  @Override
  public String module() {
    return "web";
  }
}
