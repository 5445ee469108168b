package karyalay.access.web;

import static karyalay.web.MayCall.Who.ANYONE;
import static karyalay.web.MayCall.Who.SIGNED_IN;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import java.util.List;
import java.util.UUID;
import karyalay.access.BrowserCookies;
import karyalay.access.FormKeeper;
import karyalay.access.Gate;
import karyalay.access.Locks;
import karyalay.access.Preferences;
import karyalay.access.Sessions;
import karyalay.shared.Caller;
import karyalay.shared.Language;
import karyalay.shared.PersonId;
import karyalay.shared.Refused;
import karyalay.web.Arguments;
import karyalay.web.KeptFields;
import karyalay.web.MayCall;
import karyalay.web.Page;
import karyalay.web.RefusalView;
import org.springframework.beans.factory.ObjectProvider;
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
  private final Locks locks;
  private final Preferences preferences;
  private final ObjectProvider<FormKeeper> keepers;

  SessionPages(
      Sessions sessions, Locks locks, Preferences preferences, ObjectProvider<FormKeeper> keepers) {
    this.sessions = sessions;
    this.locks = locks;
    this.preferences = preferences;
    this.keepers = keepers;
  }

  @GetMapping("/signin")
  @MayCall(ANYONE)
  String form(
      Page page,
      @RequestParam(defaultValue = "/desk") String to,
      HttpServletRequest request,
      Model model) {
    model.addAttribute(
        "view", new SignInView(page, local(to), "", "", "", List.of(), exposed(request)));
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
    UUID device = BrowserCookies.device(request, response);
    String agent = request.getHeader("User-Agent");
    try {
      String token = sessions.signIn(pno, password, device, agent == null ? "" : agent);
      var former = locks.held(Gate.token(request)).map(Locks.Held::person);
      locks.end(Gate.token(request));
      BrowserCookies.session(request, response, token);
      var next = locks.held(token).orElseThrow().person();
      // What another had typed here before is kept for him, not offered to whoever came next.
      if (former.isPresent() && !former.get().equals(next)) {
        keep(former.get(), request);
        return "redirect:" + local(to);
      }
      return resumed(request, page, model, to, Gate.csrf(token));
    } catch (Refused refused) {
      response.setStatus(refused.reason().status());
      String sentence = page.t(refused.reason().key(), refused.arguments().toArray());
      String action = action(request);
      var kept =
          action.isEmpty()
              ? List.<RefusalView.Kept>of()
              : KeptFields.of(request.getParameterMap(), KEPT);
      model.addAttribute(
          "view", new SignInView(page, local(to), pno, sentence, action, kept, exposed(request)));
      return "access/signin";
    }
  }

  private void keep(PersonId owner, HttpServletRequest request) {
    String action = action(request);
    if (action.isEmpty()) return;
    var fields = KeptFields.of(request.getParameterMap(), KEPT);
    keepers.forEach(keeper -> keeper.keep(owner, action, fields));
  }

  /// Plain http from another machine. A proxy on this one stands for a line of its own.
  static boolean exposed(HttpServletRequest request) {
    if (request.isSecure()) return false;
    try {
      return !InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress();
    } catch (IllegalArgumentException e) {
      return true;
    }
  }

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
    BrowserCookies.noSession(request, response);
    // Not "storage": what colleagues on this machine wrote without a line waits there, sealed with
    // keys of their own, until they sign in again (OP-133).
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
    BrowserCookies.put(request, response, "language", language.name(), 365 * 86_400);
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
}
