package karyalay;

import jakarta.servlet.http.Cookie;
import karyalay.SignedIn.Browser;
import karyalay.access.Gate;
import karyalay.shared.Ids;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Asks routes as a browser would: with cookie, chair, form token and act id.
@Component
public class Web {
  private final org.springframework.beans.factory.ObjectProvider<MockMvcTester> tester;

  Web(org.springframework.beans.factory.ObjectProvider<MockMvcTester> tester) {
    this.tester = tester;
  }

  public MvcTestResult get(Browser browser, String path) {
    return tester
        .getObject()
        .get()
        .uri(path + (path.contains("?") ? "&" : "?") + "as=" + browser.mark())
        .cookie(new Cookie(Gate.COOKIE, browser.token()))
        .exchange();
  }

  /// @param fields name, value, name, value …
  public MvcTestResult post(Browser browser, String path, String... fields) {
    var request =
        tester
            .getObject()
            .post()
            .uri(path)
            .cookie(new Cookie(Gate.COOKIE, browser.token()))
            .param("_csrf", browser.csrf())
            .param("as", browser.mark())
            .param("act", Ids.next().toString());
    for (int i = 0; i < fields.length; i += 2) request = request.param(fields[i], fields[i + 1]);
    return request.exchange();
  }

  /// Without a session.
  public MvcTestResult nobody(String path) {
    return tester.getObject().get().uri(path).exchange();
  }

  public MockMvcTester raw() {
    return tester.getObject();
  }
}
