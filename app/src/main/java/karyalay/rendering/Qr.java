package karyalay.rendering;

/// A QR code for the screen.
///
/// @param size of its side in squares
/// @param path its black squares as the `d` of an SVG path, one unit a square
public record Qr(int size, String path) {
  /// @throws IllegalArgumentException when the text is too long for a code
  public static Qr of(String text) {
    boolean[][] black = Squares.of(text);
    var path = new StringBuilder();
    for (int row = 0; row < black.length; row++)
      for (int column = 0; column < black.length; column++)
        if (black[row][column])
          path.append('M').append(column).append(' ').append(row).append("h1v1h-1z");
    return new Qr(black.length, path.toString());
  }
}
