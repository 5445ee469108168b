package karyalay;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.util.List;

/// The screens of an order given by keys: the bar, what became of it, what was given, phrases, and
/// a number that links.
record OrderScreens(Page page, String address, CounterScreens.Shutter shutter) {
  void take() throws IOException {
    // The bar is there again after each reload: its keys are pressed anew for each size.
    page.addInitScript(
        """
        if (location.pathname === "/desk" && location.search.includes("order-bar"))
          addEventListener("load", () => setTimeout(() => {
            for (const code of ["KeyJ", "Digit2"])
              document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { code, bubbles: true, cancelable: true }));
          }, 300));
        """);
    page.navigate(address + "/desk?as=SP-SPO&order-bar");
    shutter.shoot(page, "order-bar", 1200);
    page.navigate(address + "/desk?as=SP-SPO");
    page.waitForLoadState(LoadState.NETWORKIDLE);
    for (String key : List.of("KeyJ", "Digit2")) page.keyboard().press(key);
    page.locator("[data-order-form] input[name=to]").waitFor();
    page.keyboard().type("CO");
    page.locator(".order-bar .options [aria-selected=true]").waitFor();
    page.keyboard().press("Enter");
    page.keyboard().press("Enter");
    page.locator("[data-result]").waitFor();
    String order = page.locator("[data-order-rows]").getAttribute("href");
    page.navigate(address + order);
    shutter.shoot(page, "order-result", 0);
    page.navigate(address + "/orders?as=SP-SPO");
    shutter.shoot(page, "given", 0);
    page.navigate(address + "/orders/phrases?as=SP-SPO");
    shutter.shoot(page, "phrases", 0);
  }

  /// A receipt on the head clerk's desk with the number of its case.
  void number() throws IOException {
    page.navigate(address + "/desk?as=HM-SRK");
    page.locator("[data-row] a[href^='/receipts/']").first().click();
    page.locator("[name=written]").fill("मु0अ0सं0 123/26 धारा 303(2) बीएनएस");
    page.locator("[name=written]").press("Enter");
    page.waitForLoadState(LoadState.NETWORKIDLE);
    shutter.shoot(page, "case-numbers", 0);
  }
}
