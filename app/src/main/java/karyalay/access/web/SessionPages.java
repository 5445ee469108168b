package karyalay.access.web;

import static karyalay.web.MayCall.Who.ANYONE;
import static karyalay.web.MayCall.Who.SIGNED_IN;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import karyalay.access.Gate;
import karyalay.access.Preferences;
import karyalay.access.Sessions;
import karyalay.shared.Caller;
import karyalay.shared.Language;
import karyalay.shared.Refused;
import karyalay.web.Arguments;
import karyalay.web.KeptFields;
import karyalay.web.MayCall;
import karyalay.web.Page;
import karyalay.web.RefusalView;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Signing in and out, and the language of the pages.
@Controller
class SessionPages {
  private static final String KEPT = "kept.field.";

  private final Sessions sessions;
  private final Preferences preferences;

  SessionPages(Sessions sessions, Preferences preferences) {
    this.sessions = sessions;
    this.preferences = preferences;
  }

  @GetMapping("/signin")
  @MayCall(ANYONE)
  String form(Page page, @RequestParam(defaultValue = "/desk") String to, Model model) {
    model.addAttribute("view", new SignInView(page, local(to), "", "", "", List.of()));
    return "access/signin";
  }

  @PostMapping("/session")
  @MayCall(ANYONE)
  String signIn(
      @RequestParam String pno,
      @RequestParam String password,
      @RequestParam(defaultValue = "/desk") String to,
      Page page,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    UUID device = device(request, response);
    String agent = request.getHeader("User-Agent");
    try {
      String token = sessions.signIn(pno, password, device, agent == null ? "" : agent);
      put(response, Gate.COOKIE, token, SESSION_SECONDS, request.isSecure());
      return resumed(request, page, model, to, Gate.csrf(token));
    } catch (Refused refused) {
      response.setStatus(refused.reason().status());
      String sentence = page.t(refused.reason().key(), refused.arguments().toArray());
      String action = action(request);
      var kept =
          action.isEmpty()
              ? List.<RefusalView.Kept>of()
              : KeptFields.of(request.getParameterMap(), KEPT);
      model.addAttribute("view", new SignInView(page, local(to), pno, sentence, action, kept));
      return "access/signin";
    }
  }

  private static final int SESSION_SECONDS = 14 * 3600;

  /// Where the user was going, or the form that he had sent when his session was over.
  private static String resumed(
      HttpServletRequest request, Page page, Model model, String to, String csrf) {
    String action = action(request);
    if (action.isEmpty()) return "redirect:" + local(to);
    model.addAttribute(
        "view", new ResumeView(page, action, KeptFields.of(request.getParameterMap(), KEPT), csrf));
    return "access/resume";
  }

  /// Where the kept form was going; empty when there is none.
  private static String action(HttpServletRequest request) {
    String action = request.getParameter("kept.action");
    return action == null || action.isBlank() ? "" : local(action);
  }

  @PostMapping("/session/end")
  @MayCall(SIGNED_IN)
  String signOut(Caller caller, HttpServletRequest request, HttpServletResponse response) {
    String token = Gate.token(request);
    if (token != null) sessions.signOut(caller, token);
    return gone(request, response);
  }

  @PostMapping("/session/endings")
  @MayCall(SIGNED_IN)
  String signOutEverywhere(
      Caller caller, HttpServletRequest request, HttpServletResponse response) {
    sessions.signOutEverywhere(caller);
    return gone(request, response);
  }

  private static String gone(HttpServletRequest request, HttpServletResponse response) {
    put(response, Gate.COOKIE, "", 0, request.isSecure());
    // Not the storage: what was written without a line waits there, sealed, for its writer
    // (OP-133).
    response.setHeader("Clear-Site-Data", "\"cache\"");
    return "redirect:/signin";
  }

  /// The toggle of the shell; it stays, on this browser and for this person.
  @PostMapping("/language")
  @MayCall(ANYONE)
  String language(
      @RequestParam Language language,
      @RequestParam(defaultValue = "/desk") String to,
      HttpServletRequest request,
      HttpServletResponse response) {
    put(response, "language", language.name(), 365 * 86_400, request.isSecure());
    Caller caller = Arguments.caller(request);
    if (caller != null) preferences.language(caller.person(), language);
    return "redirect:" + local(to);
  }

  /// Only addresses of ours: a sign-in never leads elsewhere.
  static String local(String to) {
    boolean ours =
        to.startsWith("/")
            && !to.startsWith("//")
            && !to.contains("\\")
            // Browsers leave out tabs and line ends, and what stood behind them begins a host.
            && to.chars().noneMatch(Character::isISOControl);
    return ours ? to : "/desk";
  }

  static UUID device(HttpServletRequest request, HttpServletResponse response) {
    UUID device = Gate.device(request);
    Cookie[] cookies = request.getCookies();
    boolean known =
        cookies != null
            && Arrays.stream(cookies).anyMatch(it -> it.getValue().equals(device.toString()));
    if (!known) put(response, Gate.DEVICE, device.toString(), 2 * 365 * 86_400, request.isSecure());
    return device;
  }

  private static void put(
      HttpServletResponse response, String name, String value, int seconds, boolean secure) {
    response.addHeader(
        "Set-Cookie",
        ResponseCookie.from(name, value)
            .httpOnly(true)
            .secure(secure)
            .sameSite("Lax")
            .path("/")
            .maxAge(seconds)
            .build()
            .toString());
  }
}
