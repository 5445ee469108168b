package karyalay;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/// Makes a screenshot small: paper and ink need few colours. The commonest 256 stay, every other
/// pixel takes the nearest of them.
final class FewColours {
  private static final int MOST = 256;

  private FewColours() {}

  static byte[] of(byte[] png) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    int[] palette = palette(image);
    var model = new IndexColorModel(8, palette.length, palette, 0, false, -1, 0);
    var small =
        new BufferedImage(
            image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
    Map<Integer, Integer> nearest = new HashMap<>();
    for (int y = 0; y < image.getHeight(); y++)
      for (int x = 0; x < image.getWidth(); x++) {
        int index = nearest.computeIfAbsent(image.getRGB(x, y), colour -> nearest(colour, palette));
        small.getRaster().setSample(x, y, 0, index);
      }
    var out = new ByteArrayOutputStream();
    ImageIO.write(small, "png", out);
    return out.toByteArray();
  }

  private static int[] palette(BufferedImage image) {
    Map<Integer, Integer> counted = new HashMap<>();
    for (int y = 0; y < image.getHeight(); y++)
      for (int x = 0; x < image.getWidth(); x++)
        counted.merge(image.getRGB(x, y) & 0xfffafafa, 1, Integer::sum);
    Map<Integer, Integer> exact = new HashMap<>();
    for (int y = 0; y < image.getHeight(); y++)
      for (int x = 0; x < image.getWidth(); x++) exact.merge(image.getRGB(x, y), 1, Integer::sum);
    var commonest = Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder());
    var large = exact.entrySet().stream().sorted(commonest).limit(32).map(Map.Entry::getKey);
    var rest = counted.entrySet().stream().sorted(commonest).map(Map.Entry::getKey);
    return java.util.stream.Stream.concat(large, rest)
        .distinct()
        .limit(MOST)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static int nearest(int colour, int[] palette) {
    int best = 0;
    long least = Long.MAX_VALUE;
    for (int i = 0; i < palette.length && least > 0; i++) {
      long distance = 0;
      for (int shift = 0; shift <= 16; shift += 8) {
        int difference = (colour >> shift & 255) - (palette[i] >> shift & 255);
        distance += (long) difference * difference;
      }
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }
}
