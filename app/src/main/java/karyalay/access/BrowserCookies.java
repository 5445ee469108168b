package karyalay.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.http.ResponseCookie;

/// The cookies that a browser is given. No script reads them, and no other site sends them with a
/// form.
public final class BrowserCookies {
  private static final int DEVICE_SECONDS = 2 * 365 * 86_400;

  private BrowserCookies() {}

  /// The session's token.
  public static void session(
      HttpServletRequest request, HttpServletResponse response, String token) {
    put(request, response, Gate.COOKIE, token, Math.toIntExact(Sessions.LIFE.toSeconds()));
  }

  /// Takes the session's token back.
  public static void noSession(HttpServletRequest request, HttpServletResponse response) {
    put(request, response, Gate.COOKIE, "", 0);
  }

  /// The browser's own mark, which it is given when it has none.
  public static UUID device(HttpServletRequest request, HttpServletResponse response) {
    UUID device = Gate.device(request);
    Cookie[] cookies = request.getCookies();
    boolean known =
        cookies != null
            && Arrays.stream(cookies).anyMatch(it -> it.getValue().equals(device.toString()));
    if (!known) put(request, response, Gate.DEVICE, device.toString(), DEVICE_SECONDS);
    return device;
  }

  /// Any cookie of ours.
  public static void put(
      HttpServletRequest request,
      HttpServletResponse response,
      String name,
      String value,
      int seconds) {
    response.addHeader(
        "Set-Cookie",
        ResponseCookie.from(name, value)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .path("/")
            .maxAge(seconds)
            .build()
            .toString());
  }
}
