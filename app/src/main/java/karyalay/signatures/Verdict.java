package karyalay.signatures;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What is to be thought of a PDF that somebody brought (OP-75).
///
/// @param signatures in the order in which they were made; empty when it bears none
public record Verdict(List<Judged> signatures) {

  /// Whether there is a signature, all are valid, and nothing was added after the last.
  public boolean valid() {
    return !signatures.isEmpty() && signatures.stream().allMatch(one -> one.state() == State.VALID);
  }

  /// One signature.
  ///
  /// @param signer name as the certificate has it
  /// @param post designation and office as the certificate has them; empty when it has none
  /// @param at when it was made: by a time stamp, by our own record, or else as the signer says
  /// @param proved whether the time is more than the signer's word
  /// @param ours what this office recorded when it signed this very document; null when it did not
  public record Judged(
      SignatureKind kind,
      State state,
      String signer,
      String post,
      String issuer,
      @Nullable Instant at,
      boolean proved,
      @Nullable Recorded ours) {}

  /// What stands in our own books of a signature that was made here.
  public record Recorded(String nameHi, String nameEn, String postHi, String postEn, Instant at) {}

  /// What is wrong with a signature, the gravest first.
  public enum State {
    /// Bytes that were signed are not what they were.
    CHANGED,
    /// What was signed is whole, but something was added to the document afterwards.
    ADDED_TO,
    /// The certificate's own signature, or its chain, does not hold.
    UNTRUSTED,
    /// The certificate was withdrawn before the signature was made.
    REVOKED,
    /// The certificate had run out, or did not yet hold, when the signature was made.
    EXPIRED,
    VALID;

    public String key() {
      return "signatures.state." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
