package karyalay.devices.web;

import karyalay.web.Page;

/// Coming back without a password.
///
/// @param served whether an SMS can go out
/// @param step what is asked for
/// @param code the name under which the code was asked for; empty before
/// @param sentence why the last try failed; empty on the first
public record RescueView(Page page, boolean served, Step step, String code, String sentence) {
  /// How far one is.
  public enum Step {
    NUMBER,
    CODE,
    DONE
  }
}
