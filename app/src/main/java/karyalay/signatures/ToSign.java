package karyalay.signatures;

import java.time.Instant;

/// A finished PDF that is to be signed.
///
/// @param pdf its bytes, at most 50 MB; not changed
/// @param subject what it is, in the ledger's words, as `content/0198…` or `letter/0198…`
/// @param reason written into the signature for whoever looks with another program; may be empty
/// @param at the moment of signing, the very one that is drawn in the page; within five minutes of
///   now
/// @param spot where the signature block was drawn
public record ToSign(byte[] pdf, String subject, String reason, Instant at, Spot spot) {

  /// A rectangle on a page, in points of 1/72 inch, measured from the page's lower left corner as
  /// PDF does. The field of the signature is laid over it and draws nothing itself.
  ///
  /// @param page from 1; 0 for a signature that is seen nowhere
  /// @param x of the left edge
  /// @param y of the lower edge
  public record Spot(int page, float x, float y, float width, float height) {
    public static final Spot NOWHERE = new Spot(0, 0, 0, 0, 0);
  }
}
