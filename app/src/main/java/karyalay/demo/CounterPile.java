package karyalay.demo;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import karyalay.desk.Attachments;
import karyalay.scanning.Cuts;
import karyalay.scanning.Piles;
import karyalay.shared.Act;
import karyalay.shared.OfficeId;
import org.springframework.stereotype.Component;

/// A pile that a thana's counter has begun to cut: this morning's letters, scanned page by page,
/// with one sheet that was fed in with nothing on it.
@Component
class CounterPile {
  private static final String COUNTER = "PTL-SRK";

  /// So many papers lie in it; the first letter has two pages, and the cuts end in the middle.
  private static final int PAPERS = 8;

  private static final int BLANK_AFTER = 3;

  private final Cast cast;
  private final Attachments attachments;
  private final Piles piles;

  CounterPile(Cast cast, Attachments attachments, Piles piles) {
    this.cast = cast;
    this.attachments = attachments;
    this.piles = piles;
  }

  void begin(List<SamplePaper> samples, OfficeId district) {
    Act act = cast.act(COUNTER, district);
    List<UUID> pages = new ArrayList<>();
    for (SamplePaper sample : samples.subList(samples.size() - PAPERS, samples.size())) {
      if (pages.size() == BLANK_AFTER) pages.add(received(act, new ByteArrayInputStream(blank())));
      try (InputStream in = sample.picture().getInputStream()) {
        pages.add(received(act, in));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    UUID pile = piles.make(act, pages);
    var cuts = new Cuts(Set.of(1, 3, 5), Set.of(), Set.of(), Map.of());
    int version = piles.save(cast.act(COUNTER, district), pile, 0, cuts);
    if (version != 1) throw new IllegalStateException("the pile was cut before");
  }

  private UUID received(Act act, InputStream in) {
    return attachments.receive(act.person(), in, "scan.jpg").id();
  }

  private static byte[] blank() {
    var sheet = new BufferedImage(620, 877, BufferedImage.TYPE_INT_RGB);
    var graphics = sheet.createGraphics();
    graphics.setColor(new Color(245, 243, 236));
    graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    graphics.dispose();
    var bytes = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(sheet, "jpeg", bytes)) throw new IllegalStateException("no JPEG writer");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
