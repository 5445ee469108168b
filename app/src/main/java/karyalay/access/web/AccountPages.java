package karyalay.access.web;

import static karyalay.web.MayCall.Who.CHAIR;
import static karyalay.web.MayCall.Who.SIGNED_IN;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import karyalay.access.ApiTokens;
import karyalay.access.BrowserCookies;
import karyalay.access.Credentials;
import karyalay.access.Gate;
import karyalay.access.Sessions;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One's own account.
@Controller
@RequestMapping("/account")
class AccountPages {
  private final Sessions sessions;
  private final Credentials credentials;
  private final ApiTokens tokens;

  AccountPages(Sessions sessions, Credentials credentials, ApiTokens tokens) {
    this.sessions = sessions;
    this.credentials = credentials;
    this.tokens = tokens;
  }

  @GetMapping
  @MayCall(SIGNED_IN)
  String account(
      Page page,
      Caller caller,
      @RequestParam(defaultValue = "false") boolean changed,
      HttpServletRequest request,
      Model model) {
    boolean first = request.getAttribute(Gate.FIRST_PASSWORD) != null;
    return show(page, caller, "", changed, first, model);
  }

  private String show(
      Page page, Caller caller, String made, boolean changed, boolean first, Model model) {
    List<ApiTokens.Line> lines = caller.chair() == null ? List.of() : tokens.of(caller.scope());
    model.addAttribute(
        "view", new AccountView(page, sessions.open(caller), lines, made, changed, first));
    return "access/account";
  }

  @PostMapping("/password")
  @MayCall(SIGNED_IN)
  String password(
      @RequestParam("old-password") String old,
      @RequestParam("new-password") String fresh,
      Act act,
      Caller caller,
      Page page,
      HttpServletRequest request,
      HttpServletResponse response) {
    String here = Objects.requireNonNull(Gate.token(request), "a session");
    var change = new Credentials.Change(old, fresh);
    credentials.change(act, caller, change, BrowserCookies.device(request, response), here);
    return "redirect:" + page.link("/account?changed=true");
  }

  /// The token is shown on this answer and never again, so there is no address to go to.
  @PostMapping("/tokens")
  @MayCall(CHAIR)
  String make(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "false") boolean write,
      Act act,
      Caller caller,
      Page page,
      Model model) {
    return show(page, caller, tokens.make(act, name, write), false, false, model);
  }

  @PostMapping("/tokens/{token}/ending")
  @MayCall(CHAIR)
  String end(@PathVariable UUID token, Act act, Page page) {
    tokens.end(act, token);
    return "redirect:" + page.link("/account");
  }
}
