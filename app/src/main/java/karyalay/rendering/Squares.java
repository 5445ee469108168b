package karyalay.rendering;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;

/// A QR code as black and white squares, without the white around it.
final class Squares {
  private Squares() {}

  static boolean[][] of(String content) {
    try {
      ByteMatrix matrix =
          Encoder.encode(
                  content, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
              .getMatrix();
      var black = new boolean[matrix.getHeight()][matrix.getWidth()];
      for (int row = 0; row < black.length; row++)
        for (int column = 0; column < black.length; column++)
          black[row][column] = matrix.get(column, row) == 1;
      return black;
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a code: " + content, e);
    }
  }
}
