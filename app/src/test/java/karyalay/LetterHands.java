package karyalay;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;

/// What hands do on the pages of a letter.
final class LetterHands {
  private LetterHands() {}

  /// Presses a button of a form, and waits for the page that answers.
  static void press(Page page, String button) {
    try {
      page.waitForNavigation(() -> page.locator(button).first().click());
    } catch (TimeoutError late) {
      throw new AssertionError(
          page.locator("[role=alert], .refusal").allInnerTexts().toString(), late);
    }
  }

  /// The impatient: the form is sent once more than it is seen to be, with all that is in it.
  static void pressTwice(Page page, String form, String button) {
    Object answer =
        page.locator(form)
            .evaluate(
                """
                async form => (await fetch(form.action,
                    {method: 'POST', body: new URLSearchParams(new FormData(form))})).status
                """);
    assertThat(answer).isEqualTo(200);
    press(page, form + " " + button);
  }

  static void addressee(Page page, int row, String role, String who) {
    Locator fresh = page.locator("tr.fresh-party").nth(row);
    fresh.locator("[name=role]").selectOption(role);
    fresh.locator("[name=party]").fill(who);
  }

  static void write(Page page, String text) {
    page.locator(".letter-form textarea[name=text]").focus();
    page.locator(".letter-form .ProseMirror").fill(text);
  }

  static String letterOf(Page page) {
    return page.url().replaceAll(".*/letters/([0-9a-f-]{36}).*", "$1");
  }
}
