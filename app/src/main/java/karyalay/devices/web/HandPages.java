package karyalay.devices.web;

import static karyalay.web.MayCall.Who.ANYONE;
import static karyalay.web.MayCall.Who.SIGNED_IN;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import karyalay.access.BrowserCookies;
import karyalay.access.Gate;
import karyalay.devices.Hands;
import karyalay.devices.LeftForms;
import karyalay.shared.Caller;
import karyalay.shared.PersonId;
import karyalay.shared.Refused;
import karyalay.web.KeptFields;
import karyalay.web.MayCall;
import karyalay.web.Page;
import karyalay.web.RefusalView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/// Changing hands on a shared machine, and its lock (OP-125).
@Controller
@RequestMapping("/hands")
class HandPages {
  private static final String KEPT = "kept.field.";

  private final Hands hands;
  private final LeftForms leavings;

  HandPages(Hands hands, LeftForms leavings) {
    this.hands = hands;
    this.leavings = leavings;
  }

  /// The names. Whoever stands here needs no session; the machine must be marked.
  @GetMapping
  @MayCall(ANYONE)
  String names(
      @RequestParam(defaultValue = "/desk") String to,
      Page page,
      Model model,
      HttpServletRequest request) {
    return show(page, model, request, null, to, "");
  }

  private String show(
      Page page,
      Model model,
      HttpServletRequest request,
      @Nullable PersonId chosen,
      String to,
      String sentence) {
    String action = action(request);
    List<RefusalView.Kept> kept =
        action.isEmpty() ? List.of() : KeptFields.of(request.getParameterMap(), KEPT);
    var view = new HandsView(page, sight(request), chosen, Local.path(to), sentence, action, kept);
    model.addAttribute("view", view);
    return "devices/hands";
  }

  private Hands.@Nullable Sight sight(HttpServletRequest request) {
    try {
      return hands.at(Gate.device(request), Gate.token(request));
    } catch (Refused _) {
      // Said on the page in a calm sentence, with what to do.
      return null;
    }
  }

  private static String action(HttpServletRequest request) {
    String action = request.getParameter("kept.action");
    return action == null || action.isBlank() ? "" : Local.path(action);
  }

  /// Takes the machine over, or goes on in one's own session.
  @PostMapping
  @MayCall(ANYONE)
  String take(
      @RequestParam(required = false) @Nullable PersonId person,
      @RequestParam(name = "hand-pin", defaultValue = "") String secret,
      @RequestParam(defaultValue = "/desk") String to,
      Page page,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (secret.isEmpty() && !script(request)) return show(page, model, request, person, to, "");
    try {
      var taken = hands.take(claim(person, secret, request));
      return taken(taken, to, page, model, request, response);
    } catch (Refused refused) {
      if (script(request)) throw refused;
      response.setStatus(refused.reason().status());
      String sentence = page.t(refused.reason().key(), refused.arguments().toArray());
      return show(page, model, request, person, to, sentence);
    }
  }

  private static Hands.Claim claim(
      @Nullable PersonId person, String secret, HttpServletRequest request) {
    String agent = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
    return new Hands.Claim(
        person, secret.strip(), Gate.token(request), Gate.device(request), agent);
  }

  private static boolean script(HttpServletRequest request) {
    return "fetch".equals(request.getHeader("X-Karyalay"));
  }

  private String taken(
      Hands.Taken taken,
      String to,
      Page page,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    String token = taken.token();
    if (token == null) {
      response.setHeader("X-Karyalay-Unlocked", "yes");
      return goOn(String.valueOf(Gate.token(request)), to, page, model, request);
    }
    BrowserCookies.session(request, response, token);
    // Pages of the one before leave the cache. Not "storage": what each has written without a line
    // waits there, sealed with a key of his own, until he is here again (OP-133).
    response.setHeader("Clear-Site-Data", "\"cache\"");
    PersonId before = taken.before();
    if (before == null || before.equals(taken.person()))
      return goOn(token, to, page, model, request);
    String action = action(request);
    if (!action.isEmpty())
      leavings.keep(before, action, KeptFields.of(request.getParameterMap(), KEPT));
    // Never to the page of the one before.
    boolean left = !leavings.of(taken.person()).isEmpty();
    return "redirect:" + (left ? "/account/leavings" : "/desk");
  }

  /// To where he was, or with the form that the lock kept back.
  private static String goOn(
      String token, String to, Page page, Model model, HttpServletRequest request) {
    String action = action(request);
    if (action.isEmpty()) return "redirect:" + Local.path(to);
    var kept = KeptFields.of(request.getParameterMap(), KEPT);
    model.addAttribute("view", new KeptView(page, action, kept, Gate.csrf(token)));
    return "devices/kept";
  }

  /// Covers one's session at once, and shows the names.
  @PostMapping("/locking")
  @MayCall(SIGNED_IN)
  String lock(
      @RequestParam(defaultValue = "/desk") String to, Caller caller, HttpServletRequest request) {
    hands.lock(caller, Objects.requireNonNull(Gate.token(request), "a session"));
    return "redirect:/hands?to=" + Local.encoded(to);
  }

  /// Somebody types without sending: the session is in use.
  @PostMapping("/presence")
  @MayCall(SIGNED_IN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void here() {
    // The gate has written it down.
  }

  /// Keeps what stands half typed in the page that is being covered or left.
  @PostMapping("/leavings")
  @MayCall(SIGNED_IN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void keep(
      @RequestParam(defaultValue = "") String path,
      @RequestParam(defaultValue = "") String title,
      Caller caller,
      HttpServletRequest request) {
    String action = action(request);
    if (action.isEmpty()) return;
    var fields = KeptFields.of(request.getParameterMap(), KEPT);
    String from = path.isEmpty() ? "" : Local.path(path);
    leavings.keep(caller.person(), action, from, title, fields, Gate.token(request));
  }
}
