package karyalay.web;

import karyalay.shared.Caller;

/// A sentence that stands at the head of every page of an office for a time; implemented by the
/// module that knows. It must not ask the database: every page asks it.
public interface ShellNotice {
  /// Empty when there is none.
  String sentence(Caller caller, Words words);
}
