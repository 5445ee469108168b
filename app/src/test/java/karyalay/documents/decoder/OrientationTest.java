package karyalay.documents.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A photograph taken with the telephone held anyhow stands upright.
class OrientationTest {
  private static final int RED = 0xFFFF0000;
  private static final int GREEN = 0xFF00FF00;
  private static final int BLUE = 0xFF0000FF;
  private static final int WHITE = 0xFFFFFFFF;

  @TempDir Path folder;

  /// Two wide, three high; its corners are red, green, blue, white from the left above.
  private static BufferedImage corners() {
    var image = new BufferedImage(2, 3, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, RED);
    image.setRGB(1, 0, GREEN);
    image.setRGB(0, 2, BLUE);
    image.setRGB(1, 2, WHITE);
    return image;
  }

  @ParameterizedTest
  @CsvSource({
    "1, RED,   GREEN, BLUE,  WHITE, 2, 3",
    "2, GREEN, RED,   WHITE, BLUE,  2, 3",
    "3, WHITE, BLUE,  GREEN, RED,   2, 3",
    "4, BLUE,  WHITE, RED,   GREEN, 2, 3",
    "5, RED,   BLUE,  GREEN, WHITE, 3, 2",
    "6, BLUE,  RED,   WHITE, GREEN, 3, 2",
    "7, WHITE, GREEN, BLUE,  RED,   3, 2",
    "8, GREEN, WHITE, RED,   BLUE,  3, 2"
  })
  void each_of_the_eight_ways_of_holding_it_is_turned_back(
      int orientation, String a, String b, String c, String d, int width, int height) {
    BufferedImage upright = Orientation.upright(corners(), orientation);
    assertThat(upright.getWidth()).isEqualTo(width);
    assertThat(upright.getHeight()).isEqualTo(height);
    assertThat(colour(upright, 0, 0)).as("left above").isEqualTo(a);
    assertThat(colour(upright, width - 1, 0)).as("right above").isEqualTo(b);
    assertThat(colour(upright, 0, height - 1)).as("left below").isEqualTo(c);
    assertThat(colour(upright, width - 1, height - 1)).as("right below").isEqualTo(d);
  }

  private static String colour(BufferedImage image, int x, int y) {
    return switch (image.getRGB(x, y)) {
      case RED -> "RED";
      case GREEN -> "GREEN";
      case BLUE -> "BLUE";
      case WHITE -> "WHITE";
      default -> Integer.toHexString(image.getRGB(x, y));
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void what_the_telephone_noted_is_read_in_either_order_of_bytes(int orientation)
      throws IOException {
    for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN})
      assertThat(read(jpeg(exif(order, 0x0112, orientation, 8))))
          .as(order.toString())
          .isEqualTo(orientation);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 9, -1, 255, 32767})
  void a_number_that_says_nothing_leaves_it_as_it_is(int orientation) throws IOException {
    assertThat(read(jpeg(exif(ByteOrder.BIG_ENDIAN, 0x0112, orientation, 8)))).isEqualTo(1);
  }

  @Test
  void another_mark_no_mark_and_a_directory_that_lies_beyond_the_end_leave_it_as_it_is()
      throws IOException {
    assertThat(read(jpeg(exif(ByteOrder.BIG_ENDIAN, 0x0110, 6, 8)))).isEqualTo(1);
    assertThat(read(jpeg(new byte[0]))).isEqualTo(1);
    assertThat(read(jpeg(new byte[] {'E', 'x', 'i', 'f', 0, 0, 'M', 'M'}))).isEqualTo(1);
    for (int directory : new int[] {0, 7, 9999, -1, Integer.MAX_VALUE})
      assertThat(read(jpeg(exif(ByteOrder.LITTLE_ENDIAN, 0x0112, 6, directory))))
          .as("directory at %d", directory)
          .isEqualTo(1);
  }

  @Test
  void a_png_is_upright_whatever_it_says() throws IOException {
    Path file = folder.resolve("x.png");
    ImageIO.write(corners(), "png", file.toFile());
    assertThat(of(file, Format.PNG)).isEqualTo(1);
  }

  private int read(byte[] jpeg) throws IOException {
    Path file = Files.createTempFile(folder, "x", ".jpg");
    Files.write(file, jpeg);
    return of(file, Format.JPEG);
  }

  private static int of(Path file, Format format) throws IOException {
    ImageReader reader =
        ImageIO.getImageReadersByFormatName(format == Format.PNG ? "png" : "jpeg").next();
    try {
      return Orientation.of(file, format, reader, 0);
    } finally {
      reader.dispose();
    }
  }

  /// A picture with this as its first application segment.
  private static byte[] jpeg(byte[] segment) throws IOException {
    var picture = new ByteArrayOutputStream();
    ImageIO.write(corners(), "jpg", picture);
    byte[] plain = picture.toByteArray();
    var out = ByteBuffer.allocate(plain.length + segment.length + 4);
    out.put(plain, 0, 2);
    out.putShort((short) 0xFFE1).putShort((short) (segment.length + 2)).put(segment);
    out.put(plain, 2, plain.length - 2);
    return out.array();
  }

  private static byte[] exif(ByteOrder order, int tag, int value, int directory) {
    var out = ByteBuffer.allocate(6 + 8 + 2 + 12).order(order);
    out.put(new byte[] {'E', 'x', 'i', 'f', 0, 0});
    out.put(order == ByteOrder.LITTLE_ENDIAN ? new byte[] {'I', 'I'} : new byte[] {'M', 'M'});
    out.putShort((short) 42).putInt(directory);
    out.putShort((short) 1);
    out.putShort((short) tag).putShort((short) 3).putInt(1).putShort((short) value);
    return out.array();
  }
}
