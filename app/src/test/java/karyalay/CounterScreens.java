package karyalay;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/// The screens of a counter that scans: the folder's strip, the pile half cut, and where the
/// originals are.
record CounterScreens(Page page, String address, Shutter shutter) {
  /// Takes a screen at the three sizes.
  interface Shutter {
    void shoot(Page page, String name, int pause) throws IOException;
  }

  /// The counter's scans: the folder's strip, the pile half cut, its letters, and the originals.
  void take() throws IOException {
    page.context()
        .addInitScript(
            "window.showDirectoryPicker = async () => (await navigator.storage.getDirectory())"
                + ".getDirectoryHandle('स्कैनर', { create: true })");
    String chair = "?as=PTL-SRK";
    String pile = pile(chair);
    page.navigate(address + "/receipts/pile" + chair);
    shutter.shoot(page, "piles", 0);
    page.navigate(address + pile + "?page=3&as=PTL-SRK");
    shutter.shoot(page, "pile-cut", 0);
    page.navigate(address + "/receipts/new" + chair);
    page.locator("[data-folder-open]").click();
    scans();
    shutter.shoot(page, "scan-folder", 4000);
    String paper = physical();
    page.navigate(address + "/registers/bundle" + chair);
    shutter.shoot(page, "bundle", 0);
    page.navigate(address + "/receipts/" + paper + chair);
    shutter.shoot(page, "original", 0);
    page.navigate(address + "/papers/" + paper + "/sightings" + chair);
    shutter.shoot(page, "with-me", 0);
  }

  private void scans() {
    page.waitForTimeout(1500);
    page.evaluate(
        """
        async () => {
          const root = await navigator.storage.getDirectory();
          const folder = await root.getDirectoryHandle("स्कैनर", { create: true });
          const put = async (name, part) => {
            const file = await (await folder.getFileHandle(name, { create: true })).createWritable();
            await file.write(part);
            await file.close();
          };
          const canvas = Object.assign(document.createElement("canvas"), { width: 310, height: 438 });
          const ink = canvas.getContext("2d");
          ink.fillStyle = "#fff";
          ink.fillRect(0, 0, 310, 438);
          ink.fillStyle = "#333";
          for (let y = 40; y < 380; y += 16) ink.fillRect(30, y, 120 + ((y * 37) % 120), 3);
          const picture = await new Promise((done) => canvas.toBlob(done, "image/jpeg"));
          await put("SCAN_0007.jpg", picture);
          await put("SCAN_0008.pdf", "%PDF-1.4 1 0 obj<</Type /Page>>endobj 2 0 obj<</Type /Page>>endobj %%EOF");
          await put("SCAN_0009.pdf", "%PDF-1.4 1 0 obj<<");
          await put("पंजिका.xlsx", "x");
        }
        """);
    page.waitForTimeout(4000);
  }

  /// A paper on paper, diarised at the counter; its X-ray lies in the property room.
  private String physical() {
    for (String number : List.of("214/26", "215/26", "216/26")) {
      page.navigate(address + "/receipts/new?as=PTL-SRK");
      page.locator("label:has([name=mode][value=by-hand])").click();
      page.locator("[name=sender-organisation]").fill("कार्यालय क्षेत्राधिकारी, छिबरामऊ");
      page.locator("[name=letter-number]").fill(number);
      page.locator("[name=letter-date]").fill("-1");
      page.locator("[name=subject]").fill("खेत की मेड़ के विवाद में मौके की आख्या के संबंध में");
      page.locator("[name=category]").selectOption("call-for-report");
      page.locator("button[value=number]").click();
      page.waitForURL(Pattern.compile(".*done=.*"));
    }
    String paper = page.url().replaceFirst(".*done=([0-9a-f-]{36}).*", "$1");
    page.navigate(address + "/receipts/" + paper + "?as=PTL-SRK");
    page.locator(".keeping summary").click();
    page.locator("#apart-name").fill("एक्स-रे फिल्म");
    page.locator("#apart-keeping").selectOption("PROPERTY_ROOM");
    page.locator("#apart-place").fill("114/26");
    page.locator("form[action$='kept-apart'] button").click();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    return paper;
  }

  private String pile(String chair) {
    page.navigate(address + "/receipts/pile" + chair);
    String path = page.locator("main a[href^='/receipts/pile/']").first().getAttribute("href");
    return path.replaceFirst("\\?.*", "");
  }
}
