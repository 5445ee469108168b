package karyalay.scanning.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import karyalay.Chromium;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.documents.decoder.Sheets;
import karyalay.scanning.Phones;
import karyalay.shared.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A telephone whose live camera looks at a sheet on a table.
@KaryalayTest
class LiveCameraTest {
  private static final int WIDTH = 960;
  private static final int HEIGHT = 1280;

  @TempDir static Path folder;

  @Autowired Given given;
  @Autowired Phones phones;
  @LocalServerPort int port;

  /// A film of one still, as Chromium's camera that is none plays it.
  private static Path film() throws IOException {
    BufferedImage sheet =
        Sheets.photo(Sheets.written(1), WIDTH, HEIGHT, .15, .12, .86, .10, .90, .90, .11, .93);
    Path film = folder.resolve("camera.y4m");
    byte[] grey = new byte[WIDTH * HEIGHT];
    for (int i = 0; i < grey.length; i++) grey[i] = (byte) sheet.getRGB(i % WIDTH, i / WIDTH);
    byte[] colours = new byte[WIDTH * HEIGHT / 2];
    Arrays.fill(colours, (byte) 128);
    try (OutputStream out = Files.newOutputStream(film)) {
      out.write(
          "YUV4MPEG2 W%d H%d F10:1 Ip A1:1 C420jpeg\n"
              .formatted(WIDTH, HEIGHT)
              .getBytes(StandardCharsets.US_ASCII));
      for (int frame = 0; frame < 3; frame++) {
        out.write("FRAME\n".getBytes(StandardCharsets.US_ASCII));
        out.write(grey);
        out.write(colours);
      }
    }
    return film;
  }

  @Test
  @Holds("OP-127")
  void the_live_camera_finds_the_sheet_and_takes_it() throws IOException {
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    Seat clerk = given.district().thana("थाना कैमरा").hm();
    var opened = phones.open(clerk.person(), Ids.next());
    try (var chromium =
        new Chromium(
            "--use-fake-device-for-media-stream",
            "--use-fake-ui-for-media-stream",
            "--use-file-for-fake-video-capture=" + film())) {
      Page telephone = chromium.window(360, 740);
      telephone.navigate("http://localhost:" + port + "/scan#" + opened.secret());
      telephone.locator("[data-start-live]").click();
      assertThat(telephone.locator("[data-shutter]")).isVisible();
      telephone.locator("[data-shutter]").click();
      assertThat(telephone.locator("[data-review]")).isVisible();
      assertThat(telephone.locator("[data-edges]")).containsText("पृष्ठ मिल गया");
      telephone.locator("[data-send]").click();
      assertThat(telephone.locator("[data-sent] li")).containsText("कंप्यूटर पर पहुँच गया");
      telephone.locator("[data-stop-live]").click();
      assertThat(telephone.locator("[data-photo]")).isVisible();
    }
    var sheets = phones.state(opened.id(), clerk.person(), -1).sheets();
    assertThat(sheets).hasSize(1);
    assertThat(sheets.getFirst().page()).isNotEqualTo(new UUID(0, 0));
    assertThat(sheets.getFirst().upload().bytes()).isLessThanOrEqualTo(250_000);
  }
}
