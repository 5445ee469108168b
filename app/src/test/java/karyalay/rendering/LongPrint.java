package karyalay.rendering;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import karyalay.shared.Language;

/// A file of many pages, half of them notes and half scans, as a program of its own: for a test and
/// a measurement in a small heap.
final class LongPrint {
  private static final String NOTE =
      "थाना प्रभारी की आख्या का अवलोकन किया गया। प्रकरण में राजस्व टीम के साथ संयुक्त मौका मुआयना"
          + " कराया जाना उचित प्रतीत होता है। उभय पक्षों को धारा-126/135 बी0एन0एस0एस0 में पाबन्द"
          + " किया गया है। ";

  private LongPrint() {}

  static Print of(int pages) {
    Stream<List<Block>> sheets = IntStream.rangeClosed(1, pages).mapToObj(LongPrint::sheet);
    return new Print(
        "पत्रावली 12/2026",
        Language.HI,
        PageFormat.A4,
        Furniture.NUMBERED
            .head("पत्रावली 12/2026", "पुलिस अधीक्षक कार्यालय")
            .printed("25-11-2026 15:10 को परीक्षण द्वारा मुद्रित")
            .verified("7K2PM-04QXR", "https://karyalay.example/verify/7K2PM04QXR"),
        Chained.of(sheets));
  }

  private static List<Block> sheet(int number) {
    if (number % 2 == 0)
      return List.of(
          Block.Paragraph.of(Manner.PLAIN.keep(), Run.bold("पत्राचार पृष्ठ " + number)),
          Block.Picture.page(() -> new ByteArrayInputStream(scan(number)), "पृष्ठ " + number),
          new Block.PageBreak());
    return List.of(
        Block.Heading.of(2, "टिप्पणी " + number),
        Block.Paragraph.of(Manner.JUSTIFIED, Run.of(NOTE.repeat(8))),
        new Block.PageBreak());
  }

  /// About 200 KB, and each one different.
  private static byte[] scan(int seed) {
    var random = new Random(seed);
    var image = new BufferedImage(1100, 1556, BufferedImage.TYPE_BYTE_GRAY);
    byte[] dots = new byte[1100 * 1556];
    java.util.Arrays.fill(dots, (byte) 250);
    for (int i = 0; i < 22_000; i++) dots[random.nextInt(dots.length)] = (byte) random.nextInt(160);
    image.getRaster().setDataElements(0, 0, 1100, 1556, dots);
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpeg", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /// @param words where to write, and how many pages
  static void main(String... words) throws IOException {
    pools().forEach(MemoryPoolMXBean::resetPeakUsage);
    long begun = System.nanoTime();
    Path file = Path.of(words[0]);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      System.out.println("pages " + Rendering.write(of(Integer.parseInt(words[1])), out).pages());
    }
    System.out.println("seconds " + (System.nanoTime() - begun) / 1_000_000_000);
    System.out.println("document_mb " + Files.size(file) / (1 << 20));
    System.out.println("peak_mb " + peak() / (1 << 20));
  }

  private static Stream<MemoryPoolMXBean> pools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP);
  }

  /// The most that each part of the heap held, together: more than ever was held at once.
  private static long peak() {
    return pools().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
  }
}
