package karyalay.signatures;

import java.time.Instant;
import java.util.List;
import karyalay.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// A detached signature as `signatures.v_signature` gives it, to be judged against the bytes that
/// it is said to be of.
///
/// @param signer whose act it was
/// @param keyOwner whose key it is
/// @param certificate of the key, encoded
/// @param chain what lies between it and an authority
/// @param keyEnded when the key was ended; null while it signs
public record DetachedMark(
    byte[] value,
    PersonId signer,
    PersonId keyOwner,
    Instant at,
    byte[] certificate,
    List<byte[]> chain,
    @Nullable Instant keyEnded) {}
