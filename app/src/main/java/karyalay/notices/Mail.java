package karyalay.notices;

import java.util.UUID;
import karyalay.shared.OfficeId;
import org.jspecify.annotations.Nullable;

/// An e-mail to be sent.
///
/// @param id names it for ever; its Message-ID follows from it, so that a second copy is known as
///   one
/// @param office on whose behalf
/// @param document id of a stored document that goes with it, opened through {@link
///   MailEnclosures}; null without one
/// @param documentName as the receiver sees it; ends as its type ends
public record Mail(
    UUID id,
    OfficeId office,
    String to,
    String subject,
    String body,
    @Nullable UUID document,
    String documentName) {}
