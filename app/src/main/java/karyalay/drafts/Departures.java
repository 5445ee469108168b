package karyalay.drafts;

/// Tells whether a signed letter has gone to anybody; implemented above, by the module that sends.
public interface Departures {
  /// Asked inside the act that would take the letter back.
  boolean anyGone(LetterId letter);
}
