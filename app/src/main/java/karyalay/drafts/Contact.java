package karyalay.drafts;

import java.util.UUID;

/// Somebody in an office's address book.
public record Contact(UUID id, Address address) {}
