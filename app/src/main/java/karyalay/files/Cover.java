package karyalay.files;

/// What of a cover may be changed later; each change is kept with its old value (OP-38).
public record Cover(
    String subject,
    String category,
    String language,
    String earlier,
    String later,
    String remarks) {}
