package karyalay.signatures.web;

import java.time.Instant;
import java.util.List;
import karyalay.signatures.SignatureKind;
import karyalay.signatures.Verdict;
import org.jspecify.annotations.Nullable;

/// A verdict for other systems.
///
/// @param valid whether there is a signature, all are valid, and nothing was added afterwards
public record CheckJson(boolean valid, List<SignatureJson> signatures) {

  /// @param timeProved whether the time is more than the signer's word
  /// @param recordedHere whether this very document was signed in this office
  public record SignatureJson(
      SignatureKind kind,
      Verdict.State state,
      String signer,
      String post,
      String issuer,
      @Nullable Instant at,
      boolean timeProved,
      boolean recordedHere) {}

  static CheckJson of(Verdict verdict) {
    return new CheckJson(
        verdict.valid(),
        verdict.signatures().stream()
            .map(one ->
                new SignatureJson(
                    one.kind(),
                    one.state(),
                    one.signer(),
                    one.post(),
                    one.issuer(),
                    one.at(),
                    one.proved(),
                    one.ours() != null))
            .toList());
  }
}
