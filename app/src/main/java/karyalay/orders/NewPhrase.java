package karyalay.orders;

import karyalay.desk.Task;

/// A phrase about to be entered.
///
/// @param office whether the whole office is offered it: only its head enters such a one
/// @param digit key that gives it; 0 for none
public record NewPhrase(
    boolean office, String words, int digit, Does does, Phrase.Goes goes, Task task, int days) {}
