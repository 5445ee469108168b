package karyalay.signatures;

import java.time.Instant;
import java.util.UUID;
import karyalay.ledger.Entry;
import karyalay.shared.Capacity;
import karyalay.shared.PersonId;
import karyalay.shared.PostId;

/// What is kept of a signature (OP-72).
///
/// @param serial of the certificate, in hexadecimal
/// @param documentHash SHA-256 of the signed PDF
/// @param entry for the ledger: the caller's door appends it with its own, last
public record SignatureFacts(
    UUID id,
    SignatureKind kind,
    String subject,
    PersonId signer,
    PostId post,
    Capacity capacity,
    Instant at,
    String serial,
    byte[] documentHash,
    Entry entry) {}
