package karyalay.rendering;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import karyalay.shared.Language;

/// `./karyalay bench pdf`: how many letters a second two threads make, each of a page of Hindi with
/// head, table, signature and code, and none like another.
final class PdfBench {
  private static final int THREADS = 2;

  private PdfBench() {}

  /// @param words seconds of a round
  static void main(String... words) throws InterruptedException {
    int seconds = Integer.parseInt(words[0]);
    round(Math.max(5, seconds / 2));
    double[] rates = new double[3];
    for (int i = 0; i < rates.length; i++) {
      rates[i] = round(seconds);
      System.out.printf(Locale.ROOT, "round %d: %.0f letters a second%n", i + 1, rates[i]);
    }
    java.util.Arrays.sort(rates);
    System.out.printf(Locale.ROOT, "pdf.letters_per_second %.0f%n", rates[1]);
  }

  private static double round(int seconds) throws InterruptedException {
    var made = new AtomicLong();
    long begun = System.nanoTime();
    long end = begun + seconds * 1_000_000_000L;
    List<Thread> threads =
        IntStream.range(0, THREADS)
            .mapToObj(_ ->
                Thread.ofPlatform()
                    .start(() -> {
                      while (System.nanoTime() < end) write(made.incrementAndGet());
                    }))
            .toList();
    for (Thread thread : threads) thread.join();
    return made.get() * 1e9 / (System.nanoTime() - begun);
  }

  private static void write(long number) {
    try {
      Rendering.write(letter(number), OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Print letter(long number) {
    String body =
        "आपके पत्र सं0 %d/2026 दिनांक 12-11-2026 के क्रम में अवगत कराना है कि थाना सौरिख"
                .formatted(number)
            + " क्षेत्रान्तर्गत ग्राम नगला क़ाज़ी निवासी श्री रामप्रसाद द्वारा प्रस्तुत प्रार्थना-पत्र"
            + " की जाँच क्षेत्राधिकारी छिबरामऊ से करायी गयी। कृपया आवश्यक कार्यवाही कर कृत कार्यवाही"
            + " से इस कार्यालय को एक सप्ताह में अवगत कराने का कष्ट करें।";
    var row = Block.Row.of(List.of("1", "श्री राम " + number, "कार्यवाही पूर्ण"));
    List<Block> blocks =
        List.of(
            Block.Heading.centred(1, "कार्यालय पुलिस अधीक्षक, कन्नौज"),
            new Block.Rule(1),
            Block.Sides.of("पत्रांक: " + number + "/2026", "दिनांक: 25-11-2026"),
            Block.Paragraph.of("सेवा में,\nजिलाधिकारी, कन्नौज।"),
            Block.Paragraph.of(Manner.PLAIN, Run.bold("विषय: भूमि विवाद के सम्बन्ध में।")),
            Block.Paragraph.of(Manner.JUSTIFIED.first(36), Run.of(body)),
            Block.Paragraph.of(Manner.JUSTIFIED.first(36), Run.of(body)),
            new Block.Table(List.of(1.0, 4.0, 3.0), List.of(), List.of(row, row), true),
            new Block.SignaturePlace(
                "s",
                List.of(Run.line("भवदीय,"), Run.line("पुलिस अधीक्षक, कन्नौज")),
                200,
                80,
                Align.END,
                true));
    return new Print(
        "पत्र " + number,
        Language.HI,
        PageFormat.A4,
        Furniture.NUMBERED
            .head("पत्रांक " + number, "पुलिस अधीक्षक कार्यालय")
            .verified("7K2PM-04QXR", "https://karyalay.example/verify/7K2PM04QXR"),
        blocks);
  }
}
