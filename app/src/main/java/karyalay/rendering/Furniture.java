package karyalay.rendering;

/// What stands on every page around the text (OP-50). A blank text is left out.
///
/// @param left running line at the head, for instance the file's number
/// @param right running line at the head, for instance the office
/// @param printed who printed it, his post, and when: one line at the foot
/// @param code verification code, at the foot
/// @param address public address that verifies the code; the foot bears it as a QR code
/// @param watermark a word across the page, such as `प्रारूप`, for what is no original
/// @param numbered whether the foot says page x of y
public record Furniture(
    String left,
    String right,
    String printed,
    String code,
    String address,
    String watermark,
    boolean numbered) {
  /// A bare page.
  public static final Furniture NONE = new Furniture("", "", "", "", "", "", false);

  /// Nothing but page x of y.
  public static final Furniture NUMBERED = NONE.numbered(true);

  /// The running line at the head.
  public Furniture head(String left, String right) {
    return new Furniture(left, right, printed, code, address, watermark, numbered);
  }

  /// Who printed it and when.
  public Furniture printed(String line) {
    return new Furniture(left, right, line, code, address, watermark, numbered);
  }

  public Furniture verified(String code, String address) {
    return new Furniture(left, right, printed, code, address, watermark, numbered);
  }

  public Furniture watermark(String word) {
    return new Furniture(left, right, printed, code, address, word, numbered);
  }

  public Furniture numbered(boolean numbered) {
    return new Furniture(left, right, printed, code, address, watermark, numbered);
  }
}
